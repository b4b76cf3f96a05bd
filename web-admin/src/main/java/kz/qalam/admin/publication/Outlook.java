package kz.qalam.admin.publication;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twin;
import kz.qalam.core.publication.EditionLine;

/**
 * How one story stands before the public, and what a publisher can do about it.
 *
 * @param editions newest first
 * @param seen one sign of how its editions stand, which a plan gives back
 * @param twins what is nearly the same text as the one that can be planned, and stands already
 * @param typed what stood in the form that was not accepted
 */
record Outlook(Story story, List<EditionLine> editions, String seen, List<Twin> twins, Typed typed,
        List<String> problems) {

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
        return plannable(story);
    }

    @Nullable
    static Integer plannable(Story story) {
        Integer approved = story.approvedRevision();
        Standing.Live live = story.standing().live();
        return approved != null && story.may(Move.PLAN) && (live == null || approved > live.revision())
                ? approved
                : null;
    }

    /** The time that stands in the form: that of what is planned or held, as long as it is to come. */
    @Nullable
    public Instant plannedFor() {
        return story.standing().planned().stream().filter(each -> Integer.valueOf(each.revision()).equals(plannable()))
                .map(Standing.Planned::from).filter(from -> from.isAfter(Instant.now())).findFirst().orElse(null);
    }

    /** Whether an edition of the revision that can be planned waits already. */
    public boolean isWaiting() {
        return story.standing().planned().stream()
                .anyMatch(each -> Integer.valueOf(each.revision()).equals(plannable()));
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

    /** The end as this page shows it, for the act that goes over it. */
    public String endSeen() {
        return Standing.End.sign(story.standing().end());
    }

    /** Whether something was typed whose form is not there any more. */
    public boolean isOrphaned() {
        return (typed.is("hold") && !isHoldable()) || (typed.is("withdraw") && !isWithdrawable())
                || (typed.is("end") && !isEndable());
    }

    public boolean isActable() {
        return plannable() != null || isHoldable() || isWithdrawable();
    }
}
