package kz.qalam.admin.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Redaction;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.WrittenBy;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;

/**
 * A story's history.
 *
 * @param from the older of the two that are compared
 * @param to the newer
 * @param difference between them; absent when they are one
 * @param copy of the newer; absent where one of the two is redacted
 * @param hands who wrote which passage of the newer; absent unless that is asked for
 * @param page the number below which the shown revisions begin; absent on the first page
 * @param before where older revisions go on; absent at the end
 */
record Past(Story story, List<Line> lines, int from, int to, @Nullable Difference difference, @Nullable Copy copy,
        @Nullable WrittenBy hands, @Nullable Integer page, @Nullable Integer before,
        Map<Integer, Redaction> redactions) {

    private static final int MARKS = 6;

    record Line(int number, String author, Revision.Origin origin, int[] drawnFrom, Instant writtenAt) {

        public boolean isRestored() {
            return origin == Revision.Origin.RESTORED && drawnFrom.length > 0;
        }

        public boolean isMerged() {
            return origin == Revision.Origin.MERGED && drawnFrom.length > 1;
        }

        public String second() {
            return Integer.toString(drawnFrom[1]);
        }

        public boolean isImported() {
            return origin == Revision.Origin.IMPORTED;
        }

        public String source() {
            return Integer.toString(drawnFrom[0]);
        }
    }

    /** Whether one of the two stands on another page of the list: it stays chosen. */
    public boolean isElsewhere(int number) {
        return lines.stream().noneMatch(line -> line.number() == number);
    }

    public boolean isRedacted(int number) {
        return redactions.containsKey(number);
    }

    /** The tombstones of the two that are compared. */
    public List<Redaction> tombstones() {
        return Stream.of(to, from).distinct().map(redactions::get).filter(Objects::nonNull).toList();
    }

    public boolean isLive(int number) {
        Standing.Live live = story.standing().live();
        return live != null && live.revision() == number;
    }

    public boolean isApproved(int number) {
        Integer approved = story.approvedRevision();
        return approved != null && approved == number;
    }

    public boolean isCurrent(int number) {
        return story.revision().number() == number;
    }

    /** A person whose words stand in the text, with the number by which the page marks them. */
    record Hand(int mark, String name) {}

    /** Whose words stand in the text; past the sixth, marks come round again. */
    public List<Hand> writers() {
        List<String> names = names();
        return IntStream.range(0, names.size()).mapToObj(n -> new Hand(n % MARKS, names.get(n))).toList();
    }

    private List<String> names() {
        WrittenBy by = requireNonNull(hands);
        return by.authorship().sources().stream().map(source -> by.writer(source).name()).distinct().toList();
    }

    public int mark(int source) {
        return names().indexOf(requireNonNull(hands).writer(source).name()) % MARKS;
    }

    /** The oldest revision that was looked at for who wrote what. */
    public int oldest() {
        return revisionOf(0);
    }

    public int revisionOf(int source) {
        return requireNonNull(hands).revisions().get(source).number();
    }

    /** Whether the newer of the two can be brought back. */
    public boolean isRestorable() {
        return !isCurrent(to) && !isRedacted(to) && story.may(Move.EDIT);
    }
}
