package kz.qalam.admin.writing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.writing.Sheet.Window;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.Merge;

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
 */
record Conflict(Story story, int base, Copy mine, Window window, java.time.@Nullable Instant left,
        @Nullable Difference theirChanges, Difference myChanges, Merge merge) {

    /** A thing that both changed: a field by its name, a block by its place. */
    record Clash(int number, @Nullable String field, Merge.Collision texts) {}

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

    public List<Clash> clashes() {
        List<Merge.Collision> all = merge.collisions();
        return java.util.stream.IntStream.range(0, all.size()).mapToObj(number -> {
            Merge.Collision one = all.get(number);
            boolean isBlock = one.pointer().startsWith("/body/");
            return new Clash(number, isBlock ? null : one.pointer().substring(1), one);
        }).toList();
    }
}
