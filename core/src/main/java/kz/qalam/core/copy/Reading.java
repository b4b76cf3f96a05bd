package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;

import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Problem;
import kz.qalam.core.refusal.TooLarge;

/** One reading of one document: collects what is wrong, so that a writer hears of everything at once, and counts blocks. */
final class Reading {

    /** Past this many, more problems help nobody. */
    static final int MOST_PROBLEMS = 50;

    private final boolean unfinished;
    private final List<Problem> problems = new ArrayList<>();
    private int blocks;

    /** @param unfinished whether fields other than the body may hold what is only half typed, and any text be too long */
    Reading(boolean unfinished) {
        this.unfinished = unfinished;
    }

    /** Whether it is read back in the middle of writing: whatever is too long may still be shortened. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** Whether what stands here is taken as it is, for it may still be typed on. */
    boolean isOpen(String pointer) {
        return unfinished && !pointer.equals("") && !pointer.startsWith("/body");
    }

    void problem(String pointer, String key, Object... args) {
        if (problems.size() < MOST_PROBLEMS && !isOpen(pointer)) {
            problems.add(new Problem(pointer, key, List.of(args)));
        }
    }

    void countBlock() {
        if (++blocks > Copy.MOST_BLOCKS) {
            throw new TooLarge(TooLarge.Unit.BLOCKS, Copy.MOST_BLOCKS);
        }
    }

    void finish() {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
