package kz.qalam.core.review;

import kz.qalam.core.article.Revision;
import kz.qalam.core.refusal.OwnWriting;
import kz.qalam.core.staff.Actor;

/**
 * Nobody approves a revision of which they are a writer. A comma added by a second hand does not launder the first: the
 * writers of a revision are all those since the last one that a review approved. The database enforces the same.
 */
final class FourEyes {

    private FourEyes() {
    }

    /** @throws OwnWriting when the reviewer wrote any of it */
    static void guard(Actor reviewer, Revision revision) {
        if (revision.isWrittenBy(reviewer)) {
            throw new OwnWriting();
        }
    }
}
