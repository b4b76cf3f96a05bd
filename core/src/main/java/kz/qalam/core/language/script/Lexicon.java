package kz.qalam.core.language.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.Table;

/**
 * Words that are not written as their letters say, by their beginnings, so that every suffix follows. The longest beginning
 * wins.
 */
public final class Lexicon {

    private static final class Node {

        private char[] letters = new char[0];
        private Node[] next = new Node[0];
        private @Nullable String read;

        @Nullable
        Node after(char letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return next[i];
                }
            }
            return null;
        }

        Node made(char letter) {
            Node known = after(letter);
            if (known != null) {
                return known;
            }
            Node made = new Node();
            letters = Arrays.copyOf(letters, letters.length + 1);
            next = Arrays.copyOf(next, letters.length);
            letters[letters.length - 1] = letter;
            next[letters.length - 1] = made;
            return made;
        }
    }

    /** A beginning that was found: how many letters it has, and as which letters it is read. */
    record Found(int letters, String read) {}

    private final Node root = new Node();

    private Lexicon() {
    }

    static Lexicon table(String name) {
        Lexicon lexicon = new Lexicon();
        for (String[] row : Table.rows(Lexicon.class, name)) {
            lexicon.put(row[0], row[1]);
        }
        return lexicon;
    }

    /**
     * This lexicon with more words, which win over its own.
     *
     * @param words beginnings in Cyrillic letters, and as which Cyrillic letters each is read (режиссёр, режисёр)
     */
    public Lexicon with(Map<String, String> words) {
        Lexicon more = new Lexicon();
        copy(root, more.root);
        words.forEach(more::put);
        return more;
    }

    private static void copy(Node from, Node to) {
        to.read = from.read;
        for (int i = 0; i < from.letters.length; i++) {
            copy(from.next[i], to.made(from.letters[i]));
        }
    }

    private void put(String beginning, String read) {
        Node node = root;
        for (char letter : beginning.toLowerCase(Locale.ROOT).toCharArray()) {
            node = node.made(letter);
        }
        node.read = read.toLowerCase(Locale.ROOT);
    }

    /** The longest beginning of a lower-case word that stands here. */
    @Nullable
    Found find(char[] word, int length) {
        @Nullable
        Node node = root;
        Found found = null;
        for (int i = 0; i < length; i++) {
            node = node.after(word[i]);
            if (node == null) {
                break;
            }
            if (node.read != null) {
                found = new Found(i + 1, node.read);
            }
        }
        return found;
    }
}
