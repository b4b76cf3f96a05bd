package kz.qalam.admin.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twin;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.review.Note;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Person;

/**
 * The review page.
 *
 * @param open the round to be decided; absent when nothing is in review
 * @param earlier rounds that are over, newest first
 * @param copy the text in review, or the current one
 * @param since the last approved revision; absent when there is none before this one
 * @param difference from that revision to this text
 * @param notes at passages of the text, open ones first
 * @param standing what the proofreader found in it and was let stand
 * @param twins what is nearly the same text and stands already
 * @param typed what was typed and not accepted
 */
record Judgement(Actor actor, Story story, @Nullable Round open, List<Round> earlier, Copy copy,
        @Nullable Integer since, @Nullable Difference difference, List<Note> notes, LeftStanding standing,
        List<Twin> twins, Typed typed,
        List<String> problems) {

    /**
     * What stood in a form that was not accepted.
     *
     * @param note to the writers
     * @param quoted the passage that a note is about
     * @param said the note at that passage
     */
    record Typed(String note, String quoted, String said) {

        static final Typed NOTHING = new Typed("", "", "");

        static Typed note(@Nullable String note) {
            return new Typed(note == null ? "" : note, "", "");
        }
    }

    public boolean isDecider() {
        return open != null && story.may(Move.APPROVE);
    }

    /** May send back, but not approve: the four-eyes rule. */
    public boolean isOwnWriting() {
        return open != null && open.own() && story.may(Move.REQUEST_CHANGES);
    }

    /** The revision that is read here. */
    public int revision() {
        return open == null ? story.revision().number() : open.revision();
    }

    public boolean isResolver(Note note) {
        return note.isOpen() && (note.own() || story.may(Move.EDIT));
    }

    /** How long it has waited, in whole minutes. */
    private long waited() {
        return open == null ? 0 : Math.max(0, Duration.between(open.askedAt(), Instant.now()).toMinutes());
    }

    public long days() {
        return waited() / (24 * 60);
    }

    public long hours() {
        return waited() / 60 % 24;
    }

    public long minutes() {
        return waited() % 60;
    }

    public boolean isRecallable() {
        return story.may(Move.RECALL);
    }

    public boolean isSubmittable() {
        return story.may(Move.SUBMIT);
    }

    /** Whether a yes is all that it needs to go out. */
    public boolean isPublishedByYes() {
        return story.desk().publishes() == PublishingRule.ON_APPROVAL;
    }

    public List<String> writers() {
        return story.writers().stream().map(Person::name).toList();
    }

    public UUID id() {
        return story.id();
    }
}
