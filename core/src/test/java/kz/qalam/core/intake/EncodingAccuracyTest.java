package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import kz.qalam.core.copy.Language;
import kz.qalam.core.refusal.UnreadableImport;

/**
 * How often texts of different lengths are read right from each code page; figures are printed. Half of the news was
 * counted for the letter pairs, the rest was not.
 */
class EncodingAccuracyTest {

    private static final int[] LENGTHS = {10, 20, 40, 80, 160, 320, Integer.MAX_VALUE};

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void readsNewsRight(CodePage page) {
        List<String> news = LanguageData.news();
        measure("news", news.stream().filter(text -> news.indexOf(text) % 2 == 1).toList(), page);
    }

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void readsAnEncyclopaediaRight(CodePage page) {
        measure("encyclopaedia", LanguageData.passages(), page);
    }

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void readsRussianRight(CodePage page) {
        measure("russian", LanguageData.russian(), page);
    }

    @Test
    void tellsKazakhFromRussian() {
        List<String> kazakh = LanguageData.news();
        assertEquals(kazakh.size(), kazakh.stream().filter(text -> Written.of(text) == Language.KK).count());
        List<String> russian = LanguageData.russian();
        assertEquals(russian.size(), russian.stream().filter(text -> Written.of(text) == Language.RU).count());
    }

    private static void measure(String what, List<String> texts, CodePage page) {
        for (int length : LENGTHS) {
            Random random = new Random(length);
            int all = 0;
            int right = 0;
            int wrong = 0;
            for (String text : texts) {
                String kazakh = Encodings.within(piece(text, length, random), CodePage.KZ_1048);
                String piece = Encodings.within(kazakh, page).strip();
                if (piece.chars().noneMatch(Character::isLetter)) {
                    continue;
                }
                all++;
                try {
                    boolean same = TextBytes.read(Encodings.bytes(piece, page), null).text().equals(piece);
                    right += same ? 1 : 0;
                    wrong += same ? 0 : 1;
                } catch (UnreadableImport e) {
                    // refused rather than guessed: neither right nor wrong
                }
            }
            System.out.printf("%s, %s, %s characters: %d texts, %.2f %% right, %d wrong, %d refused%n", page.label(),
                    what,
                    length == Integer.MAX_VALUE ? "all" : "~" + length, all, 100.0 * right / all, wrong,
                    all - right - wrong);
            assertTrue(wrong * 1_000 <= (length < 80 ? all : 0), page.label() + " at " + length);
            assertTrue(right >= all * (length < 160 ? 0.95 : 0.99), page.label() + " at " + length);
        }
    }

    /** Whole words from a random place on, of about this many characters together. */
    private static String piece(String text, int length, Random random) {
        if (text.length() <= length) {
            return text;
        }
        String[] words = text.split(" ");
        int word = random.nextInt(words.length);
        StringBuilder piece = new StringBuilder();
        while (piece.length() < length) {
            piece.append(piece.isEmpty() ? "" : " ").append(words[word++ % words.length]);
        }
        return piece.toString();
    }
}
