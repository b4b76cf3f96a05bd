package kz.qalam.core.language.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.SharedData;

/** The other scripts against lists that others published. What is asked for is what was reached when this was written. */
class SharedScriptsTest {

    @Test
    void latinIsAsTheListHasIt() throws IOException {
        for (String[] row : SharedData.rows("translit/latin-2021-dev.tsv")) {
            assertEquals(row[1], Latin.usual().of(row[0]));
        }
    }

    @Test
    void capitalsAreTheAlphabets() throws IOException {
        for (String[] row : SharedData.rows("translit/latin-case.tsv")) {
            assertEquals(row[1], Alphabet.APRIL_2021.upper(row[0]));
            assertEquals(row[0], Alphabet.APRIL_2021.lower(row[1]));
        }
    }

    @Test
    void mostArabicWordsAreAsTheListHasThem() throws IOException {
        Map<String, String> words = new HashMap<>();
        for (String[] row : SharedData.rows("translit/cldr48-kk-arab-dev.tsv")) {
            List<String> cyrillic = List.of(row[0].split("[\\s,.()«»-]+"));
            List<String> arabic = List.of(row[1].split("[\\s،,.()«»-]+"));
            if (cyrillic.size() == arabic.size()) {
                for (int i = 0; i < cyrillic.size(); i++) {
                    if (cyrillic.get(i).matches("[\\p{IsCyrillic}]+")) {
                        words.put(cyrillic.get(i), arabic.get(i));
                    }
                }
            }
        }
        long right = words.entrySet().stream()
                .filter(word -> normal(word.getValue()).equals(normal(Arabic.usual().of(word.getKey())))).count();
        double share = right / (double) words.size();
        assertTrue(words.size() > 300 && share >= .90, "%.3f of %d".formatted(share, words.size()));
    }

    private static String normal(String word) {
        return word.replace('ء', 'ٴ').replace('ک', 'ك').replace('ی', 'ي').replace('ه', 'ە').replace('ھ', 'ح');
    }
}
