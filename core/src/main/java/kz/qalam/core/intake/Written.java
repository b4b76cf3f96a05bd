package kz.qalam.core.intake;

import kz.qalam.core.copy.Language;

/** Which of the newsroom's two languages a text is written in. */
final class Written {

    /** The letters that Kazakh has and Russian has not: about every fifth in Kazakh, names apart none in Russian. */
    private static final String KAZAKH_ONLY = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

    /** One in this many. */
    private static final int SHARE = 20;

    /** How much more probable Russian must be for a text that has no Kazakh letter, as a natural logarithm. */
    private static final double CLEARLY = 10;

    private Written() {
    }

    static Language of(String text) {
        int letters = 0;
        int kazakh = 0;
        double russian = 0;
        int before = LetterPairs.EDGE;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int place = LetterPairs.place(letter);
            if (place >= 0) {
                letters++;
                kazakh += KAZAKH_ONLY.indexOf(letter) >= 0 ? 1 : 0;
            }
            int next = place < 0 ? LetterPairs.EDGE : place;
            if (before != LetterPairs.EDGE || next != LetterPairs.EDGE) {
                russian += LetterPairs.RUSSIAN.after(before, next) - LetterPairs.KAZAKH.after(before, next);
            }
            before = next;
        }
        return kazakh * SHARE >= letters || russian < CLEARLY ? Language.KK : Language.RU;
    }
}
