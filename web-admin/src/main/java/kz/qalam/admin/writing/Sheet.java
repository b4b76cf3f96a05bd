package kz.qalam.admin.writing;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.WorkingText;
import kz.qalam.core.copy.Age;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Counts;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.Language;
import kz.qalam.core.review.Note;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Desk;

/**
 * The writing page.
 *
 * @param story absent while it has not been saved for the first time
 * @param copy what stands in the fields
 * @param expected the revision that a save goes on from; 0 for a new story
 * @param merging the older revision from which the text also draws; absent unless two people wrote at once
 * @param request what a new story's first save is called
 * @param writer who looks, by id: what their browser keeps is theirs alone
 * @param window in which window it is typed, and how far that window's unsaved text has come
 * @param sections their names by slug
 * @param desks where a new story can be started
 * @param desk the one of them that is chosen; absent: the first
 * @param sentBack the round in which a reviewer asked for changes; absent unless that is how the story stands
 * @param problems why the last save was not accepted
 * @param beside another text kept in sight, after two people wrote at once
 * @param left this writer's unsaved texts of other windows
 * @param notes open ones, at passages of the story
 * @param cameIn what others had saved meanwhile and was brought together with the last save
 */
record Sheet(@Nullable Story story, Copy copy, int expected, @Nullable Integer merging, String request, UUID writer,
        Window window, Map<String, String> sections, List<Desk> desks, @Nullable UUID desk, @Nullable Round sentBack,
        List<String> problems, @Nullable Beside beside, List<WorkingText> left, List<Note> notes,
        @Nullable CameIn cameIn) {

    /** The kinds of findings that the story's desk wants settled before it is submitted, set apart by spaces. */
    public String settled() {
        return story == null ? "" : String.join(" ", story.desk().settled());
    }

    /** The story's id; empty while it has not been saved for the first time. */
    public String saved() {
        return story == null ? "" : story.id().toString();
    }

    /** @param own whether it is the writer's own unsaved text, rather than the saved one */
    record Beside(Copy copy, boolean own, int revision) {}

    /** @param counter of the newest unsaved text of this window; 0 for a window just opened */
    record Window(UUID id, long counter) {

        static Window opened() {
            return new Window(UUID.randomUUID(), 0);
        }

        /** In which a text that was not saved is typed on: never the one that another page may still have open. */
        static Window onwards() {
            return new Window(UUID.randomUUID(), 1);
        }
    }

    /** @param by who saved it */
    record CameIn(int revision, String by, Difference changes) {}

    Sheet with(List<WorkingText> left, List<Note> notes, @Nullable CameIn cameIn) {
        return new Sheet(story, copy, expected, merging, request, writer, window, sections, desks, desk, sentBack,
                problems, beside, left, notes, cameIn);
    }

    public boolean isWritable() {
        return story == null || story.may(Move.EDIT);
    }

    public boolean isSubmittable() {
        return story != null && story.may(Move.SUBMIT);
    }

    public boolean isHandable() {
        return story != null && story.may(Move.HAND_OVER);
    }

    /** Whether something on the page is saved nowhere. */
    public boolean isUnsaved() {
        return !problems.isEmpty() || beside != null || merging != null || window.counter() > 0;
    }

    public String json() {
        return copy.json().toString();
    }

    public Counts counts() {
        return copy.counts();
    }

    /** Where the story's pages stand. */
    public String place() {
        return story == null ? "/stories/new" : "/stories/" + story.id();
    }

    /** Where a save goes. */
    public String address() {
        return story == null ? "/stories/new" : "/stories/" + story.id() + "/copy";
    }

    public String tags() {
        return String.join(", ", copy.tags());
    }

    public String bylines() {
        return copy.bylines().stream().map(Byline::name).collect(joining(", "));
    }

    public String seoTitle() {
        return copy.seo() == null || copy.seo().title() == null ? "" : copy.seo().title();
    }

    public String seoDescription() {
        return copy.seo() == null || copy.seo().description() == null ? "" : copy.seo().description();
    }

    public List<Age> ages() {
        return List.of(Age.values());
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }
}
