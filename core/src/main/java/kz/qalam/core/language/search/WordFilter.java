package kz.qalam.core.language.search;

import java.io.IOException;
import java.util.Locale;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import kz.qalam.core.language.proofing.WrongLetters;

/** Wrong letters put right and lower case, so that what looks alike is alike. */
final class WordFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    WordFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = WrongLetters.repaired(term.toString()).toLowerCase(Locale.ROOT).replace("\u00AD", "").replace('ё',
                'е');
        term.setEmpty().append(word);
        return true;
    }
}
