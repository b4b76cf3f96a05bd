package kz.qalam.admin.desk;

import java.util.List;

import kz.qalam.core.article.Leftover;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.media.LicenceLine;
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Actor;

/**
 * What lies on a person's desk.
 *
 * @param rounds all that their desks have in review, their own writing included
 * @param returned their stories that a reviewer sent back
 * @param toPublish approved, and waiting for a publisher
 * @param asked what they sent to review
 * @param planned what goes out next, held editions included
 * @param failing what should be out and is not
 * @param licences live stories with a picture whose licence has ended, or ends soon
 * @param unsaved what they typed and did not save
 */
record Board(Actor actor, List<Round> rounds, List<StoryLine> returned, List<StoryLine> drafts,
        List<StoryLine> toPublish, List<Round> asked, List<EditionLine> planned, List<EditionLine> failing,
        List<Leftover> unsaved, List<LicenceLine> licences) {

    /** What this person may decide on: a writer of the text may not. */
    public List<Round> toReview() {
        return rounds.stream().filter(round -> !round.own()).toList();
    }

    /** How much waits for this person. */
    public int waiting() {
        return toReview().size() + returned.size() + toPublish.size();
    }

    /** Someone without a role anywhere: they can come in, and there is nothing for them yet. */
    public boolean isStranger() {
        return actor.memberships().isEmpty();
    }
}
