package kz.qalam.core.language.proofing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Which language a sentence is in: Kazakh, Russian, the neighbours in Cyrillic, and a few in Latin letters. By the letters
 * that a language has, by how they follow each other, and by the words that every text in it needs.
 */
public final class SentenceLanguage {

    /** What a text without letters, or in a script not known here, is in. */
    public static final String UNKNOWN = "und";

    private static final int MOST_READ = 4_000;
    private static final double STRANGE_LETTER = -7;
    private static final double KNOWN_WORD = 2.2;
    private static final int WORD_WEIGHT = 2;

    private static final Map<String, SentenceLanguage> ALL = read();

    private final boolean cyrillic;
    private final String letters;
    /** How much likelier the newsroom's own languages are before a word is read: it settles «Алматы, Семей». */
    private final double expected;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Long, Integer> triples = new HashMap<>();
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final Map<Long, Integer> singles = new HashMap<>();
    private int read;

    private SentenceLanguage(String letters, double expected) {
        this.letters = letters;
        this.expected = expected;
        this.cyrillic = Words.isCyrillic(letters.codePointAt(0));
    }

    private static Map<String, SentenceLanguage> read() {
        Map<String, SentenceLanguage> all = new LinkedHashMap<>();
        for (String[] row : Rows.of("languages.tsv")) {
            all.put(row[0], new SentenceLanguage(row[1], Double.parseDouble(row[2])));
        }
        for (String[] row : Rows.of("language-words.tsv")) {
            SentenceLanguage language = language(all, row[0]);
            for (String word : row[1].split(" ")) {
                language.words.merge(word, 1, Integer::sum);
                language.learn(word, WORD_WEIGHT);
            }
        }
        for (String[] row : Rows.of("language-samples.tsv")) {
            for (Matcher word = Syllables.PART.matcher(row[1].toLowerCase(Locale.ROOT)); word.find();) {
                language(all, row[0]).learn(word.group(), 1);
            }
        }
        return all;
    }

    private static SentenceLanguage language(Map<String, SentenceLanguage> all, String code) {
        SentenceLanguage language = all.get(code);
        if (language == null) {
            throw new IllegalStateException(code);
        }
        return language;
    }

    private void learn(String word, int weight) {
        String edged = " " + word + " ";
        for (int i = 1; i < edged.length(); i++) {
            singles.merge(key(edged, i, 1), weight, Integer::sum);
            pairs.merge(key(edged, i, 2), weight, Integer::sum);
            if (i > 1) {
                triples.merge(key(edged, i, 3), weight, Integer::sum);
            }
            read += weight;
        }
    }

    private static long key(String word, int last, int count) {
        long key = count;
        for (int i = last - count + 1; i <= last; i++) {
            key = key << 16 | word.charAt(i);
        }
        return key;
    }

    /**
     * The language as a BCP 47 code: kk, ru, ky, tt, ba, uz, mn, kaa, tg, uk, be, bg, sr; kk-Latn, kk-Arab, uz-Latn, en, tr,
     * de, fr; {@value #UNKNOWN} where there is nothing to tell it by. Only the first 4,000 characters are looked at.
     */
    public static String of(String sentence) {
        String read = sentence.substring(0, Math.min(sentence.length(), MOST_READ)).toLowerCase(Locale.ROOT);
        int cyrillic = 0;
        int latin = 0;
        int arabic = 0;
        for (int i = 0; i < read.length(); i++) {
            char letter = read.charAt(i);
            cyrillic += Words.isCyrillic(letter) ? 1 : 0;
            latin += Words.isLatin(letter) ? 1 : 0;
            arabic += letter >= 0x600 && letter < 0x700 ? 1 : 0;
        }
        if (cyrillic + latin + arabic == 0) {
            return UNKNOWN;
        }
        if (arabic > cyrillic && arabic > latin) {
            return read.matches("(?s).*[\u06C7\u06C6\u0674\u06AD\u06D5].*") ? "kk-Arab" : UNKNOWN;
        }
        return best(read, cyrillic >= latin);
    }

    private static String best(String read, boolean cyrillic) {
        List<String> words = Syllables.PART.matcher(read).results().map(word -> word.group())
                .filter(word -> word.length() <= Words.LONGEST)
                .filter(word -> Words.isCyrillic(word.codePointAt(0)) == cyrillic).toList();
        String best = UNKNOWN;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, SentenceLanguage> entry : ALL.entrySet()) {
            SentenceLanguage language = entry.getValue();
            if (language.cyrillic != cyrillic || words.isEmpty()) {
                continue;
            }
            double likeness = language.expected;
            for (String word : words) {
                likeness += language.likeness(word);
            }
            if (likeness > most) {
                most = likeness;
                best = entry.getKey();
            }
        }
        return best;
    }

    private double likeness(String word) {
        String edged = " " + word + " ";
        double likeness = words.containsKey(word) ? KNOWN_WORD : 0;
        for (int i = 1; i < edged.length(); i++) {
            char letter = edged.charAt(i);
            if (letter != ' ' && letters.indexOf(letter) < 0) {
                likeness += STRANGE_LETTER;
                continue;
            }
            double single = (count(singles, edged, i, 1) + 1.0) / (read + 60.0);
            double before = count(singles, edged, i - 1, 1) + (edged.charAt(i - 1) == ' ' ? read / 6.0 : 0);
            double pair = (count(pairs, edged, i, 2) + 8 * single) / (Math.max(before, count(pairs, edged, i, 2)) + 8);
            double triple = pair;
            if (i > 1) {
                double two = Math.max(count(pairs, edged, i - 1, 2), count(triples, edged, i, 3));
                triple = (count(triples, edged, i, 3) + 5 * pair) / (two + 5);
            }
            likeness += Math.log(triple);
        }
        return likeness;
    }

    private static int count(Map<Long, Integer> counts, String word, int last, int letters) {
        return counts.getOrDefault(key(word, last, letters), 0);
    }
}
