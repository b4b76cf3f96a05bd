package kz.qalam.core.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Person;

/**
 * A story as one person sees it now.
 *
 * @param author whose story it is; absent for an imported one that is nobody's yet
 * @param revision the current one
 * @param writer who saved the current revision
 * @param writers everyone who may not approve it
 * @param approvedRevision the last one approved; absent before the first approval
 * @param moves what this person may do with it now
 * @param checklist how the current revision answers what its desk asks for
 */
public record Story(UUID id, Desk desk, @Nullable Person author, Stage stage, Revision revision, Person writer,
        List<Person> writers, @Nullable Integer approvedRevision, @Nullable Long importedViews,
        @Nullable Long importedComments, Instant changedAt, Standing standing, List<Move> moves,
        Checklist checklist) {

    public boolean may(Move move) {
        return moves.contains(move);
    }
}
