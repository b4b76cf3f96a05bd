package kz.qalam.core.language.proofing;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a text takes to read and how hard it is: «оқылу көрсеткіші». No formula for Kazakh is published, so the index is
 * shown with what it is made of.
 *
 * @param wordsInSentence on average; 0 where there are no words
 * @param syllablesInWord on average; 0 where there are no words
 * @param longWords the share of words of {@value #LONG} syllables and more, 0 to 1
 * @param reading how long reading takes
 * @param index 100 for the easiest, 0 for the hardest text
 */
public record Readability(int sentences, int words, int syllables, double wordsInSentence, double syllablesInWord,
        double longWords, Duration reading, int index) {

    /** From how many syllables on a word is long. */
    public static final int LONG = 5;

    /** 170 words of 2.6 syllables, the mean of Kazakh news: no study of reading speed in Kazakh was found. */
    public static final int SYLLABLES_A_MINUTE = 440;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]++[»”\")]*+(?=\\s+[^\\p{Ll}\\s]|\\s*$)|\\R");
    private static final Pattern SHORT_BEFORE = Pattern
            .compile("(?:^|[\\s(«.])(?:\\p{L}|т\\.б|жж|ғғ|млн|т\\.с\\.с|проф|акад|ред)$");

    /** Of a text of any number of lines; figures count as words of two syllables. */
    public static Readability of(String text) {
        int words = 0;
        int syllables = 0;
        int longOnes = 0;
        for (Matcher word = WORDS.matcher(text); word.find();) {
            words++;
            boolean figure = Character.isDigit(word.group().codePointAt(0));
            int count = figure ? 2 : syllables(text, word.start(), Math.min(word.end(), word.start() + 200));
            syllables += count;
            longOnes += count >= LONG ? 1 : 0;
        }
        int sentences = words == 0 ? 0 : Math.min(words, Math.max(1, sentences(text)));
        double inSentence = words == 0 ? 0 : (double) words / sentences;
        double inWord = words == 0 ? 0 : (double) syllables / words;
        double share = words == 0 ? 0 : (double) longOnes / words;
        long seconds = Math.round(Math.ceil(syllables * 60.0 / SYLLABLES_A_MINUTE));
        double hardness = 2 * (inSentence - 6) + 25 * (inWord - 1.6);
        int index = words == 0 ? 100 : (int) Math.max(0, Math.min(100, Math.round(100 - hardness)));
        return new Readability(sentences, words, syllables, inSentence, inWord, share, Duration.ofSeconds(seconds),
                index);
    }

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[-.,:'’][\\p{L}\\p{M}\\p{N}]++)*+");

    private static int syllables(String text, int start, int end) {
        int syllables = 0;
        for (Matcher part = Syllables.PART.matcher(text).region(start, end); part.find();) {
            syllables += Syllables.in(text, part.start(), part.end());
        }
        return Math.max(1, syllables);
    }

    private static int sentences(String text) {
        int sentences = 0;
        int last = 0;
        for (Matcher end = SENTENCE_END.matcher(text); end.find();) {
            String before = text.substring(Math.max(last, end.start() - 12), end.start());
            boolean cut = text.charAt(end.start()) == '.' && end.end() < text.length()
                    && SHORT_BEFORE.matcher(before).find();
            if (!cut && WORDS.matcher(text).region(last, end.start()).find()) {
                sentences++;
                last = end.end();
            }
        }
        return sentences + (last < text.length() && WORDS.matcher(text).region(last, text.length()).find() ? 1 : 0);
    }
}
