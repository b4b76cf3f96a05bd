package kz.qalam.core.language.script;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.Table;

/**
 * Words that are not written as their letters say, by their beginnings, so that every suffix follows. The longest beginning
 * wins.
 */
public final class Lexicon {

    private static final Beginnings.Rest ANYTHING = (word, letters, length) -> true;

    static final Lexicon NOTHING = new Lexicon(ANYTHING);

    private final Beginnings<String> words = new Beginnings<>();
    private final Beginnings.Rest rest;

    private Lexicon(Beginnings.Rest rest) {
        this.rest = rest;
    }

    /** Whatever stands behind the beginnings. */
    static Lexicon table(String name) {
        return table(name, ANYTHING);
    }

    /** @param rest what may stand behind the beginnings */
    static Lexicon table(String name, Beginnings.Rest rest) {
        Lexicon lexicon = new Lexicon(rest);
        for (String[] row : Table.rows(Lexicon.class, name)) {
            lexicon.put(row[0], row[1]);
        }
        return lexicon;
    }

    /**
     * This lexicon with more words, which win over its own.
     *
     * @param more beginnings in Cyrillic letters, and as which Cyrillic letters each is read (режиссёр, режисёр)
     */
    public Lexicon with(Map<String, String> more) {
        Lexicon lexicon = new Lexicon(rest);
        lexicon.words.putAll(words);
        more.forEach(lexicon::put);
        return lexicon;
    }

    private void put(String beginning, String read) {
        words.put(beginning, read.toLowerCase(Locale.ROOT));
    }

    /** The longest beginning of a lower-case word that stands here, and as which letters it is read. */
    Beginnings.@Nullable Found<String> find(char[] word, int length) {
        return words.find(word, length, rest);
    }
}
