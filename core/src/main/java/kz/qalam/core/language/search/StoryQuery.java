package kz.qalam.core.language.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

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

    /** What further ways in which a word is found add to the best one. */
    private static final float TIE = 0.3f;

    private final Analyzer analyzer;
    private final Keys keys;
    private final Map<String, Float> light = new HashMap<>();

    public StoryQuery(Analyzer analyzer, Keys keys) {
        this.analyzer = analyzer;
        this.keys = keys;
        for (String[] row : LightWords.rows()) {
            light.put(row[0], Float.parseFloat(row[1]));
        }
    }

    /** Of any text; only the first 1,000 characters and 32 words of it are looked at. */
    public Query of(String asked) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words(asked)) {
            float weight = light.getOrDefault(word, light.getOrDefault(keys.of(word).get(0), 1f));
            if (weight > 0) {
                query.add(new BoostQuery(word(word), weight), Occur.SHOULD);
            }
        }
        return query.build();
    }

    private Query word(String word) {
        List<String> known = keys.of(word);
        List<Query> ways = new ArrayList<>();
        for (String part : List.of("text", "title")) {
            float boost = part.equals("title") ? TITLE : 1f;
            add(ways, part + StoryAnalyzer.KEY, known.get(0), boost);
            for (int i = 1; i < known.size() && i < 4; i++) {
                add(ways, part + StoryAnalyzer.KEY, known.get(i), boost * OTHER);
            }
            add(ways, part + StoryAnalyzer.EXACT, word, boost * EXACT);
            add(ways, part + StoryAnalyzer.BEGINNING, word.substring(0, Math.min(BeginningFilter.LETTERS, word.length())),
                    boost * BEGINNING);
        }
        return new DisjunctionMaxQuery(ways, TIE);
    }

    private static void add(List<Query> ways, String field, String term, float boost) {
        if (boost > 0) {
            ways.add(new BoostQuery(new TermQuery(new Term(field, term)), boost));
        }
    }

    /** The words of a text as the exact field has them. */
    List<String> words(String asked) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("asked" + StoryAnalyzer.EXACT, asked.substring(0, Math.min(asked.length(), MOST_READ)))) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < MOST_WORDS && stream.incrementToken()) {
                if (!words.contains(term.toString())) {
                    words.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
