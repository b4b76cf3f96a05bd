package kz.qalam.admin.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Redaction;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;

/**
 * A story's history.
 *
 * @param from the older of the two that are compared
 * @param to the newer
 * @param difference between them; absent when they are one
 * @param copy of the newer; absent where one of the two is redacted
 * @param before where older revisions go on; absent at the end
 */
record Past(Story story, List<Line> lines, int from, int to, @Nullable Difference difference, @Nullable Copy copy,
        @Nullable Integer before, Map<Integer, Redaction> redactions) {

    record Line(int number, String author, Revision.Origin origin, int[] drawnFrom, Instant writtenAt) {

        public boolean isRestored() {
            return origin == Revision.Origin.RESTORED && drawnFrom.length > 0;
        }

        public boolean isImported() {
            return origin == Revision.Origin.IMPORTED;
        }

        public String source() {
            return Integer.toString(drawnFrom[0]);
        }
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

    /** Whether the newer of the two can be brought back. */
    public boolean isRestorable() {
        return !isCurrent(to) && !isRedacted(to) && story.may(Move.EDIT);
    }
}
