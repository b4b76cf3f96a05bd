package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LetterPairsTest {

    @Test
    void russianCountsAreThoseOfTheTextBeside() throws IOException {
        assertEquals(shipped("letter-pairs-ru.tsv"), counted(List.of(resource("russian.txt"))));
    }

    @Test
    void kazakhCountsAreThoseOfEverySecondParagraphOfKazNerd() throws IOException {
        List<String> news = LanguageData.news();
        List<String> second = IntStream.range(0, news.size()).filter(i -> i % 2 == 0).mapToObj(news::get).toList();
        assertEquals(shipped("letter-pairs-kk.tsv"), counted(second));
    }

    private static final Pattern WORD = Pattern.compile("[" + LetterPairs.LETTERS + "]+");

    private static String counted(List<String> texts) {
        String letters = LetterPairs.LETTERS + "_";
        long[][] counts = new long[letters.length()][letters.length()];
        for (String text : texts) {
            WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> "_" + word.group() + "_")
                    .forEach(word -> {
                        for (int i = 1; i < word.length(); i++) {
                            counts[letters.indexOf(word.charAt(i - 1))][letters.indexOf(word.charAt(i))]++;
                        }
                    });
        }
        StringBuilder table = new StringBuilder();
        for (int first = 0; first < letters.length(); first++) {
            StringBuilder row = new StringBuilder();
            for (int then = 0; then < letters.length(); then++) {
                if (counts[first][then] > 0) {
                    row.append('\t').append(letters.charAt(then)).append(counts[first][then]);
                }
            }
            if (row.length() > 0) {
                table.append(letters.charAt(first)).append(row).append('\n');
            }
        }
        return table.toString();
    }

    private static String shipped(String file) throws IOException {
        return Pattern.compile("(?m)^#.*\n").matcher(resource(file)).replaceAll("");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LetterPairs.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
