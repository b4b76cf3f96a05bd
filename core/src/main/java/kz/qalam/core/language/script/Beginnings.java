package kz.qalam.core.language.script;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Finds the longest of many beginnings with which a word begins, in one walk along its letters. */
final class Beginnings<T> {

    private static final class Node<T> {

        private char[] letters = new char[0];
        private Node<T>[] next = none();
        private @Nullable T told;

        @SuppressWarnings("unchecked")
        private static <T> Node<T>[] none() {
            return (Node<T>[]) new Node<?>[0];
        }

        @Nullable
        Node<T> after(char letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return next[i];
                }
            }
            return null;
        }

        Node<T> made(char letter) {
            Node<T> known = after(letter);
            if (known != null) {
                return known;
            }
            Node<T> made = new Node<>();
            letters = Arrays.copyOf(letters, letters.length + 1);
            next = Arrays.copyOf(next, letters.length);
            letters[letters.length - 1] = letter;
            next[letters.length - 1] = made;
            return made;
        }
    }

    /** A beginning that was found: how many letters it has, and what is told of it. */
    record Found<T>(int letters, T told) {}

    /** Whether what stands behind so many letters of a word may stand there. */
    interface Rest {

        boolean follows(char[] word, int letters, int length);
    }

    private final Node<T> root = new Node<>();

    /** Of two for one beginning the later holds. */
    void put(String beginning, T told) {
        Node<T> node = root;
        for (char letter : beginning.toLowerCase(Locale.ROOT).toCharArray()) {
            node = node.made(letter);
        }
        node.told = told;
    }

    void putAll(Beginnings<T> others) {
        copy(others.root, root);
    }

    private static <T> void copy(Node<T> from, Node<T> to) {
        if (from.told != null) {
            to.told = from.told;
        }
        for (int i = 0; i < from.letters.length; i++) {
            copy(from.next[i], to.made(from.letters[i]));
        }
    }

    /** The longest beginning of a lower-case word that stands here. */
    @Nullable
    Found<T> find(char[] word, int length) {
        Node<T> node = root;
        Found<T> found = null;
        for (int i = 0; i < length; i++) {
            Node<T> next = node.after(word[i]);
            if (next == null) {
                break;
            }
            node = next;
            T told = node.told;
            if (told != null) {
                found = new Found<>(i + 1, told);
            }
        }
        return found;
    }

    /** The longest beginning of a lower-case word behind which the rest of it may stand. */
    @Nullable
    Found<T> find(char[] word, int length, Rest rest) {
        return find(root, word, 0, length, rest);
    }

    private @Nullable Found<T> find(Node<T> node, char[] word, int at, int length, Rest rest) {
        Node<T> next = at < length ? node.after(word[at]) : null;
        Found<T> longer = next == null ? null : find(next, word, at + 1, length, rest);
        T told = node.told;
        return longer != null || told == null || !rest.follows(word, at, length) ? longer : new Found<>(at, told);
    }
}
