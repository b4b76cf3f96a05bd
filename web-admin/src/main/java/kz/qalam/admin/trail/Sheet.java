package kz.qalam.admin.trail;

import java.util.List;

import kz.qalam.core.article.Journal;

/**
 * The trail as a table for a spreadsheet: RFC 4180. What a spreadsheet would read as a formula gets an apostrophe before it
 * (OWASP, «CSV Injection»).
 */
final class Sheet {

    /** So that spreadsheets read UTF-8. */
    static final String BEGINNING = "\uFEFFtime,username,name,act,about,number,details\r\n";

    private Sheet() {
    }

    static String line(Journal.Line line) {
        return String.join(",", List.of(cell(line.at().toString()), cell(line.username()), cell(line.name()),
                cell(line.act()), cell(line.chain().toString()), cell(Integer.toString(line.seq())),
                cell(line.details()))) + "\r\n";
    }

    /** The last line of a file that holds only the newest so many: a row of its own kind, with nothing but what it says. */
    static String cut(int lines) {
        return cell("… only the newest " + lines + " lines; narrow by day for the rest") + ",,,cut,,,\r\n";
    }

    static String cell(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
