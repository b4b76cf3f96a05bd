package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.qalam.core.language.morphology.Analyser;

/**
 * What someone looks for, as PostgreSQL's tsquery: every word, in any of its forms.
 *
 * @param forms the words as typed, in small letters
 * @param sure stories that have every word
 * @param maybe those, and stories that have words which were perhaps meant: typed without Kazakh letters, of another
 *        reading, or begun and not yet ended
 */
record Sought(Set<String> forms, String sure, String maybe) {

    /** Words of a question that are looked at. */
    static final int MOST = 12;

    /** Letters from which on the last word may be one that is still being typed; fewer begin too many words. */
    private static final int BEGUN = 3;

    /** How many letters of an unended suffix are taken off. */
    private static final int UNENDED = 4;

    /**
     * @param words as typed; a space at their end says that the last one is ended
     * @param stems the Russian stem of a form, where it has one
     */
    static Sought of(String words, Map<String, String> stems) {
        Set<String> forms = forms(words);
        List<String> sure = new ArrayList<>();
        List<String> maybe = new ArrayList<>();
        int left = forms.size();
        for (String form : forms) {
            left--;
            Set<String> one = sure(form, stems);
            sure.add(any(one));
            maybe.add(any(maybe(form, one, left == 0 && isOpen(words))));
        }
        return new Sought(forms, String.join(" & ", sure), String.join(" & ", maybe));
    }

    static Set<String> forms(String words) {
        return Keys.forms(words, MOST);
    }

    boolean isNothing() {
        return forms.isEmpty();
    }

    private static Set<String> sure(String form, Map<String, String> stems) {
        Set<String> any = new LinkedHashSet<>();
        any.add(quoted(form));
        any.add(quoted(Analyser.shipped().key(form)));
        any.add(quoted(stems.getOrDefault(form, form)));
        List<String> parts = Keys.parts(form);
        if (parts.size() > 1) {
            any.add(parts.stream().map(part -> quoted(Analyser.shipped().key(part)))
                    .collect(Collectors.joining(" & ", "(", ")")));
        }
        return any;
    }

    private static Set<String> maybe(String form, Set<String> sure, boolean open) {
        Set<String> any = new LinkedHashSet<>(sure);
        Set<String> lemmas = new LinkedHashSet<>(Analyser.shipped().keys(form));
        lemmas.add(form);
        lemmas.addAll(Keys.restored(form));
        if (open && form.length() >= BEGUN) {
            any.add(quoted(form) + ":*");
            Keys.folded(form).forEach(key -> any.add(quoted(key) + ":*"));
            for (int cut = 1; cut <= UNENDED && form.length() - cut >= BEGUN; cut++) {
                String begun = form.substring(0, form.length() - cut);
                if (Analyser.shipped().knows(begun)) {
                    lemmas.add(Analyser.shipped().key(begun));
                    break;
                }
            }
        }
        for (String lemma : lemmas) {
            any.add(quoted(lemma));
            Keys.folded(lemma).forEach(key -> any.add(quoted(key)));
        }
        return any;
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
