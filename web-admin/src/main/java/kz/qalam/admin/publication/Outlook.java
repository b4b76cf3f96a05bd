package kz.qalam.admin.publication;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Story;
import kz.qalam.core.publication.EditionLine;

/**
 * How one story stands before the public, and what a publisher can do about it.
 *
 * @param editions newest first
 * @param typed what stood in the form that was not accepted
 */
record Outlook(Story story, List<EditionLine> editions, Typed typed, List<String> problems) {

    /** @param act which form it was: plan, end, hold, withdraw, or none */
    record Typed(String act, String reason, String notice, String from) {

        static final Typed NOTHING = new Typed("", "", "", "");

        public boolean is(String form) {
            return act.equals(form);
        }
    }

    /** The approved revision that a publisher can plan or move: newer than what readers have. */
    @Nullable
    public Integer plannable() {
        Integer approved = story.approvedRevision();
        Standing.Live live = story.standing().live();
        return approved != null && story.may(Move.PLAN) && (live == null || approved > live.revision())
                ? approved
                : null;
    }

    public boolean isPlanned() {
        return !story.standing().planned().isEmpty();
    }

    public boolean isHoldable() {
        return story.may(Move.HOLD);
    }

    public boolean isWithdrawable() {
        return story.may(Move.WITHDRAW);
    }

    /** Whether its time before the public can be given an end. */
    public boolean isEndable() {
        return story.may(Move.PLAN) && (story.standing().live() != null || isPlanned());
    }

    public boolean isActable() {
        return plannable() != null || isHoldable() || isWithdrawable();
    }
}
