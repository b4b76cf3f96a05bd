package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher says, and in which language. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @CsvSource({"kk,kk_KZ.UTF-8", "kk,''", "kk,C.UTF-8", "kk,de_DE.UTF-8", "kk,tr_TR.UTF-8", "ru,ru_RU.UTF-8", "ru,ru",
            "en,en_US.UTF-8", "en,C", "en,POSIX"})
    void speaksTheLanguageOfTheLocaleAndElseKazakh(String language, String locale) {
        assertEquals(language, Words.in(Map.of("LANG", locale)).locale().getLanguage());
        assertEquals(language,
                Words.in(Map.of("LANG", "fr_FR.UTF-8", "LC_ALL", locale.isEmpty() ? "kk" : locale)).locale()
                        .getLanguage());
        assertEquals("ru", Words.in(Map.of("LANG", locale, "QALAM_LANG", "ru")).locale().getLanguage());
    }

    @Test
    void speaksKazakhWhereNothingIsAsked() {
        assertEquals("Тоқтатылды.", Words.in(Map.of()).say("stopped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void saysTheSameInEachLanguage(String language) {
        Words kazakh = new Words(Locale.forLanguageTag("kk"));
        Words other = new Words(Locale.forLanguageTag(language));
        for (String key : kazakh.bundle().keySet()) {
            String text = other.bundle().getString(key);
            assertFalse(text.isBlank(), key);
            assertEquals(places(kazakh.bundle().getString(key)), places(text), key);
        }
        // Without a text of its own a bundle would answer with the Kazakh one: few words are the same in both.
        Set<String> same = kazakh.bundle().keySet().stream()
                .filter(key -> other.bundle().getString(key).equals(kazakh.bundle().getString(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        same.removeIf(key -> !Pattern.compile("\\p{IsCyrillic}").matcher(kazakh.bundle().getString(key)).find()
                || key.equals("seconds") || key.equals("step.goes-on") || key.equals("address.newsroom")
                || key.equals("address.site")
                || key.equals("part.newsroom") || key.equals("part.site")
                || key.equals("port.newsroom") || key.equals("port.site") || key.equals("import.lead"));
        assertEquals(Set.of(), same);
    }

    @Test
    void writesNumbersAndTimesAsPeopleReadThem() {
        Words words = new Words(Locale.forLanguageTag("kk"));
        assertTrue(words.say("trouble.port-taken", 15432, "PostgreSQL", "QALAM_DB_PORT").startsWith("15432 порты"));
        assertEquals("06.11.2026, 00:05", words.time(java.time.Instant.parse("2026-11-05T19:05:00Z")));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
