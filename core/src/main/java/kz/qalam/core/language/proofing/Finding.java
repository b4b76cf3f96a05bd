package kz.qalam.core.language.proofing;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.core.language.Texts;

/**
 * One thing that a sub-editor would mark in a line.
 *
 * @param start where it begins, in UTF-16 units as Java and JavaScript count
 * @param end where it has ended
 * @param message the key of its text, stable and in kebab case
 * @param args what the text mentions
 * @param repairs what may stand there instead, best first; may be empty
 */
public record Finding(int start, int end, Kind kind, String message, List<String> args, List<String> repairs) {

    /** What findings are chosen and ignored by. */
    public enum Kind {
        /** A word that no list and rule makes. */
        SPELLING,
        /** Latin letters inside a Cyrillic word, or the reverse. */
        SCRIPTS,
        /** Letters typed without a Kazakh keyboard: к for қ. */
        KEYBOARD,
        /** Quotation marks, dashes, spaces. */
        TYPOGRAPHY,
        /** A word twice in a row. */
        DOUBLED,
        /** A suffix whose sounds do not follow its word, number or abbreviation. */
        HARMONY,
        /** A sentence of another language. */
        LANGUAGE,
        /** A rule of the house-style book. */
        STYLE
    }

    private static final Texts TEXTS = new Texts("kz.qalam.core.language.proofing.findings");

    public Finding {
        args = List.copyOf(args);
        repairs = List.copyOf(repairs);
    }

    /** The finding in a sentence. Kazakh unless {@code locale} is Russian or English. */
    public String text(Locale locale) {
        return TEXTS.get(locale, message, args.stream().map(arg -> named(locale, arg)).toArray());
    }

    /** Languages by their names, not by their codes. */
    private String named(Locale locale, String arg) {
        return kind == Kind.LANGUAGE && TEXTS.has(locale, "language-" + arg)
                ? TEXTS.get(locale, "language-" + arg)
                : arg;
    }

    Finding moved(int by) {
        return new Finding(start + by, end + by, kind, message, args, repairs);
    }

    /** Findings as one JSON array: start, end, kind, message, text (Kazakh), repairs. */
    public static String json(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(findings.size());
        for (Finding finding : findings) {
            ObjectNode node = array.addObject();
            node.put("start", finding.start).put("end", finding.end);
            node.put("kind", finding.kind.name().toLowerCase(Locale.ROOT));
            node.put("message", finding.message).put("text", finding.text(Locale.forLanguageTag("kk")));
            ArrayNode repairs = node.putArray("repairs");
            finding.repairs.forEach(repairs::add);
        }
        return array.toString();
    }
}
