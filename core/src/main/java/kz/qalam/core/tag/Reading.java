package kz.qalam.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.language.RussianNames;
import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Analysis;
import kz.qalam.core.language.morphology.Inflector;

/** A text, word by word: what each is a form of, whether it is written as a name, and which words stand together. */
final class Reading {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[-‐‑'’ʼ][\\p{L}\\p{M}\\p{N}]++)*+");
    /** What may stand between the words of a name. */
    private static final Pattern WITHIN_A_NAME = Pattern.compile("[ \\u00a0]+");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?…:;«–—\\-\\n(]");
    private static final int SHORTEST_NAME = 3;
    private static final String POSSESSED = "POSS3";

    /**
     * @param joined whether nothing but a space stands between it and the word before
     * @param opens whether it begins a sentence, where any word has a capital
     * @param top whether it stands in the headline or the lead
     */
    private record Word(String typed, String key, boolean joined, boolean opens, boolean top) {

        boolean isCapital() {
            return Character.isUpperCase(typed.codePointAt(0));
        }
    }

    private final List<Word> words = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();

    private final boolean kazakh;
    private final UnaryOperator<String> keyed;

    private Reading(boolean kazakh) {
        this.kazakh = kazakh;
        this.keyed = kazakh ? Analyser.shipped()::key : RussianNames::key;
    }

    /**
     * @param most characters that are read
     */
    static Reading of(Copy copy, int most) {
        Reading reading = new Reading(copy.language() == Language.KK);
        reading.read(copy.headline(), true);
        reading.read(copy.lead(), true);
        int left = most;
        for (Block block : copy.body()) {
            String text = block.text();
            if (left < text.length()) {
                break;
            }
            left -= text.length();
            reading.read(text, false);
        }
        return reading;
    }

    /** The words of a piece of text. */
    static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private void read(String text, boolean top) {
        int end = 0;
        for (MatchResult found : WORD.matcher(text).results().toList()) {
            String between = text.substring(end, found.start());
            String typed = found.group();
            words.add(new Word(typed, keys.computeIfAbsent(typed, keyed),
                    end > 0 && WITHIN_A_NAME.matcher(between).matches(),
                    end == 0 || SENTENCE_ENDS.matcher(between).find(), top));
            end = found.end();
        }
    }

    int size() {
        return words.size();
    }

    String key(int at) {
        return words.get(at).key();
    }

    boolean isCapital(int at) {
        return words.get(at).isCapital();
    }

    /** Whether it is written with a capital that only a name has. */
    boolean isName(int at) {
        return words.get(at).isCapital() && !words.get(at).opens();
    }

    boolean isOnTop(int at) {
        return words.get(at).top();
    }

    /** Whether from here on these words stand, one after the other. */
    boolean goesOn(int at, List<String> keys) {
        if (at + keys.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            Word word = words.get(at + i);
            if (!word.key().equals(keys.get(i)) || (i > 0 && !word.joined())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Names in their base forms, with how often they stand: words with capitals that follow each other, of which at least one
     * begins no sentence every time.
     *
     * @param longest words of a name
     */
    Map<String, Integer> names(int longest) {
        Map<String, Integer> times = new LinkedHashMap<>();
        Map<String, String> shown = new HashMap<>();
        Map<String, Boolean> certain = new HashMap<>();
        for (int i = 0; i < words.size();) {
            int end = i;
            while (end < words.size() && words.get(end).isCapital() && (end == i || words.get(end).joined())) {
                end++;
            }
            // «Кейін Балаева …»: the first word has its capital from the sentence
            int start = end - i > 1 && words.get(i).opens() && isCommon(words.get(i)) ? i + 1 : i;
            if (end > start && end - start <= longest) {
                String name = name(start, end);
                if (name.codePointCount(0, name.length()) >= SHORTEST_NAME) {
                    String key = name.toLowerCase(Locale.ROOT);
                    times.merge(key, 1, Integer::sum);
                    shown.putIfAbsent(key, name);
                    certain.merge(key, !words.get(start).opens() || end - start > 1, Boolean::logicalOr);
                }
            }
            i = Math.max(end, i + 1);
        }
        Map<String, Integer> names = new LinkedHashMap<>();
        times.forEach((key, count) -> {
            if (Boolean.TRUE.equals(certain.get(key))) {
                names.put(shown.getOrDefault(key, key), count);
            }
        });
        return names;
    }

    private static boolean isCommon(Word word) {
        return Analyser.shipped().knows(word.typed().toLowerCase(Locale.ROOT));
    }

    /**
     * The words as they are written, the last without its endings: but Назарбаева is not Назарбаев, and what someone's is
     * stays so behind whose it is, «Қазақстан Республикасы».
     */
    private String name(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to - 1; i++) {
            name.append(words.get(i).typed()).append(' ');
        }
        Word last = words.get(to - 1);
        String typed = last.typed();
        String key = base(last, to - from > 1);
        // Capitals as they are written: «БҰҰ-ның» is of «БҰҰ»
        boolean begins = typed.toLowerCase(Locale.ROOT).startsWith(key) && key.length() <= typed.length();
        return name.append(begins
                ? typed.substring(0, key.length())
                : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1)).toString();
    }

    private String base(Word word, boolean behindAnother) {
        List<Analysis> readings = kazakh ? Analyser.shipped().analyses(word.typed()) : List.of();
        if (readings.isEmpty() || !readings.get(0).kind().equals("n")) {
            return word.key();
        }
        Analysis best = readings.get(0);
        int own = behindAnother ? best.features().indexOf(POSSESSED) : -1;
        if (own >= 0) {
            return Inflector.shipped().form(best.lemma(), "N;" + String.join(";", best.features().subList(0, own + 1)))
                    .orElse(word.key());
        }
        return best.lemma().equals(word.key() + "а") ? best.lemma() : word.key();
    }
}
