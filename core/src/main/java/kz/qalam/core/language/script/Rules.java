package kz.qalam.core.language.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.Table;

/**
 * A table of spelling rules, readied for words in the letters of one script. Neighbours are read in the source, so that what is
 * already written never decides what comes next.
 */
final class Rules {

    private static final char EDGE = 0;

    private record Rule(String letters, @Nullable Neighbour before, @Nullable Neighbour after, String written) {}

    private record Neighbour(boolean none, boolean edge, String letters) {

        boolean fits(char letter) {
            boolean among = letter == EDGE ? edge : letters.indexOf(letter) >= 0;
            return among != none;
        }
    }

    private final Letters letters;
    private final Rule[][] byFirst;

    /**
     * @param letters those that the table turns
     * @param column the column of the table that holds what is written; an empty one falls back on the fourth
     */
    Rules(String table, Letters letters, int column) {
        this.letters = letters;
        this.byFirst = new Rule[letters.last() - letters.first() + 1][];
        Map<String, String> classes = classes();
        Map<Character, List<Rule>> rules = new HashMap<>();
        for (String[] row : Table.rows(Rules.class, table)) {
            String written = row.length > column && !row[column].isEmpty() ? row[column] : row[3];
            rules.computeIfAbsent(row[0].charAt(0), first -> new ArrayList<>()).add(new Rule(row[0],
                    neighbour(row[1], '^', classes), neighbour(row[2], '$', classes), written.replace("∅", "")));
        }
        // Stable: of equal length the table's order stands, but a row with neighbours comes before one without.
        rules.forEach((first, of) -> {
            of.sort(Comparator.<Rule>comparingInt(rule -> -rule.letters().length())
                    .thenComparing(rule -> rule.before() == null && rule.after() == null));
            byFirst[first - letters.first()] = of.toArray(Rule[]::new);
        });
    }

    static Map<String, String> classes() {
        Map<String, String> classes = new HashMap<>();
        for (String[] row : Table.rows(Rules.class, "letters.tsv")) {
            classes.put(row[0], row[1]);
        }
        return classes;
    }

    private static @Nullable Neighbour neighbour(String column, char edge, Map<String, String> classes) {
        if (column.isEmpty()) {
            return null;
        }
        boolean none = column.startsWith("!");
        StringBuilder letters = new StringBuilder();
        boolean atEdge = false;
        for (char sign : column.substring(none ? 1 : 0).toCharArray()) {
            if (sign == edge) {
                atEdge = true;
            } else {
                letters.append(classes.getOrDefault(String.valueOf(sign), String.valueOf(sign)));
            }
        }
        return new Neighbour(none, atEdge, letters.toString());
    }

    /** What stands at a place of a word: how many letters it takes, and what is written for them. */
    interface Writer {
        void write(int letters, String written);
    }

    /**
     * Writes the letters of a word from a place to its end.
     *
     * @param word in lower case
     */
    void write(char[] word, int from, int length, Writer writer) {
        for (int at = from; at < length;) {
            at += writeOne(word, at, length, writer);
        }
    }

    /** Writes what stands at one place; returns how many letters that took. */
    int writeOne(char[] word, int at, int length, Writer writer) {
        Rule rule = rule(word, at, length);
        if (rule == null) {
            writer.write(1, String.valueOf(word[at]));
            return 1;
        }
        writer.write(rule.letters().length(), rule.written());
        return rule.letters().length();
    }

    private @Nullable Rule rule(char[] word, int at, int length) {
        Rule[] candidates = letters.has(word[at]) ? byFirst[word[at] - letters.first()] : null;
        if (candidates == null) {
            return null;
        }
        for (Rule rule : candidates) {
            int end = at + rule.letters().length();
            if (end <= length && stands(rule.letters(), word, at)
                    && (rule.before() == null || rule.before().fits(at == 0 ? EDGE : word[at - 1]))
                    && (rule.after() == null || rule.after().fits(end == length ? EDGE : word[end]))) {
                return rule;
            }
        }
        return null;
    }

    private static boolean stands(String letters, char[] word, int at) {
        for (int i = 1; i < letters.length(); i++) {
            if (letters.charAt(i) != word[at + i]) {
                return false;
            }
        }
        return true;
    }
}
