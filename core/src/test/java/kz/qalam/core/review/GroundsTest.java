package kz.qalam.core.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Finding.Kind;

/** What a finding that is let stand is known by. */
class GroundsTest {

    @Test
    void aWordIsKnownWhereverItStandsAndOnlyAsItStands() {
        String word = digest(Kind.SPELLING, "Ол ғырбап айтты", "ғырбап");
        assertEquals(word, digest(Kind.SPELLING, "Кеше «ғырбап», деді", "ғырбап"));
        assertNotEquals(word, digest(Kind.SPELLING, "Ол ғырбапты айтты", "ғырбапты"));
        assertNotEquals(word, digest(Kind.SPELLING, "Ғырбап айтты", "Ғырбап"));
        assertNotEquals(word, digest(Kind.STYLE, "Ол ғырбап айтты", "ғырбап"));
    }

    @Test
    void aSignGoesWithTheWordsBesideIt() {
        String quote = digest(Kind.TYPOGRAPHY, "Ол \"Самұрық\" қорын атады", "\"");
        assertEquals(quote, digest(Kind.TYPOGRAPHY, "Кеше, Ол \"Самұрық\" деді", "\""));
        assertNotEquals(quote, digest(Kind.TYPOGRAPHY, "Ол \"Қазына\" қорын атады", "\""));
        assertEquals("Ол \"Самұрық", grounds(Kind.TYPOGRAPHY, "Ол \"Самұрық\" қорын атады", "\"").words());
    }

    @Test
    void directSpeechIsKnownOnThePageAndAsItIsPrinted() {
        assertEquals(digest(Kind.TYPOGRAPHY, "Жақсы  болды", "  "),
                digest(Kind.TYPOGRAPHY, "– Жақсы  болды, – деді ол", "  "));
        assertEquals(digest(Kind.TYPOGRAPHY, "\"Жақсы болды", "\""),
                digest(Kind.TYPOGRAPHY, "– \"Жақсы болды, – деді", "\""));
    }

    @Test
    void aLongPassageIsShownByItsBeginningAndKnownByAllOfIt() {
        String first = "русское предложение ".repeat(20);
        Grounds whole = grounds(Kind.LANGUAGE, first + "один", first + "один");
        assertTrue(whole.words().length() <= 200, whole.words());
        assertNotEquals(whole.digest(), digest(Kind.LANGUAGE, first + "два", first + "два"));
    }

    private static String digest(Kind kind, String text, String found) {
        return grounds(kind, text, found).digest();
    }

    private static Grounds grounds(Kind kind, String text, String found) {
        int start = text.indexOf(found);
        return Grounds.of(text, new Finding(start, start + found.length(), kind, "rule", List.of(), List.of()));
    }
}
