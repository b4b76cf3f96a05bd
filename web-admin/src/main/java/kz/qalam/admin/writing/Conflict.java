package kz.qalam.admin.writing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.writing.Sheet.Window;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.staff.Actor;

/**
 * A text that is not saved, beside what stands now: after two people wrote at once, or one's own that was left unsaved.
 * Nothing was overwritten, and nothing is brought back unseen.
 *
 * @param base the revision that both began from
 * @param mine what was to be saved
 * @param window where it is kept
 * @param left the moment at which it was left unsaved; absent when it was just to be saved
 * @param theirChanges from the common beginning to what stands now; absent when that is the same
 * @param myChanges from the common beginning to what was to be saved
 * @param merge how the two come together
 * @param choices what is decided, one for each collision; null for one that is not
 * @param again why the page is shown once more
 */
record Conflict(Story story, int base, Copy mine, Window window, @Nullable Instant left,
        @Nullable Difference theirChanges, Difference myChanges, Merge merge, List<Merge.@Nullable Choice> choices,
        Again again) {

    enum Again {
        NO,
        /** Someone saved between the page and the press: what was looked at is not what stands. */
        MOVED,
        UNDECIDED
    }

    static Conflict of(Articles articles, Actor actor, Story story, int base, Copy mine, Window window,
            @Nullable Instant left) {
        Copy common = articles.revision(actor, story.id(), base).copy();
        Copy current = story.revision().copy();
        Merge merge = Merge.of(common, mine, current);
        return new Conflict(story, base, mine, window, left,
                base == story.revision().number() ? null : Difference.between(common, current),
                Difference.between(common, mine), merge, Collections.nCopies(merge.collisions().size(), null),
                Again.NO);
    }

    Conflict with(Again why) {
        return new Conflict(story, base, mine, window, left, theirChanges, myChanges, merge, choices, why);
    }

    /** With what was chosen on the page: nothing is decided for a person. */
    Conflict chosen(MultivaluedMap<String, String> fields) {
        List<Merge.@Nullable Choice> chosen = new ArrayList<>();
        for (int number = 0; number < choices.size(); number++) {
            chosen.add(choice(fields.getFirst("choice-" + number), isBlock(number)));
        }
        return new Conflict(story, base, mine, window, left, theirChanges, myChanges, merge, chosen, again);
    }

    private static Merge.@Nullable Choice choice(@Nullable String chosen, boolean isBlock) {
        return switch (Objects.requireNonNullElse(chosen, "")) {
            case "mine" -> Merge.Choice.MINE;
            case "theirs" -> Merge.Choice.THEIRS;
            case "both" -> isBlock ? Merge.Choice.BOTH : null;
            default -> null;
        };
    }

    private boolean isBlock(int number) {
        return merge.collisions().get(number).pointer().startsWith("/body/");
    }

    /** How many collisions wait for a choice. */
    public long undecided() {
        return choices.stream().filter(Objects::isNull).count();
    }

    /** All choices, once none is left. */
    List<Merge.Choice> decided() {
        return choices.stream().map(Objects::requireNonNull).toList();
    }

    /**
     * A thing that both changed.
     *
     * @param field its name in JSON; null for a block
     * @param was in a body, what both began from
     */
    record Clash(int number, @Nullable String field, Merge.Side was, Half mine, Half theirs,
            Merge.@Nullable Choice choice, boolean isMissing) {

        /** The choice as the form names it; empty where none was made. */
        public String chosen() {
            return choice == null ? "" : choice.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one side made of it.
     *
     * @param change of a field; null for a block
     * @param picture where the field is the main picture, and this side has one
     */
    record Half(Merge.Side side, Difference.@Nullable FieldChange change, @Nullable Picture picture) {

        static Half of(Merge.Side side, @Nullable String field, @Nullable Difference changes, Copy copy) {
            return new Half(side,
                    field == null || changes == null
                            ? null
                            : changes.fields().stream().filter(change -> change.field().equals(field)).findFirst()
                                    .orElse(null),
                    "picture".equals(field) ? copy.picture() : null);
        }

        public boolean isEmpty() {
            return side.isEmpty();
        }
    }

    public String json() {
        return mine.json().toString();
    }

    /** Whether others saved after the text was begun. */
    public boolean isMoved() {
        return theirChanges != null;
    }

    public boolean isMergeable() {
        return theirChanges != null && merge.collisions().isEmpty();
    }

    public boolean isShownAgain() {
        return again == Again.MOVED;
    }

    public boolean isUnanswered() {
        return again == Again.UNDECIDED;
    }

    public List<Clash> clashes() {
        List<Merge.Collision> all = merge.collisions();
        return IntStream.range(0, all.size()).mapToObj(number -> {
            Merge.Collision one = all.get(number);
            String field = isBlock(number) ? null : one.pointer().substring(1);
            return new Clash(number, field, one.base(), Half.of(one.mine(), field, myChanges, mine),
                    Half.of(one.theirs(), field, theirChanges, story.revision().copy()), choices.get(number),
                    isUnanswered() && choices.get(number) == null);
        }).toList();
    }
}
