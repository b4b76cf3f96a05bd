package kz.qalam.core.intake;

/**
 * How well a text reads as Kazakh or Russian in Cyrillic, or as both by turns. Only words with a letter beyond ASCII are judged. It
 * tells code pages apart, and text from the noise that a wrong one makes of it.
 */
final class Reading {

    /** Letters of other Slavic languages that names may bring; Windows-1251 has them where Kazakh has its own. */
    private static final String NEIGHBOURS = "ЎўЈҐґЄєЇїј";

    /** Signs that text seldom uses, and that a wrong code page strews among letters. */
    private static final String SYMBOLS = "¤¦¬±µ¶·†‡‰‹›€";

    /** What print has beyond letters. */
    private static final String MARKS = "\u00A0\u00AD«»„“”‘’–—…•§№°©®™";

    // natural logarithms of probabilities; a letter after a letter is about -2.5 in either language
    private static final double NEIGHBOUR_IN_KAZAKH = -8;
    private static final double NEIGHBOUR_IN_RUSSIAN = -5;
    private static final double STRANGER = -9;
    private static final double CAPITAL_WITHIN = -8;
    private static final double ALONE = -3;
    private static final double MARK = -4;
    private static final double IN_ABBREVIATION = -3.8;
    private static final double OTHER_LANGUAGE = -4;

    private static final int LONGEST_ABBREVIATION = 4;

    /** Less probable than this a step is no Kazakh and no Russian; the fewer the steps, the more is left to chance. */
    private static final double NOISE = -3.5;
    private static final double CHANCE = 4;

    private static final int NEIGHBOUR_PLACE = -2;
    private static final int STRANGER_PLACE = -3;

    // the text so far, ending in a word of this language or of that
    private double kazakh;
    private double russian;
    private double marks;
    private int steps;
    private int strangers;

    private Reading() {
    }

    static Reading of(String text) {
        Reading reading = new Reading();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isOfWord(text.charAt(i))) {
                continue;
            }
            if (i > start) {
                reading.addWord(text.substring(start, i), i < text.length() ? text.charAt(i) : ' ');
            }
            if (i < text.length() && text.charAt(i) >= 0x80) {
                reading.marks += MARKS.indexOf(text.charAt(i)) >= 0 ? MARK : STRANGER;
            }
            start = i + 1;
        }
        return reading;
    }

    /** The natural logarithm of how probable it is that someone wrote this: to compare what the same bytes may be. */
    double total() {
        return words() + marks;
    }

    /** How many steps from letter to letter were judged. */
    int steps() {
        return steps;
    }

    /** Whether this is Kazakh or Russian at all. Text without a letter beyond ASCII is taken to be. */
    boolean isLanguage() {
        boolean probable = steps == 0 || words() / steps >= NOISE - CHANCE / Math.sqrt(steps);
        return probable && strangers * 100L <= steps + 100L;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || SYMBOLS.indexOf(c) >= 0;
    }

    private void addWord(String word, char next) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        if (word.length() == 1 && (SYMBOLS.contains(word) || isCentury(word, next))) {
            addWord(ALONE, ALONE);
            steps++;
            return;
        }
        double least = isAbbreviation(word) ? IN_ABBREVIATION * (word.length() + 1) : Double.NEGATIVE_INFINITY;
        addWord(Math.max(least, along(word, LetterPairs.KAZAKH, NEIGHBOUR_IN_KAZAKH)),
                Math.max(least, along(word, LetterPairs.RUSSIAN, NEIGHBOUR_IN_RUSSIAN)));
        steps += word.length() + 1;
        strangers += word.chars().filter(c -> c >= 0x80 && place((char) c) == STRANGER_PLACE).count();
    }

    private void addWord(double asKazakh, double asRussian) {
        double stayed = Math.max(kazakh, russian + OTHER_LANGUAGE) + asKazakh;
        russian = Math.max(russian, kazakh + OTHER_LANGUAGE) + asRussian;
        kazakh = stayed;
    }

    private double words() {
        return Math.max(kazakh, russian);
    }

    /** «19 ғ.» is a century: the one letter of Kazakh that stands alone and is no word. */
    private static boolean isCentury(String word, char next) {
        return word.equals("ғ") && next == '.';
    }

    /** A few capitals, as in «АҚШ», follow no language's habits. */
    private static boolean isAbbreviation(String word) {
        return word.length() <= LONGEST_ABBREVIATION
                && word.chars().allMatch(c -> Character.isUpperCase(c) && place((char) c) >= 0);
    }

    private static double along(String word, LetterPairs pairs, double neighbour) {
        double sum = 0;
        int before = LetterPairs.EDGE;
        for (int i = 0; i <= word.length(); i++) {
            int place = i == word.length() ? LetterPairs.EDGE : place(word.charAt(i));
            sum += step(before, place, pairs, neighbour);
            if (i > 0 && i < word.length() && Character.isUpperCase(word.charAt(i))
                    && Character.isLowerCase(word.charAt(i - 1))) {
                sum += CAPITAL_WITHIN;
            }
            before = place;
        }
        return sum;
    }

    private static double step(int before, int place, LetterPairs pairs, double neighbour) {
        int worse = Math.min(before, place);
        if (worse >= 0) {
            return pairs.after(before, place);
        }
        return worse == STRANGER_PLACE ? STRANGER : neighbour;
    }

    private static int place(char c) {
        int place = LetterPairs.place(LookAlikes.cyrillic(c));
        if (place >= 0) {
            return place;
        }
        return NEIGHBOURS.indexOf(c) >= 0 ? NEIGHBOUR_PLACE : STRANGER_PLACE;
    }
}
