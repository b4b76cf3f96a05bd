package kz.qalam.core.intake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Source;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/**
 * A story as it lies in an archive of raw text: the headline; readers' comments and views, a number a line; a lead; the
 * headline again, which was the picture's caption; the body. Whatever is not clearly one of these is a paragraph, so
 * that nothing is lost.
 *
 * @param comments as the file counts them, and {@code views}; null where it does not
 */
record RawArticle(Copy copy, @Nullable Long comments, @Nullable Long views, List<Remark> remarks) {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\f\u000B\u0085\u2028\u2029]");

    /** A whole number, its thousands set apart by a space of any width. */
    private static final Pattern COUNT = Pattern
            .compile("0|[1-9]\\d{0,2}(?:[ \u00A0\u2009\u202F]\\d{3}){1,4}|[1-9]\\d{0,14}");

    private static final int MOST_IN_LEAD = 1_000;

    /** A lead is one or two sentences; over more lines than this it is none. */
    private static final int MOST_LEAD_LINES = 2;

    /**
     * @param text without a byte order mark, any line ends
     * @throws UnreadableImport when nothing of it can be seen
     */
    static RawArticle read(String text) {
        Cleaning cleaning = new Cleaning();
        List<Line> lines = lines(text, cleaning);
        List<Remark> remarks = new ArrayList<>(cleaning.remarks());
        if (lines.isEmpty()) {
            throw new UnreadableImport(Reason.EMPTY);
        }
        String headline = lines.get(0).text();
        int next = 1;
        Long comments = null;
        Long views = null;
        if (lines.size() > 2 && isCount(lines.get(1)) && isCount(lines.get(2))) {
            comments = count(lines.get(1));
            views = count(lines.get(2));
            next = 3;
            remarks.add(new Remark("counters", comments, views));
        }
        Opening opening = Opening.of(lines.subList(next, lines.size()), headline);
        if (!opening.lead.isEmpty()) {
            remarks.add(new Remark("lead"));
        }
        if (opening.captioned) {
            remarks.add(new Remark("caption"));
        }
        List<Block> body = Body.of(opening.rest);
        String source = opening.rest.isEmpty() ? null : Attribution.of(opening.rest.get(0).text());
        if (source != null) {
            remarks.add(new Remark("source", source));
        }
        Copy copy = Copy.draft(headline).withLead(opening.lead).withBody(body)
                .withSource(source == null ? null : new Source(source, null));
        return new RawArticle(copy, comments, views, remarks);
    }

    /**
     * A line that is not blank.
     *
     * @param text without space around it
     * @param afterBlank whether it begins the file or follows a blank line
     */
    record Line(String text, boolean afterBlank) {}

    private static List<Line> lines(String text, Cleaning cleaning) {
        List<Line> lines = new ArrayList<>();
        boolean afterBlank = true;
        for (String each : LINE_END.split(text)) {
            String line = Spaces.strip(cleaning.clean(each));
            if (!line.isEmpty()) {
                lines.add(new Line(line, afterBlank));
            }
            afterBlank = line.isEmpty();
        }
        return lines;
    }

    private static boolean isCount(Line line) {
        return COUNT.matcher(line.text).matches();
    }

    private static long count(Line line) {
        Matcher digits = Pattern.compile("\\D").matcher(line.text);
        return Long.parseLong(digits.replaceAll(""));
    }

    /** What stands between the counters and the body. */
    private record Opening(String lead, boolean captioned, List<Line> rest) {

        static Opening of(List<Line> lines, String headline) {
            for (int i = 0; i <= MOST_LEAD_LINES && i < lines.size(); i++) {
                if (isRepeated(headline, lines.get(i)) && isLead(lines.subList(0, i))) {
                    String lead = lines.subList(0, i).stream().map(Line::text).collect(joining(" "));
                    return new Opening(lead, true, lines.subList(i + 1, lines.size()));
                }
            }
            return isLeadBeforeSource(lines)
                    ? new Opening(lines.get(0).text, false, lines.subList(1, lines.size()))
                    : new Opening("", false, lines);
        }

        private static boolean isRepeated(String headline, Line line) {
            return Spaces.single(line.text).equals(Spaces.single(headline));
        }

        /**
         * A paragraph of its own before the one that names the source, where the story has no caption to tell it by.
         */
        private static boolean isLeadBeforeSource(List<Line> lines) {
            return lines.size() > 2 && lines.get(0).afterBlank && lines.get(1).afterBlank && isLead(lines.subList(0, 1))
                    && endsSentence(lines.get(0).text) && Attribution.of(lines.get(0).text) == null
                    && Attribution.of(lines.get(1).text) != null;
        }

        /** No lines are a lead, too: an empty one. */
        private static boolean isLead(List<Line> lines) {
            int length = lines.stream().mapToInt(line -> line.text.codePointCount(0, line.text.length()) + 1).sum();
            return length <= MOST_IN_LEAD && lines.stream().skip(1).noneMatch(Line::afterBlank)
                    && lines.stream().noneMatch(line -> DirectSpeech.beginsIn(line.text) || line.text.endsWith(":"));
        }

        private static boolean endsSentence(String text) {
            return text.endsWith(".") || text.endsWith("!") || text.endsWith("…");
        }
    }
}
