package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.qalam.core.copy.Authorship;
import kz.qalam.core.staff.Person;

/**
 * Who wrote which passage of a revision.
 *
 * @param revisions those looked at, oldest first; a passage's source counts in them
 * @param people their authors
 * @param earlier whether there are older ones, whose passages count as the oldest's here
 */
public record WrittenBy(List<RevisionLine> revisions, Map<UUID, Person> people, Authorship authorship,
        boolean earlier) {

    /** Who wrote what stood first in that revision. */
    public Person writer(int source) {
        return requireNonNull(people.get(revisions.get(source).author()));
    }
}
