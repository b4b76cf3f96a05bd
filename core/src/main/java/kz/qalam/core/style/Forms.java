package kz.qalam.core.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import kz.qalam.core.language.morphology.Inflector;

/** Words in all the forms that a noun takes: who knows «хайп» knows «хайпты» and «хайбымыз» as well. */
final class Forms {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;
    private static final int MOST = 1_500;

    private final Set<String> words;
    private final Map<String, Set<String>> forms = new HashMap<>();

    /** @param words in lower case */
    Forms(Set<String> words) {
        this.words = words;
    }

    boolean cover(String typed) {
        String form = typed.toLowerCase(Locale.ROOT);
        return words.contains(form)
                || beginnings(form).stream().filter(words::contains).anyMatch(word -> isForm(form, word));
    }

    /** Of a word that no list has nobody knows whether its end is softened: both are right. */
    private boolean isForm(String form, String word) {
        Set<String> all = forms.computeIfAbsent(word, Forms::of);
        return all.contains(form) || all.contains(word + form.substring(word.length()));
    }

    private static Set<String> of(String word) {
        return new HashSet<>(Inflector.shipped().forms(word, "n", MOST));
    }

    /** What the form may be a form of: itself, and its beginnings, with a softened end made hard again. */
    static List<String> beginnings(String typed) {
        String form = typed.toLowerCase(Locale.ROOT);
        Set<String> beginnings = new LinkedHashSet<>();
        if (form.length() > LONGEST) {
            return List.of();
        }
        beginnings.add(form);
        for (int end = form.length() - 1; end >= SHORTEST; end--) {
            String beginning = form.substring(0, end);
            beginnings.add(beginning);
            int hard = "бгғ".indexOf(beginning.charAt(end - 1));
            if (hard >= 0) {
                beginnings.add(beginning.substring(0, end - 1) + "пкқ".charAt(hard));
            }
        }
        return new ArrayList<>(beginnings);
    }
}
