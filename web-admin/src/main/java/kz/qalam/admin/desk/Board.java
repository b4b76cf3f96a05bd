package kz.qalam.admin.desk;

import java.util.List;

import kz.qalam.core.article.AwaitingPublisher;
import kz.qalam.core.article.Leftover;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.media.LicenceLine;
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Actor;

/**
 * What lies on a person's desk.
 *
 * @param rounds all that their desks have in review, their own writing included
 * @param returned their stories that a reviewer sent back; all of them, or the newest of very many
 * @param toPublish approved, and waiting for a publisher
 * @param asked what they sent to review
 * @param planned what goes out next, held editions included
 * @param failing what should be out and is not
 * @param licences live stories with a picture whose licence has ended, or ends soon
 * @param unsaved what they typed and did not save
 */
record Board(Actor actor, List<Round> rounds, StoryPage returned, List<StoryLine> drafts,
        List<AwaitingPublisher> toPublish, List<Round> asked, List<EditionLine> planned, List<EditionLine> failing,
        List<Leftover> unsaved, List<LicenceLine> licences) {

    /** What this person may decide on: a writer of the text may not. */
    public List<Round> toReview() {
        return rounds.stream().filter(round -> !round.own()).toList();
    }

    /** How much waits for this person, of what is shown. */
    public int waiting() {
        return toReview().size() + returned.lines().size() + toPublish.size();
    }

    /** Whether more was sent back than is shown: the list leads on. */
    public boolean isMoreReturned() {
        return returned.next() != null;
    }

    /** Someone without a role anywhere: they can come in, and there is nothing for them yet. */
    public boolean isStranger() {
        return actor.memberships().isEmpty();
    }
}
