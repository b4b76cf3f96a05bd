package kz.qalam.core.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Finding.Kind;

/**
 * What a finding that is let stand is known by, wherever it stands: its rule and its words. A sign or a space is no words,
 * and so goes with the word before and the word after it.
 *
 * @param words to be shown
 * @param digest in hex, over all of them
 */
record Grounds(String kind, String message, String words, String digest) {

    private static final int SHOWN = 200;

    /** @param text in which the finding's place is counted, of any number of lines */
    static Grounds of(String text, Finding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT);
        String found = text.substring(finding.start(), finding.end());
        int from = finding.start();
        int to = finding.end();
        if (finding.kind() == Kind.TYPOGRAPHY) {
            from = wordBefore(text, from);
            to = wordAfter(text, to);
        }
        String shown = text.substring(from, to);
        return new Grounds(kind, finding.message(), shown.isBlank() ? "·" : cut(shown), digest(kind, finding.message(),
                text.substring(from, finding.start()), found, text.substring(finding.end(), to)));
    }

    /** Dashes of direct speech and tabs between cells are the renderer's: what they set apart is no neighbour. */
    private static int wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && isBetween(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? at : start;
    }

    private static int wordAfter(String text, int at) {
        int start = at;
        while (start < text.length() && isBetween(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return start == end ? at : end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isBetween(char c) {
        return !isOfWord(c) && c != '\n' && c != '\t' && c != '–' && c != '—';
    }

    private static String cut(String words) {
        if (words.length() <= SHOWN) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
        return words.substring(0, end) + "…";
    }

    private static String digest(String... parts) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
