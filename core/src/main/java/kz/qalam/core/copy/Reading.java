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

    private final List<Problem> problems = new ArrayList<>();
    private int blocks;

    void problem(String pointer, String key, Object... args) {
        if (problems.size() < MOST_PROBLEMS) {
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
