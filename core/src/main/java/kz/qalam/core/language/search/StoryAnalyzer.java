package kz.qalam.core.language.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Each text three times: by the key of each word, as written, and by the beginnings of words. */
public final class StoryAnalyzer extends DelegatingAnalyzerWrapper {

    /** The fields of a text, behind the name of what it is: title.key, text.exact … */
    public static final String KEY = ".key";
    public static final String EXACT = ".exact";
    public static final String BEGINNING = ".beginning";
    /** In no index: words with their capitals, which tell how Latin ones are read. */
    static final String TYPED = ".typed";

    private final Analyzer byKey;
    private final Analyzer asWritten;
    private final Analyzer byBeginning;
    private final Analyzer asTyped;

    public StoryAnalyzer(Keys keys) {
        super(PER_FIELD_REUSE_STRATEGY);
        byKey = new Words() {
            @Override
            TokenStream of(TokenStream words) {
                return new KeyFilter(new WordFilter(words), keys);
            }
        };
        asWritten = new Words() {
            @Override
            TokenStream of(TokenStream words) {
                return new WordFilter(words);
            }
        };
        byBeginning = new Words() {
            @Override
            TokenStream of(TokenStream words) {
                return new BeginningFilter(new WordFilter(words));
            }
        };
        asTyped = new Words() {
            @Override
            TokenStream of(TokenStream words) {
                return words;
            }
        };
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return field.endsWith(KEY)
                ? byKey
                : field.endsWith(BEGINNING) ? byBeginning : field.endsWith(TYPED) ? asTyped : asWritten;
    }

    private abstract static class Words extends Analyzer {

        private static final int LONGEST = 64;

        abstract TokenStream of(TokenStream words);

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            words.setMaxTokenLength(LONGEST);
            return new TokenStreamComponents(words, of(words));
        }
    }
}
