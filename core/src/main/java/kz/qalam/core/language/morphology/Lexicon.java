package kz.qalam.core.language.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The stems that are known, in a letter tree, with what each costs as a noun, a verb or a word without forms: 10 × minus
 * the natural logarithm of how often the news have it.
 */
final class Lexicon {

    static final int NONE = -1;
    static final int ROOT = 0;
    /** What a stem can be; a place in a node's costs. Names and adjectives go as nouns. */
    static final int NOUN = 0;
    static final int VERB = 1;
    static final int FIXED = 2;
    static final int KINDS = 3;

    /** A stem that the frequencies do not have. */
    static final int UNSEEN = 131;
    private static final double TOKENS = 130_000;
    private static final int NEVER = 0;
    private static final double FAMILY = 6;

    private int[] keys = new int[1 << 20];
    private int[] children = new int[1 << 20];
    private int[] parents = new int[1 << 17];
    private int nodes = 1;
    private byte[] costs = new byte[KINDS << 17];
    private byte[] marks = new byte[1 << 17];
    private final Map<String, List<Irregular>> irregulars = new LinkedHashMap<>();
    private final Map<Integer, String> whole = new HashMap<>();
    private final List<String> loans = new ArrayList<>();
    private int stems;

    static final int ELIDES = 1;
    static final int FRONT = 2;
    static final int BACK = 4;
    static final int KEEPS = 8;
    /** Learnt from the news, not from a dictionary. */
    static final int SEEN = 16;
    /** The elision is read, but not written any more: бауыры, not бауры. */
    static final int WHOLE = 32;

    /** A form that no rule makes: маған of мен. */
    record Irregular(String lemma, String kind, String features, int cost) {}

    static Lexicon read() {
        return read(Rows::each);
    }

    /** Where the lists come from: those that ship, or others while they are made. */
    interface Lists {
        void each(String name, Consumer<String[]> row);
    }

    static Lexicon read(Lists lists) {
        Lexicon lexicon = new Lexicon();
        lists.each("words-hunspell-kk.tsv", row -> lexicon.add(row[0], row[1], UNSEEN));
        lists.each("words-common.tsv", row -> lexicon.add(row[0], row[1], UNSEEN));
        lists.each("words-news.tsv", row -> lexicon.add(row[0], row[1], UNSEEN));
        lists.each("words.tsv", row -> {
            lexicon.add(row[0], row[1], row.length > 2 && !row[2].isEmpty() ? cost(Integer.parseInt(row[2])) : 115);
            if (row.length > 3) {
                lexicon.mark(row[0], row[3]);
            }
        });
        lexicon.weighFamilies();
        lists.each("frequencies.tsv", row -> lexicon.frequency(row[0], row[1], cost(Integer.parseInt(row[2]))));
        lexicon.wear();
        lists.each("irregular.tsv", row -> lexicon.irregulars.computeIfAbsent(row[0], any -> new ArrayList<>(1))
                .add(new Irregular(row[1], row[2], row[3], row[4].isEmpty() ? 80 : cost(Integer.parseInt(row[4])))));
        return lexicon;
    }

    private Lexicon() {
    }

    static int cost(int count) {
        return (int) Math.round(10 * Math.log(TOKENS / (count + 0.3)));
    }

    private void add(String word, String kinds, int cost) {
        int node = grow(word);
        for (int i = 0; i < kinds.length(); i++) {
            set(node, kind(kinds.charAt(i)), cost);
        }
        stems++;
        if (kinds.indexOf('n') >= 0 && Loans.worn(word) != null) {
            loans.add(word);
        }
    }

    /** жүкт, қызметт are slips of the dictionary: жүкті and қызметті are жүк and қызмет with a suffix. */
    private void wear() {
        for (String loan : loans) {
            String worn = Objects.requireNonNull(Loans.worn(loan));
            if (cost(node(loan.substring(0, loan.length() - 1)), NOUN) == NEVER || loan.endsWith("зд")) {
                whole.put(grow(worn), loan);
            }
        }
    }

    /** The loan word whose stem before suffixes ends at a node: процесс of процес. */
    @Nullable
    String whole(int node) {
        return whole.get(node);
    }

    /** A stem that many others begin with is a common one (қазақ, қазақша, қазақстандық), but no likelier than what the news have once. */
    private void weighFamilies() {
        int[] families = new int[nodes];
        for (int node = nodes - 1; node > ROOT; node--) {
            boolean stem = false;
            for (int kind = 0; kind < KINDS; kind++) {
                stem |= cost(node, kind) != NEVER;
            }
            families[node] += stem ? 1 : 0;
            for (int kind = 0; kind < KINDS; kind++) {
                if (cost(node, kind) == UNSEEN) {
                    set(node, kind,
                            Math.max(cost(1) + 1, UNSEEN - (int) Math.round(FAMILY * Math.log(families[node]))));
                }
            }
            families[parents[node]] += families[node];
        }
    }

    /** The counts only rank stems that a list has; they add none. */
    private void frequency(String word, String kind, int cost) {
        int node = node(word);
        if (node != NONE && cost(node, kind(kind.charAt(0))) != NEVER) {
            set(node, kind(kind.charAt(0)), cost);
        }
    }

    static int kind(char letter) {
        return letter == 'v' ? VERB : letter == 'x' ? FIXED : NOUN;
    }

    private void mark(String word, String marked) {
        int node = node(word);
        for (String mark : marked.split(",")) {
            marks[node] |= switch (mark) {
                case "elides" -> ELIDES;
                case "whole" -> ELIDES | WHOLE;
                case "front" -> FRONT;
                case "back" -> BACK;
                case "keeps" -> KEEPS;
                default -> 0;
            };
        }
    }

    private void set(int node, int kind, int cost) {
        costs[node * KINDS + kind] = (byte) Math.min(cost, 250);
    }

    private int grow(String word) {
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int child = child(node, word.charAt(i));
            if (child == NONE) {
                child = nodes++;
                if (child >= parents.length) {
                    parents = Arrays.copyOf(parents, parents.length * 2);
                }
                parents[child] = node;
                if (nodes * KINDS >= costs.length) {
                    costs = Arrays.copyOf(costs, costs.length * 2);
                    marks = Arrays.copyOf(marks, marks.length * 2);
                }
                if (nodes * 2 > keys.length) {
                    rehash();
                }
                put(key(node, letter(word.charAt(i))), child);
            }
            node = child;
        }
        return node;
    }

    private void rehash() {
        int[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new int[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(int key, int child) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private int slot(int key) {
        return ((key * 0x9E3779B1) >>> 7) & (keys.length - 1);
    }

    private static int key(int node, int letter) {
        return (node << 6) | letter;
    }

    private static final String LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәіңғүұқөһ-’0123456789";
    private static final byte[] CODES = new byte[0x500];

    static {
        for (int i = 0; i < LETTERS.length(); i++) {
            char c = LETTERS.charAt(i);
            if (c < CODES.length) {
                CODES[c] = (byte) (i + 1);
            }
        }
    }

    private static int letter(char c) {
        return c < CODES.length ? CODES[c] : 0;
    }

    int child(int node, char c) {
        int letter = letter(c);
        if (letter == 0 || node == NONE) {
            return NONE;
        }
        int key = key(node, letter);
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    int node(CharSequence word) {
        int node = ROOT;
        for (int i = 0; i < word.length() && node != NONE; i++) {
            node = child(node, word.charAt(i));
        }
        return node;
    }

    /** What the stem at a node costs as a kind; 0 if it is none. */
    int cost(int node, int kind) {
        return node == NONE ? NEVER : costs[node * KINDS + kind] & 0xff;
    }

    boolean marked(int node, int mark) {
        return node != NONE && (marks[node] & mark) != 0;
    }

    List<Irregular> irregulars(String form) {
        return irregulars.getOrDefault(form, List.of());
    }

    Map<String, List<Irregular>> irregulars() {
        return irregulars;
    }

    /** Whether the lemma has its whole row of cases in irregular.tsv. */
    boolean isPronoun(String lemma) {
        return irregulars.getOrDefault(lemma, List.of()).stream()
                .anyMatch(form -> form.lemma().equals(lemma) && form.features().equals("NOM"));
    }

    /** The letters that a stem may go on with after a node. */
    String letters() {
        return LETTERS;
    }

    int size() {
        return stems;
    }
}
