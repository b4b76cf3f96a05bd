package kz.qalam.core.copy;

import java.util.regex.Pattern;

/** Where words begin and end. */
final class Words {

    /**
     * Letters and digits of any script, with what joins them into one word: hyphens (бір-бірімен, ҚР-ның), apostrophes,
     * joiners, and the comma, point or colon between two digits (2,4; 12:30-да).
     */
    static final Pattern WORD = Pattern.compile("""
            LETTERS(?:(?:[-\u2010\u2011'’ʼ\u00AD\u200C\u200D]|(?<=\\p{N})[.,:](?=\\p{N}))LETTERS)*+"""
            .replace("LETTERS", "[\\p{L}\\p{M}\\p{N}]++"));

    private Words() {
    }
}
