package kz.qalam.core.language.script;

/**
 * The letters of a script, by their code points.
 *
 * @param first the first of them
 * @param last the last of them
 */
record Letters(char first, char last) {

    static final Letters CYRILLIC = new Letters('\u0400', '\u04FF');
    static final Letters LATIN = new Letters('A', '\u024F');
    static final Letters ARABIC = new Letters('\u0621', '\u06D5');

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char STRESS = '\u0301';
    private static final char BREVE = '\u0306';
    private static final char DIAERESIS = '\u0308';

    /** Punctuation and figures lie between the letters too; those are none. */
    boolean has(char sign) {
        return sign >= first && sign <= last && Character.isLetter(sign);
    }

    /** What may follow a letter without ending its word. */
    static boolean isMark(char sign) {
        return sign == SOFT_HYPHEN || sign == STRESS || sign == BREVE || sign == DIAERESIS;
    }

    /** A Cyrillic word with й and ё as one letter each, without stress and soft hyphens. */
    static String composed(String text, int from, int to) {
        int at = from;
        while (at < to && !isMark(text.charAt(at))) {
            at++;
        }
        if (at == to) {
            return text.substring(from, to);
        }
        StringBuilder word = new StringBuilder(Math.min(to - from, 64));
        for (at = from; at < to; at++) {
            char sign = text.charAt(at);
            int last = word.length() - 1;
            if (!isMark(sign)) {
                word.append(sign);
            } else if (last >= 0) {
                word.setCharAt(last, composed(word.charAt(last), sign));
            }
        }
        return word.toString();
    }

    private static char composed(char letter, char mark) {
        return switch (mark) {
            case BREVE -> letter == 'и' ? 'й' : letter == 'И' ? 'Й' : letter;
            case DIAERESIS -> letter == 'е' ? 'ё' : letter == 'Е' ? 'Ё' : letter;
            default -> letter;
        };
    }
}
