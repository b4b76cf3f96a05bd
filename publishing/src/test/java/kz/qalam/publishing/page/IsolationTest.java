package kz.qalam.publishing.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** «⟨» and «⟩» stand for the signs that begin and end what is read from left to right. */
class IsolationTest {

    private static String shown(String text) {
        return Isolation.of(text).replace('\u2066', '⟨').replace('\u2069', '⟩');
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "قاراجات ⟨10 500,5⟩ تەڭگە", "قاراجات ⟨10\u00a0500⟩, تەڭگە", "⟨1 250 000,75⟩ تەڭگە",
            "تۇندە ⟨-15⟩ گرادۋس", "تۇندە ⟨\u221215,5⟩ گرادۋس", "كۇندىز ⟨+5⟩ گرادۋس", "⟨-15°⟩ پەن ⟨-20°C⟩",
            "ٴوسىم ⟨-3,2%⟩", "⟨-10 500,5⟩ تەڭگە", "⟨+5 000⟩ تەڭگە", "⟨+7 701 123 45 67⟩, ⟨8 701 123 45 67⟩.",
            "⟨2026-11-26⟩ كۇنى", "⟨https://qalam.kz/a-1⟩ مەن ⟨@qalam⟩", "⟨C++⟩ ٴتىلى"})
    void whatIsReadFromLeftToRightIsKeptTogether(String text) {
        assertEquals(text, shown(text.replace("⟨", "").replace("⟩", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"مەكتەپ", "10,5 تەڭگە", "2026-جىلى", "COVID-19", "قر-15", "12-15 قاراشا", "10 – 15 ادام",
            "- 15",
            "5+ ادام", "يا-نا"})
    void whatReadsRightByItselfIsLeftAsItIs(String text) {
        assertEquals(text, Isolation.of(text));
    }

    @Test
    void textOfAnyKindTakesLittleTime() {
        for (var part : new String[]{"-", "1", "-1", "1 ", "10 500,", "+1-", "1,1.", "a+"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Isolation.of(part.repeat(100_000)), part);
        }
    }
}
