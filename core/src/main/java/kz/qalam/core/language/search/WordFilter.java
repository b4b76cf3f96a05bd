package kz.qalam.core.language.search;

import java.io.IOException;
import java.util.Locale;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import kz.qalam.core.language.proofing.WrongLetters;

/**
 * Wrong letters put right and lower case, so that what looks alike is alike. Latin i and ı are one here: Kazakh and English
 * part their capitals differently, and a word alone does not tell which of them it is.
 */
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
        String word = of(term.toString());
        term.setEmpty().append(word);
        return true;
    }

    /** A word of any case as it stands in the index. */
    static String of(String word) {
        return WrongLetters.repaired(word).toLowerCase(Locale.ROOT).replace("\u00AD", "").replace("i\u0307", "i")
                .replace('ı', 'i').replace('ё', 'е');
    }
}
