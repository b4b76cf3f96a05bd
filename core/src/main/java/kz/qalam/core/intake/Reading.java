package kz.qalam.core.intake;

/**
 * How well a text reads as Kazakh or Russian in Cyrillic: only the words that have a letter beyond ASCII are judged, each by the better
 * of the two languages. It tells code pages apart, and text from the noise that a wrong one makes of it.
 */
final class Reading {

    /** A Latin letter typed for its Cyrillic look-alike, as careless keyboards do. */
    private static final String LATIN = "ABCEHIKMOPTXYaceikmopxyh";
    private static final String ALIKE = "АВСЕНІКМОРТХУасеікморхуһ";

    /** Letters of other Slavic languages that names may bring; those that Windows-1251 has where Kazakh has its own. */
    private static final String NEIGHBOURS = "ЎўЈҐґЄєЇїј";

    private static final double NEIGHBOUR = -5.5;
    private static final double STRANGER = -9;
    private static final double CASE_JUMP = -8;
    private static final double ALONE = -3;
    private static final double MARK = -4;

    /** What Kazakh print has beyond letters. */
    private static final String MARKS = "\u00A0\u00AD«»„“”‘’–—…•§№°©®™";

    private static final double IN_SHORT_CAPITALS = -3.8;
    private static final int SHORT = 4;

    private static final int NEIGHBOUR_PLACE = -2;
    private static final int STRANGER_PLACE = -3;

    private double words;
    private double marks;
    private int steps;
    private int strangers;

    private Reading() {
    }

    static Reading of(String text) {
        Reading reading = new Reading();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && ofWord(text.charAt(i));
            if (within && start < 0)
                start = i;
            if (!within && i < text.length() && text.charAt(i) >= 0x80)
                reading.marks += MARKS.indexOf(text.charAt(i)) >= 0 ? MARK : STRANGER;
            if (!within && start >= 0) {
                reading.add(text, start, i);
                start = -1;
            }
        }
        return reading;
    }

    /** The natural logarithm of how probable it is that someone wrote this: for comparing what the same bytes may be. */
    double total() {
        return words + marks;
    }

    /** How many steps from letter to letter were judged. */
    int steps() {
        return steps;
    }

    /** How probable a step is on the average: for judging whether this is text at all; 0 when there was nothing to judge. */
    double mean() {
        return steps == 0 ? 0 : words / steps;
    }

    /** How many letters of the words judged are of neither language. */
    int strangers() {
        return strangers;
    }

    private static boolean ofWord(char c) {
        return Character.isLetter(c) || isSymbol(c);
    }

    /** Signs that text seldom uses, and that a wrong code page strews among letters. */
    private static boolean isSymbol(char c) {
        return "¤¦¬±µ¶·†‡‰‹›€".indexOf(c) >= 0;
    }

    private void add(String text, int start, int end) {
        boolean ascii = true;
        boolean capitals = true;
        for (int i = start; i < end; i++) {
            ascii &= text.charAt(i) < 0x80;
            capitals &= Character.isUpperCase(text.charAt(i));
        }
        if (ascii)
            return;
        if (end - start == 1 && isSymbol(text.charAt(start)) || isCentury(text, start, end)) {
            words += ALONE;
            steps++;
            return;
        }
        double kazakh = along(text, start, end, LetterPairs.KAZAKH);
        double russian = along(text, start, end, LetterPairs.RUSSIAN);
        double word = Math.max(kazakh, russian);
        int length = end - start;
        if (capitals && length <= SHORT && known(text, start, end))
            word = Math.max(word, IN_SHORT_CAPITALS * (length + 1));
        words += word;
        strangers += strangers(text, start, end);
        steps += length + 1;
    }

    /** «19 ғ.» is a century: the one letter of Kazakh that stands alone and is no word. */
    private static boolean isCentury(String text, int start, int end) {
        return end - start == 1 && text.charAt(start) == 'ғ' && end < text.length() && text.charAt(end) == '.';
    }

    private static double along(String text, int start, int end, LetterPairs pairs) {
        double sum = 0;
        int before = LetterPairs.EDGE;
        for (int i = start; i <= end; i++) {
            int place = i == end ? LetterPairs.EDGE : place(text.charAt(i));
            int worse = Math.min(before, place);
            sum += worse == STRANGER_PLACE ? STRANGER
                    : worse == NEIGHBOUR_PLACE ? NEIGHBOUR : pairs.after(before, place);
            if (i > start && i < end && Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1)))
                sum += CASE_JUMP;
            before = place;
        }
        return sum;
    }

    private static int strangers(String text, int start, int end) {
        int strangers = 0;
        for (int i = start; i < end; i++)
            if (text.charAt(i) >= 0x80 && place(text.charAt(i)) == STRANGER_PLACE)
                strangers++;
        return strangers;
    }

    private static boolean known(String text, int start, int end) {
        for (int i = start; i < end; i++)
            if (place(text.charAt(i)) < 0)
                return false;
        return true;
    }

    private static int place(char c) {
        int place = LetterPairs.place(c);
        if (place >= 0)
            return place;
        int latin = LATIN.indexOf(c);
        if (latin >= 0)
            return LetterPairs.place(ALIKE.charAt(latin));
        return NEIGHBOURS.indexOf(c) >= 0 ? NEIGHBOUR_PLACE : STRANGER_PLACE;
    }
}
