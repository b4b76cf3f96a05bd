package kz.qalam.admin.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern MENTIONED = Pattern.compile("\\{(\\w+)}|#[wcmlt]\\b|\\{#is '?(\\w+)'?}");

    private final Properties kazakh = read("kk");

    @Test
    void theThreeLanguagesSayTheSameThings() {
        for (String other : List.of("ru", "en")) {
            assertEquals(new TreeSet<>(kazakh.stringPropertyNames()), new TreeSet<>(read(other).stringPropertyNames()));
        }
    }

    @Test
    void everyTextIsThere() {
        for (String language : List.of("kk", "ru", "en")) {
            read(language).forEach((key, text) -> assertFalse(text.toString().isBlank(), language + " " + key));
        }
    }

    @Test
    void theSameNamesAndNumbersAreMentioned() {
        for (String other : List.of("ru", "en")) {
            Properties texts = read(other);
            for (String key : kazakh.stringPropertyNames()) {
                assertEquals(mentioned(kazakh.getProperty(key)), mentioned(texts.getProperty(key)), other + " " + key);
            }
        }
    }

    @Test
    void quotationMarksAreThoseOfTheLanguage() {
        for (String language : List.of("kk", "ru")) {
            read(language).forEach((key, text) -> assertFalse(text.toString().contains("\""), language + " " + key));
        }
    }

    @Test
    void kazakhLettersAreNotLatinOnes() {
        Pattern mixed = Pattern.compile(
                "(?U)\\b\\w*(?:[A-Za-z][А-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі]|[А-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z])\\w*");
        kazakh.forEach((key, text) -> assertFalse(mixed.matcher(withoutTemplate(text)).find(), key + " " + text));
    }

    /** What a refusal names is called as the page calls it. */
    @Test
    void oneThingHasOneName() {
        for (String[] named : List.of(new String[]{"kk", "", "ескертпесіз түзету", "автор"},
                new String[]{"ru", "_ru", "без примечания", "автор"},
                new String[]{"en", "_en", "silent fix", "author"})) {
            Properties texts = read(named[0]);
            Properties refusals = load("/kz/qalam/core/refusal/refusals" + named[1] + ".properties");
            for (String text : List.of(texts.getProperty("msg:kind_$SILENT_FIX"), texts.getProperty("msg:noticeHint"),
                    refusals.getProperty("problem.live-already"), refusals.getProperty("problem.notice-unwanted"))) {
                assertTrue(text.toLowerCase(Locale.ROOT).contains(named[2]), text);
            }
            for (String text : List.of(texts.getProperty("room:role_AUTHOR"), texts.getProperty("write:noHeirs"),
                    refusals.getProperty("problem.no-author"))) {
                assertTrue(text.toLowerCase(Locale.ROOT).contains(named[3]), text);
            }
        }
        assertFalse(kazakh.getProperty("picture:caption").contains("сипатта"), "that is what a picture shows");
    }

    @Test
    void aPersonsChoiceComesFirstThenTheBrowsersThenKazakh() {
        assertEquals(Tongue.EN, Tongue.of("en", "ru"));
        assertEquals(Tongue.RU, Tongue.of(null, "de, ru;q=0.8, en;q=0.5"));
        assertEquals(Tongue.KK, Tongue.of(null, null));
        assertEquals(Tongue.KK, Tongue.of("xx", "de-AT"));
        assertEquals(Tongue.KK, Tongue.of("", "kk-Cyrl-KZ,ru"));
        assertEquals(Tongue.KK, Tongue.of(null, ";;;=" + "a".repeat(50)));
        assertEquals(Locale.forLanguageTag("kk"), Tongue.KK.locale());
        assertTrue(Tongue.named("KK").isEmpty());
    }

    private static String withoutTemplate(Object text) {
        return text.toString().replaceAll("\\{[^}]*}", " ");
    }

    private static String mentioned(String text) {
        return MENTIONED.matcher(text).results().map(found -> found.group()).sorted().collect(Collectors.joining(" "));
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        for (String bundle : List.of("msg", "write", "proof", "room", "picture", "tag", "term", "trail")) {
            load("/messages/" + bundle + "_" + language + ".properties")
                    .forEach((key, text) -> texts.put(bundle + ":" + key, text));
        }
        return texts;
    }

    private static Properties load(String resource) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
