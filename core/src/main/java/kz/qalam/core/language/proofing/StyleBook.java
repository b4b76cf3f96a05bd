package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Analysis;
import kz.qalam.core.language.morphology.Inflector;

/** The live rules of a newsroom, ready to be looked up by any form. Immutable. */
public final class StyleBook {

    /** A newsroom without rules of its own. */
    public static final StyleBook EMPTY = new StyleBook(List.of());

    /** A reading this far behind the best is not what was meant. */
    private static final int READINGS = 2;

    private final Map<String, StyleRule> rules = new HashMap<>();

    /** @param rules of two for one word the later holds */
    public StyleBook(List<StyleRule> rules) {
        rules.forEach(rule -> this.rules.put(rule.lemma().strip().toLowerCase(Locale.ROOT), rule));
    }

    @Nullable
    Finding on(String line, int start, int end) {
        if (rules.isEmpty() || end - start > Words.LONGEST) {
            return null;
        }
        String word = line.substring(start, end);
        String low = word.toLowerCase(Locale.ROOT);
        List<Analysis> readings = Analyser.shipped().analyses(low);
        for (Analysis reading : readings.subList(0, Math.min(READINGS, readings.size()))) {
            StyleRule rule = rules.get(reading.lemma());
            if (rule != null) {
                return finding(rule, reading.features(), reading.kind(), word, start, end);
            }
        }
        StyleRule rule = rules.get(low);
        return rule == null ? null : finding(rule, List.of(), "n", word, start, end);
    }

    private static Finding finding(StyleRule rule, List<String> features, String kind, String word, int start,
            int end) {
        List<String> repairs = new ArrayList<>();
        String instead = rule.instead().strip();
        if (!instead.isEmpty()) {
            Optional<String> form = features.isEmpty()
                    ? Optional.of(instead)
                    : Inflector.shipped().form(instead,
                            kind.toUpperCase(Locale.ROOT) + ";" + String.join(";", features));
            form.ifPresent(found -> repairs.add(Spelling.cased(found, word)));
        }
        return new Finding(start, end, Finding.Kind.STYLE, "style", List.of(rule.lemma(), rule.reason()), repairs);
    }
}
