package kz.qalam.core.article;

import static kz.qalam.core.article.Move.By.ADMIN;
import static kz.qalam.core.article.Move.By.EDITOR;
import static kz.qalam.core.article.Move.By.ONCE_APPROVED_PUBLISHER;
import static kz.qalam.core.article.Move.By.OWNER;
import static kz.qalam.core.article.Move.By.REVIEWER;
import static kz.qalam.core.article.Move.By.TAKER;
import static kz.qalam.core.article.Stage.APPROVED;
import static kz.qalam.core.article.Stage.CHANGES_REQUESTED;
import static kz.qalam.core.article.Stage.DRAFT;
import static kz.qalam.core.article.Stage.IN_REVIEW;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.WrongStage;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * The whole workflow: what may be done with a story, from which stages, to which, by whom, and what must stand before
 * the public for it to make sense. Guards, buttons and the API's list of moves read this table and nothing else.
 */
public enum Move {

    // @formatter:off  move, from which stages, to which, with what before the public, by whom
    READ(           Stages.ANY,                       null,              Needs.NOTHING, OWNER, TAKER, EDITOR, REVIEWER, ONCE_APPROVED_PUBLISHER),
    READ_TRAIL(     Stages.ANY,                       null,              Needs.NOTHING, OWNER, TAKER, EDITOR, REVIEWER, ONCE_APPROVED_PUBLISHER, ADMIN),
    EDIT(           Stages.ANY,                       DRAFT,             Needs.NOTHING, OWNER, TAKER, EDITOR, REVIEWER),
    SUBMIT(         Set.of(DRAFT, CHANGES_REQUESTED), IN_REVIEW,         Needs.NOTHING, OWNER, EDITOR),
    RECALL(         Set.of(IN_REVIEW),                DRAFT,             Needs.NOTHING, OWNER, EDITOR),
    APPROVE(        Set.of(IN_REVIEW),                APPROVED,          Needs.NOTHING, REVIEWER),
    REQUEST_CHANGES(Set.of(IN_REVIEW),                CHANGES_REQUESTED, Needs.NOTHING, REVIEWER),
    HAND_OVER(      Stages.ANY,                       null,              Needs.NOTHING, OWNER, EDITOR),
    PLAN(           Stages.ANY,                       null,              Needs.NOTHING, ONCE_APPROVED_PUBLISHER),
    HOLD(           Stages.ANY,                       null,              Needs.SOMETHING_PLANNED, ONCE_APPROVED_PUBLISHER),
    WITHDRAW(       Stages.ANY,                       null,              Needs.SOMETHING_LIVE, ONCE_APPROVED_PUBLISHER);
    // @formatter:on

    /** In which capacity someone makes a move. */
    enum By {
        /** The author whose story it is, while still an author of its desk. */
        OWNER((actor, story) -> actor.is(Role.AUTHOR, story.desk()) && story.belongsTo(actor)),
        /** Any author of the desk, as long as an imported story is nobody's. */
        TAKER((actor, story) -> actor.is(Role.AUTHOR, story.desk()) && story.isNobodys()),
        EDITOR((actor, story) -> actor.is(Role.EDITOR, story.desk())),
        REVIEWER((actor, story) -> actor.is(Role.REVIEWER, story.desk())),
        /** A publisher sees a story from its first approval on. */
        ONCE_APPROVED_PUBLISHER((actor, story) -> actor.is(Role.PUBLISHER, story.desk()) && story.wasApproved()),
        ADMIN((actor, story) -> actor.isAdmin());

        private final BiPredicate<Actor, Article> holds;

        By(BiPredicate<Actor, Article> holds) {
            this.holds = holds;
        }
    }

    private final Set<Stage> from;
    private final @Nullable Stage to;
    private final Predicate<Standing> needs;
    private final List<By> by;

    Move(Set<Stage> from, @Nullable Stage to, Predicate<Standing> needs, By... by) {
        this.from = from;
        this.to = to;
        this.needs = needs;
        this.by = List.of(by);
    }

    /** Where the working copy stands afterwards; absent when the move leaves it where it is. */
    public @Nullable Stage to() {
        return to;
    }

    /** Whether this person may make this move with this story at some stage. */
    public boolean permits(Actor actor, Article story) {
        return by.stream().anyMatch(capacity -> capacity.holds.test(actor, story));
    }

    /** Whether the move is open now: permitted, from this stage, with this standing. */
    public boolean isOpen(Actor actor, Article story, Standing standing) {
        return permits(actor, story) && from.contains(story.stage()) && needs.test(standing);
    }

    /**
     * Lets the move pass or refuses it.
     *
     * @throws NotFound to someone who may not even read the story: for them it does not exist
     * @throws NotPermitted to a reader who may not make the move
     * @throws WrongStage when the story stands where this move does not start
     */
    public void guard(Actor actor, Article story) {
        guardCapacity(actor, story);
        if (!from.contains(story.stage())) {
            throw new WrongStage(story.stage().name(), name());
        }
    }

    /** The part of {@link #guard} that does not look at the stage. */
    public void guardCapacity(Actor actor, Article story) {
        if (!permits(actor, story)) {
            if (READ.permits(actor, story)) {
                throw new NotPermitted();
            }
            throw new NotFound();
        }
    }

    /** The moves open to this person now, in the order of the walk, {@link #READ} and {@link #READ_TRAIL} left out. */
    static List<Move> open(Actor actor, Article story, Standing standing) {
        return Arrays.stream(values()).filter(move -> move != READ && move != READ_TRAIL)
                .filter(move -> move.isOpen(actor, story, standing)).toList();
    }

    private static final class Stages {
        static final Set<Stage> ANY = Set.of(Stage.values());
    }

    private static final class Needs {
        static final Predicate<Standing> NOTHING = standing -> true;
        static final Predicate<Standing> SOMETHING_PLANNED = standing -> standing.planned().stream()
                .anyMatch(edition -> edition.held() == null);
        static final Predicate<Standing> SOMETHING_LIVE = standing -> standing.live() != null;
    }
}
