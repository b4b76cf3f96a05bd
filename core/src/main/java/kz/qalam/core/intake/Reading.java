package kz.qalam.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import kz.qalam.core.language.proofing.WrongLetters;

/**
 * How well a text reads as Kazakh or Russian in Cyrillic, or as both by turns. Only words with a letter beyond ASCII
 * are judged. It tells code pages apart, and text from the noise that a wrong one makes of it.
 */
final class Reading {

    /** Letters of other Slavic languages, which names may bring into Russian; Kazakh has its own in their places. */
    private static final String NEIGHBOURS = "ЎўЈҐґЄєЇїј";

    private static final String KAZAKH_ONLY = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

    /**
     * Signs that text seldom uses, and that a wrong code page strews among letters; those of the second line stand
     * alone.
     */
    private static final String SYMBOLS = "¤¦¬¶†‡‹›" + "±µ·‰€";
    private static final Set<String> LONE_SYMBOLS = Set.of("±", "µ", "·", "‰", "€");

    /** What print has beyond letters. */
    private static final String MARKS = "\u00A0\u00AD«»„“”‘’–—…•§№°©®™";

    /** «19 ғ.» is a century, «ғғ.» are several: the one letter of Kazakh that stands alone and is no word. */
    private static final Set<String> CENTURIES = Set.of("ғ", "ғғ");

    // natural logarithms of probabilities; a letter after a letter is about -2.5 in either language
    private static final double STRANGER = -9;
    private static final double NEIGHBOUR_IN_RUSSIAN = -5;
    private static final double CAPITAL_WITHIN = -8;
    private static final double ALONE = -3;
    private static final double MARK = -4;
    private static final double IN_ABBREVIATION = -3.8;
    private static final double OTHER_LANGUAGE = -4;

    /** By this much the rest of a text must be more probable in Russian for it to be Russian. */
    private static final double CLEARLY_RUSSIAN = 10;

    private static final int LONGEST_ABBREVIATION = 4;

    /** Less probable than this a step is no Kazakh and no Russian; the fewer the steps, the more is left to chance. */
    private static final double NOISE = -3.5;
    private static final double CHANCE = 4;

    private static final int NEIGHBOUR_PLACE = -2;
    private static final int STRANGER_PLACE = -3;
    private static final byte[] PLACES = places();
    private static final boolean[] OF_WORDS = ofWords();

    private final double neighbour;
    // the text so far, ending in a word of this language or of that
    private double kazakh;
    private double russian;
    private double marks;
    private int steps;
    private int strangers;

    private Reading(double neighbour) {
        this.neighbour = neighbour;
    }

    static Reading of(String text) {
        List<Word> words = new ArrayList<>();
        double marks = 0;
        int start = 0;
        boolean ascii = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isOfWord(c)) {
                ascii &= c < 0x80;
                continue;
            }
            if (!ascii) {
                words.add(Word.of(text.substring(start, i)));
            }
            if (c >= 0x80) {
                marks += MARKS.indexOf(c) >= 0 ? MARK : STRANGER;
            }
            start = i + 1;
            ascii = true;
        }
        Reading reading = new Reading(isRussian(words) ? NEIGHBOUR_IN_RUSSIAN : STRANGER);
        words.forEach(reading::add);
        reading.marks = marks;
        return reading;
    }

    /** The natural logarithm of how probable it is that someone wrote this: to compare what the same bytes may be. */
    double total() {
        return Math.max(kazakh, russian) + marks;
    }

    /** How many steps from letter to letter were judged. */
    int steps() {
        return steps;
    }

    /** Whether this is Kazakh or Russian at all. Text without a letter beyond ASCII is taken to be. */
    boolean isLanguage() {
        boolean probable = steps == 0 || Math.max(kazakh, russian) / steps >= NOISE - CHANCE / Math.sqrt(steps);
        return probable && strangers * 100L <= steps + 100L;
    }

    private static boolean isOfWord(char c) {
        return c < OF_WORDS.length ? OF_WORDS[c] : Character.isLetter(c) || SYMBOLS.indexOf(c) >= 0;
    }

    private static boolean[] ofWords() {
        boolean[] ofWords = new boolean[0x500];
        for (char c = 0; c < ofWords.length; c++) {
            ofWords[c] = Character.isLetter(c) || SYMBOLS.indexOf(c) >= 0;
        }
        return ofWords;
    }

    /**
     * A word, and what is asked of it.
     *
     * @param common whether its letters are those that Kazakh shares with Russian, so that it reads the same in every
     *     page
     * @param capitals whether it has no other letters, and all are of the two languages
     * @param strangers how many of its letters beyond ASCII are of neither language
     */
    private record Word(String text, boolean common, boolean capitals, int strangers) {

        static Word of(String text) {
            boolean common = true;
            boolean capitals = true;
            int strangers = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                int place = place(letter);
                common &= place >= 0 && KAZAKH_ONLY.indexOf(letter) < 0;
                capitals &= place >= 0 && Character.isUpperCase(letter);
                strangers += place == STRANGER_PLACE && letter >= 0x80 ? 1 : 0;
            }
            return new Word(text, common, capitals, strangers);
        }

        /** A few capitals, as in «АҚШ», follow no language's habits. */
        boolean isAbbreviation() {
            return capitals && text.length() <= LONGEST_ABBREVIATION;
        }

        double in(LetterPairs pairs, double neighbour) {
            double sum = 0;
            int before = LetterPairs.EDGE;
            for (int i = 0; i <= text.length(); i++) {
                int place = i == text.length() ? LetterPairs.EDGE : place(text.charAt(i));
                sum += step(before, place, pairs, neighbour);
                if (i > 0 && i < text.length() && Character.isUpperCase(text.charAt(i))
                        && Character.isLowerCase(text.charAt(i - 1))) {
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
    }

    private static boolean isRussian(List<Word> words) {
        double lean = 0;
        for (Word word : words) {
            if (word.common) {
                lean += word.in(LetterPairs.RUSSIAN, STRANGER) - word.in(LetterPairs.KAZAKH, STRANGER);
            }
        }
        return lean > CLEARLY_RUSSIAN;
    }

    private void add(Word word) {
        int length = word.text.length() + 1;
        if (LONE_SYMBOLS.contains(word.text) || CENTURIES.contains(word.text)) {
            add(ALONE, ALONE);
            steps++;
            return;
        }
        double least = word.isAbbreviation() ? IN_ABBREVIATION * length : Double.NEGATIVE_INFINITY;
        add(Math.max(least, word.in(LetterPairs.KAZAKH, STRANGER)),
                Math.max(least, word.in(LetterPairs.RUSSIAN, neighbour)));
        steps += length;
        strangers += word.strangers;
    }

    private void add(double asKazakh, double asRussian) {
        double inKazakh = Math.max(kazakh, russian + OTHER_LANGUAGE) + asKazakh;
        russian = Math.max(russian, kazakh + OTHER_LANGUAGE) + asRussian;
        kazakh = inKazakh;
    }

    private static int place(char c) {
        return c < PLACES.length ? PLACES[c] : STRANGER_PLACE;
    }

    private static byte[] places() {
        byte[] places = new byte[0x500];
        for (char c = 0; c < places.length; c++) {
            int place = LetterPairs.place((char) WrongLetters.cyrillic(c));
            int other = NEIGHBOURS.indexOf(c) >= 0 ? NEIGHBOUR_PLACE : STRANGER_PLACE;
            places[c] = (byte) (place >= 0 ? place : other);
        }
        return places;
    }
}
