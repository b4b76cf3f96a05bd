package kz.qalam.core.language.search;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts the one key of each word in its place. */
final class KeyFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Keys keys;

    KeyFilter(TokenStream words, Keys keys) {
        super(words);
        this.keys = keys;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String key = keys.of(term.toString()).get(0);
        term.setEmpty().append(key);
        return true;
    }
}
