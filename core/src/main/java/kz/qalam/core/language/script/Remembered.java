package kz.qalam.core.language.script;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * How words were written before: most words of a text stood in another one. It holds so many and no more: of two that fall on
 * one place the later stays. For any number of threads.
 */
final class Remembered {

    private static final int PLACES = 1 << 15;
    private static final int LONGEST = 40;

    private record Word(String read, String written) {}

    private final AtomicReferenceArray<@Nullable Word> places = new AtomicReferenceArray<>(PLACES);

    /** Appends how a word was written, if that is known. */
    boolean write(String text, int from, int to, StringBuilder out) {
        if (to - from > LONGEST) {
            return false;
        }
        Word word = places.get(place(text, from, to));
        if (word == null || word.read().length() != to - from || !text.startsWith(word.read(), from)) {
            return false;
        }
        out.append(word.written());
        return true;
    }

    void learn(String text, int from, int to, String written) {
        if (to - from <= LONGEST) {
            places.set(place(text, from, to), new Word(text.substring(from, to), written));
        }
    }

    private static int place(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
