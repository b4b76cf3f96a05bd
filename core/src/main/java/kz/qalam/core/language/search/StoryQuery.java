package kz.qalam.core.language.search;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.proofing.Spelling;
import kz.qalam.core.language.script.Cyrillic;

/**
 * What a reader asks, as a query: each word by its key, more if written just so, less by other keys it may have and by its
 * beginning; in the title above the text. Words that ask (қандай, не) and bind (және, үшін) count little.
 */
public final class StoryQuery {

    private static final int MOST_WORDS = 32;
    private static final int MOST_READ = 1_000;

    /*
     * Weights against the key in the text, which weighs 1. On the development half of KazQAD every one of them may be half or
     * double without moving nDCG by .02; they are round on purpose.
     */
    private static final float EXACT = 0.3f;
    private static final float OTHER = 0.2f;
    private static final float BEGINNING = 0.5f;
    private static final float TITLE = 1f;

    /** A word in Latin or Arabic letters, read in Cyrillic ones. */
    private static final float CYRILLIC = 0.9f;
    /** A word that is not known, as it was probably meant. */
    private static final float MEANT = 0.6f;
    private static final int MOST_SOUGHT = 8;
    private static final int MOST_KEYS = 4;
    /** In titles words stand in few forms: which of them it is tells nothing more there. */
    private static final String TEXT_EXACT = "text" + StoryAnalyzer.EXACT;

    private final Analyzer analyzer;
    private final Keys keys;
    private final Function<String, Meaning> meaning;
    private final Map<String, Float> light = new HashMap<>();

    /** Goes by the words that come with Qalam. */
    public StoryQuery(Analyzer analyzer, Keys keys) {
        this(analyzer, keys, StoryQuery::probably);
    }

    /** @param meaning as {@link #probably} says it; for whoever remembers that of words */
    public StoryQuery(Analyzer analyzer, Keys keys, Function<String, Meaning> meaning) {
        this.meaning = meaning;
        this.analyzer = analyzer;
        this.keys = keys;
        for (String[] row : LightWords.rows()) {
            light.put(row[0], Float.parseFloat(row[1]));
        }
    }

    /**
     * Of any text in any of the three scripts; only the first 1,000 characters and 32 words of it are looked at.
     *
     * @return a disjunction of a disjunction a word: ways of finding it, whose weights are no greater than the word's. What they
     *         score is added up, and not the best taken: the index then reads only what can still be among the best
     */
    public BooleanQuery of(String asked) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int sought = 0;
        for (Word one : words(asked)) {
            String word = one.written();
            String cyrillic = one.cyrillic();
            float weight = light.getOrDefault(cyrillic, light.getOrDefault(keys.of(cyrillic).get(0), 1f));
            BooleanQuery.Builder ways = new BooleanQuery.Builder();
            add(ways, word, weight);
            if (!cyrillic.equals(word)) {
                add(ways, cyrillic, weight * CYRILLIC);
            }
            Meaning meaning = sought < MOST_SOUGHT ? this.meaning.apply(cyrillic) : Meaning.KNOWN;
            sought += meaning.isKnown() ? 0 : 1;
            if (meaning.meant() != null) {
                add(ways, meaning.meant(), weight * MEANT);
            }
            query.add(ways.build(), Occur.SHOULD);
        }
        return query.build();
    }

    /**
     * «Осыны іздедіңіз бе?»: the same question in Cyrillic letters with each unknown word as it was probably meant; empty if
     * every word is known or nothing like it is. A word that is neither stays as it is written.
     */
    public Optional<String> meant(String asked) {
        List<String> meant = new ArrayList<>();
        boolean differs = false;
        int sought = 0;
        for (Word word : words(asked)) {
            Meaning meaning = sought < MOST_SOUGHT ? this.meaning.apply(word.cyrillic()) : Meaning.KNOWN;
            sought += meaning.isKnown() ? 0 : 1;
            differs |= meaning.meant() != null;
            meant.add(meaning.isKnown() ? word.cyrillic() : requireNonNullElse(meaning.meant(), word.written()));
        }
        return differs ? Optional.of(String.join(" ", meant)) : Optional.empty();
    }

    /** @param meant what a word that is not known was probably meant to be; null for one that is, or is like none that is */
    public record Meaning(boolean isKnown, @Nullable String meant) {

        private static final Meaning KNOWN = new Meaning(true, null);
    }

    /** What a word in Cyrillic letters probably means: looking for that takes milliseconds where it is not known. */
    public static Meaning probably(String word) {
        return Spelling.shipped().accepts(word)
                ? Meaning.KNOWN
                : new Meaning(false, Spelling.shipped().suggestions(word).stream().findFirst().orElse(null));
    }

    /**
     * A Latin capital I is read as ı, as Kazakh has it, unless only i makes a known word of it: who types on an English
     * keyboard has no İ.
     *
     * @param typed with its capitals
     */
    private String inCyrillic(String typed) {
        String read = WordFilter.of(Cyrillic.of(typed));
        if (typed.indexOf('I') < 0 || isKnown(read)) {
            return read;
        }
        String other = WordFilter.of(Cyrillic.of(typed.replace('I', 'İ')));
        return isKnown(other) ? other : read;
    }

    private boolean isKnown(String word) {
        return meaning.apply(word).isKnown();
    }

    private void add(BooleanQuery.Builder ways, String word, float weight) {
        List<String> known = keys.of(word);
        for (String part : List.of("text", "title")) {
            float boost = weight * (part.equals("title") ? TITLE : 1f);
            add(ways, part + StoryAnalyzer.KEY, known.get(0), boost);
            for (int i = 1; i < known.size() && i < MOST_KEYS; i++) {
                add(ways, part + StoryAnalyzer.KEY, known.get(i), boost * OTHER);
            }
            add(ways, part + StoryAnalyzer.BEGINNING,
                    word.substring(0, Math.min(BeginningFilter.LETTERS, word.length())),
                    boost * BEGINNING);
        }
        add(ways, TEXT_EXACT, word, weight * EXACT);
    }

    private static void add(BooleanQuery.Builder ways, String field, String term, float boost) {
        if (boost > 0) {
            ways.add(new BoostQuery(new TermQuery(new Term(field, term)), boost), Occur.SHOULD);
        }
    }

    /**
     * A word of a question.
     *
     * @param written as the exact field has it
     * @param cyrillic the same in Cyrillic letters
     */
    private record Word(String written, String cyrillic) {}

    private List<Word> words(String asked) {
        Map<String, Word> words = new LinkedHashMap<>();
        try (TokenStream stream = analyzer.tokenStream("asked" + StoryAnalyzer.TYPED,
                asked.substring(0, Math.min(asked.length(), MOST_READ)))) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < MOST_WORDS && stream.incrementToken()) {
                String typed = Normalizer.normalize(term, Normalizer.Form.NFC);
                String written = WordFilter.of(typed);
                if (!words.containsKey(written)) {
                    words.put(written, new Word(written, isCyrillic(written) ? written : inCyrillic(typed)));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words.values());
    }

    private static boolean isCyrillic(String word) {
        return word.codePoints().anyMatch(letter -> letter >= 0x400 && letter < 0x530);
    }
}
