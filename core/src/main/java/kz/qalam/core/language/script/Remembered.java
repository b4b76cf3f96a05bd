package kz.qalam.core.language.script;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * How words were written before: most words of a text stood in another one. It holds so many and no more: of those that fall on
 * one place the two that came last stay, so that a rare word does not drive out a frequent one. For any number of threads.
 */
final class Remembered {

    private static final int PLACES = 1 << 15;
    private static final int LONGEST = 40;

    private record Word(String read, String written) {

        boolean stands(String text, int from, int to) {
            return read.length() == to - from && text.startsWith(read, from);
        }
    }

    /** In twos: what was asked for last stands first. */
    private final AtomicReferenceArray<@Nullable Word> places = new AtomicReferenceArray<>(PLACES);

    /** Appends how a word was written, if that is known. */
    boolean write(String text, int from, int to, StringBuilder out) {
        if (to - from > LONGEST) {
            return false;
        }
        int place = place(text, from, to);
        Word last = places.getAcquire(place);
        if (last != null && last.stands(text, from, to)) {
            out.append(last.written());
            return true;
        }
        Word before = places.getAcquire(place + 1);
        if (before == null || !before.stands(text, from, to)) {
            return false;
        }
        out.append(before.written());
        put(place, before, last);
        return true;
    }

    void learn(String text, int from, int to, String written) {
        if (to - from <= LONGEST) {
            int place = place(text, from, to);
            put(place, new Word(text.substring(from, to), written), places.getAcquire(place));
        }
    }

    /** Others may put there too: one of the words is then forgotten, and none is wrong. */
    private void put(int place, Word first, @Nullable Word second) {
        places.setRelease(place, first);
        places.setRelease(place + 1, second);
    }

    private static int place(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return ((hash ^ (hash >>> 15)) << 1) & (PLACES - 1);
    }
}
