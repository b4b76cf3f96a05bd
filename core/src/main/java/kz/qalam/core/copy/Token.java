package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The least that a comparison tells apart: a word whole, with its marks, or a space, or a sign between words. */
record Token(String text, List<Mark> marks) {

    static List<Token> of(List<Inline> pieces) {
        List<Token> tokens = new ArrayList<>();
        for (Inline piece : pieces) {
            addAll(tokens, piece.text(), piece.marks());
        }
        return tokens;
    }

    private static void addAll(List<Token> tokens, String text, List<Mark> marks) {
        int at = 0;
        for (Matcher word = Words.WORD.matcher(text); word.find(); at = word.end()) {
            addSigns(tokens, text.substring(at, word.start()), marks);
            tokens.add(new Token(word.group(), marks));
        }
        addSigns(tokens, text.substring(at), marks);
    }

    private static void addSigns(List<Token> tokens, String signs, List<Mark> marks) {
        signs.codePoints().forEach(sign -> tokens.add(new Token(Character.toString(sign), marks)));
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean isSpace() {
        return text.isBlank();
    }
}
