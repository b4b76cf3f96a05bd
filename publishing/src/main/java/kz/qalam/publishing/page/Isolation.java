package kz.qalam.publishing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps together, within text that runs from right to left, what is read from left to right and begins or ends with a sign
 * of no direction: addresses, names after @, hashtags, telephone numbers, numbers with a sign or with spaces within, «C++». Without this «+7 701» reads
 * «701 7+», and «-15» «15-».
 */
final class Isolation {
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char END = '\u2069';

    /** What belongs to a number behind its figures: a fraction, a percent sign, degrees. */
    private static final String BEHIND = "(?:[.,]\\d++)*+(?:[%‰\u066a]|\u00b0[CF]?)?+";

    /** Each alternative moves forward a sign at a time and never back: bounded whatever the text says. */
    private static final Pattern TOGETHER = Pattern.compile(
            "(?:https?://|www\\.)[^\\s\u060c\u061b\u061f»)]++"
                    + "|[@#][\\p{IsLatin}\\p{IsCyrillic}][\\p{IsLatin}\\p{IsCyrillic}\\d_]*+"
                    + "|\\+\\d++(?:[ \u00a0\u202f()-]{1,2}+\\d++){1,8}+" + BEHIND
                    + "|(?<![\\d\\p{L}])[-\u2212]?+\\d{1,4}+(?:[ -]\\d{2,4}+){2,6}+(?![\\d\\p{L}])" + BEHIND
                    + "|(?<![\\d\\p{L}])[-\u2212]?+\\d{1,3}+(?:[ \u00a0\u202f]\\d{3}+)++(?![\\d\\p{L}])" + BEHIND
                    + "|(?<![\\d\\p{L}])[-\u2212+]\\d++" + BEHIND
                    + "|(?<!\\p{L})\\p{IsLatin}{1,20}+(?:\\+{1,2}|#)(?!\\w)");

    private Isolation() {
    }

    static String of(String text) {
        if (!isSuspect(text)) {
            return text;
        }
        var found = TOGETHER.matcher(text);
        return found.find()
                ? found.replaceAll(one -> LEFT_TO_RIGHT + Matcher.quoteReplacement(one.group()) + END)
                : text;
    }

    /** Most text has nothing that any alternative could begin with, and is not searched. */
    private static boolean isSuspect(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '@' || letter == '#' || letter == '+'
                    || isLatin(letter)
                    || ((letter == '-' || letter == '\u2212') && i + 1 < text.length()
                            && isDigit(text.charAt(i + 1)))
                    || (isDigit(letter) && i + 2 < text.length() && isGap(text.charAt(i + 1))
                            && isDigit(text.charAt(i + 2)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char letter) {
        return letter < '\u0300'
                ? Character.isLetter(letter)
                : letter >= '\u1d00' && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isGap(char letter) {
        return letter == ' ' || letter == '-' || letter == '\u00a0' || letter == '\u202f';
    }
}
