package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Analyser;

/**
 * What someone looks for: every word, in any of its forms.
 *
 * @param words one after the other
 */
record Sought(List<Word> words) {

    /** Words of a question that are looked at. */
    static final int MOST = 12;

    /** Letters from which on the last word may be one that is still being typed; fewer begin too many words. */
    private static final int BEGUN = 3;

    /** How many letters of an unended suffix are taken off. */
    private static final int UNENDED = 4;

    /** Letters of a Russian form beyond its stem. */
    private static final int RUSSIAN_ENDING = 4;

    /**
     * A word of a question.
     *
     * @param sure keys of which a story has one
     * @param together keys of which a story has all: the parts of a compound; may be empty
     * @param maybe keys of words that were perhaps meant: typed without Kazakh letters, or of another reading
     * @param begun with what a key begins when the word is not yet ended
     * @param stem of a Russian form, where it has one
     */
    record Word(Set<String> sure, Set<String> together, Set<String> maybe, Set<String> begun, @Nullable String stem) {

        String sureQuery() {
            return any(alternatives());
        }

        String query() {
            Set<String> any = alternatives();
            maybe.forEach(key -> any.add(quoted(key)));
            begun.forEach(key -> any.add(quoted(key) + ":*"));
            return any(any);
        }

        private Set<String> alternatives() {
            Set<String> any = new LinkedHashSet<>();
            sure.forEach(key -> any.add(quoted(key)));
            if (!together.isEmpty()) {
                any.add(together.stream().map(Sought::quoted).collect(Collectors.joining(" & ", "(", ")")));
            }
            return any;
        }

        private boolean isMetBy(String form) {
            if (stem != null && form.startsWith(stem) && form.length() - stem.length() <= RUSSIAN_ENDING) {
                return true;
            }
            for (String key : Keys.of(form)) {
                if (sure.contains(key) || together.contains(key) || maybe.contains(key)
                        || begun.stream().anyMatch(key::startsWith)) {
                    return true;
                }
            }
            return sure.contains(form);
        }
    }

    /**
     * @param words as typed; a space at their end says that the last one is ended
     * @param stems the Russian stem of a form, where it has one
     */
    static Sought of(String words, Map<String, String> stems) {
        List<Word> all = new ArrayList<>();
        Set<String> forms = forms(words);
        int left = forms.size();
        for (String form : forms) {
            left--;
            all.add(word(form, stems.get(form), left == 0 && isOpen(words)));
        }
        return new Sought(List.copyOf(all));
    }

    static Set<String> forms(String words) {
        return Keys.forms(words, MOST);
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /** As PostgreSQL's tsquery: stories that have every word. */
    String sure() {
        return words.stream().map(Word::sureQuery).collect(Collectors.joining(" & "));
    }

    /** Those, and stories that have words which were perhaps meant. */
    String query() {
        return words.stream().map(Word::query).collect(Collectors.joining(" & "));
    }

    /** Which of the words a form of a text is one of; -1 for none. */
    int meets(String form) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isMetBy(form)) {
                return i;
            }
        }
        return -1;
    }

    private static Word word(String form, @Nullable String stem, boolean open) {
        Set<String> sure = new LinkedHashSet<>(List.of(form, Analyser.shipped().key(form)));
        if (stem != null) {
            sure.add(stem);
        }
        List<String> parts = Keys.parts(form);
        Set<String> together = parts.size() > 1
                ? parts.stream().map(Analyser.shipped()::key).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
        Set<String> lemmas = new LinkedHashSet<>(Analyser.shipped().keys(form));
        lemmas.add(form);
        lemmas.addAll(Keys.restored(form));
        Set<String> begun = new LinkedHashSet<>();
        if (open && form.length() >= BEGUN) {
            begun.add(form);
            begun.addAll(Keys.folded(form));
            for (int cut = 1; cut <= UNENDED && form.length() - cut >= BEGUN; cut++) {
                String before = form.substring(0, form.length() - cut);
                if (Analyser.shipped().knows(before)) {
                    lemmas.add(Analyser.shipped().key(before));
                    break;
                }
            }
        }
        Set<String> maybe = new LinkedHashSet<>();
        for (String lemma : lemmas) {
            maybe.add(lemma);
            maybe.addAll(Keys.folded(lemma));
        }
        return new Word(sure, together, maybe, begun, stem);
    }

    private static boolean isOpen(String words) {
        return !words.isEmpty() && Character.isLetterOrDigit(words.codePointBefore(words.length()));
    }

    private static String any(Set<String> keys) {
        return "(" + String.join(" | ", keys) + ")";
    }

    private static String quoted(String key) {
        return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
