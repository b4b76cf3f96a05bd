package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

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

    private static final List<String> VERBAL_NOUN = List.of("GER");

    /**
     * @param kind of which forms it tells; absent: of all
     * @param instead what is put into the form: of a verb the stem
     */
    private record Entry(StyleRule rule, @Nullable String kind, String instead) {}

    private final Map<String, Entry> entries = new HashMap<>();

    /** @param rules of two for one word the later holds */
    public StyleBook(List<StyleRule> rules) {
        for (StyleRule rule : rules) {
            String word = rule.lemma().strip().toLowerCase(Locale.ROOT);
            String stem = verb(word);
            String instead = rule.instead().strip();
            if (stem == null) {
                entries.put(word, new Entry(rule, null, instead));
            } else {
                Entry entry = new Entry(rule, "v", stem(instead));
                entries.put(word, entry);
                entries.put(stem, entry);
            }
        }
    }

    /** The stem of a verb in the form in which dictionaries of Kazakh list it (айту), or null if it is none. */
    private static @Nullable String verb(String word) {
        return Analyser.shipped().analyses(word).stream()
                .filter(reading -> reading.known() && reading.kind().equals("v")
                        && reading.features().equals(VERBAL_NOUN))
                .map(Analysis::lemma).findFirst().orElse(null);
    }

    /** With the stem of its last word if that is a verb: «пайдалану» is put into forms from «пайдалан». */
    private static String stem(String instead) {
        int last = instead.lastIndexOf(' ') + 1;
        String stem = last == instead.length() ? null : verb(instead.substring(last).toLowerCase(Locale.ROOT));
        return stem == null ? instead : instead.substring(0, last) + stem;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * What the rules say of a line, and nothing else.
     *
     * @param foreign spans in another language, which are left alone
     */
    public List<Finding> findings(String line, List<Span> foreign) {
        List<Finding> findings = new ArrayList<>();
        if (isEmpty()) {
            return findings;
        }
        int words = 0;
        for (Matcher word = Words.WORD.matcher(line); word.find() && ++words <= Proofreading.MOST_WORDS;) {
            int start = word.start();
            int end = word.end();
            if (foreign.stream().noneMatch(span -> span.touches(start, end))) {
                Finding finding = on(line, start, end);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    @Nullable
    Finding on(String line, int start, int end) {
        if (entries.isEmpty() || end - start > Words.LONGEST) {
            return null;
        }
        String word = line.substring(start, end);
        String low = word.toLowerCase(Locale.ROOT);
        List<Analysis> readings = Analyser.shipped().analyses(low);
        for (Analysis reading : readings.subList(0, Math.min(READINGS, readings.size()))) {
            Entry entry = entries.get(reading.lemma());
            if (entry != null && (entry.kind() == null || entry.kind().equals(reading.kind()))) {
                return finding(entry, reading.features(), reading.kind(), word, start, end);
            }
        }
        Entry entry = entries.get(low);
        return entry == null
                || (entry.kind() != null && !low.equals(entry.rule().lemma().strip().toLowerCase(Locale.ROOT)))
                        ? null
                        : finding(entry, List.of(), "n", word, start, end);
    }

    private static Finding finding(Entry entry, List<String> features, String kind, String word, int start,
            int end) {
        StyleRule rule = entry.rule();
        List<String> repairs = new ArrayList<>();
        String instead = rule.instead().strip();
        if (!instead.isEmpty()) {
            boolean asListed = features.isEmpty() || (entry.kind() != null && features.equals(VERBAL_NOUN));
            Optional<String> form = asListed
                    ? Optional.of(instead)
                    : Inflector.shipped().form(entry.instead(),
                            kind.toUpperCase(Locale.ROOT) + ";" + String.join(";", features));
            form.ifPresent(found -> repairs.add(Spelling.cased(found, word)));
        }
        return new Finding(start, end, Finding.Kind.STYLE, "style", List.of(rule.lemma(), rule.reason()), repairs);
    }
}
