package kz.qalam.core.language.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts each word after its first letters: where the analyser parts two forms of a word, these still meet. */
final class BeginningFilter extends TokenFilter {

    /** The best stemming that knows no Kazakh: see docs/language.md. */
    static final int LETTERS = 5;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    BeginningFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > LETTERS) {
            term.setLength(LETTERS);
        }
        return true;
    }
}
