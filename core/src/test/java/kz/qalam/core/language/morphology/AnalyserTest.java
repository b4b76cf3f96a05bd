package kz.qalam.core.language.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyserTest {

    static final List<String> HOSTILE = List.of("а".repeat(1 << 20), "ылы".repeat(21), "ы\u0306".repeat(10_000),
            "\ud800",
            "\udc00кітап\ud800", "кitaп", "İİİ", "---", "-", "а-ақ".repeat(15), "\u0000", "😀-ның", " ", "کتاب",
            "12345678901234567890",
            "%", "-ның", "-1");

    private static final Analyser ANALYSER = Analyser.shipped();

    @ParameterizedTest
    @CsvSource(textBlock = """
            мектептеріміздегі, мектеп
            кітабым, кітап
            орнынан, орын
            аузын, ауыз
            халқымыздың, халық
            айтылмағандықтан, айт
            оқитындардың, оқы
            қоятынын, қой
            тауып, тап
            шығамыз, шық
            барғанда, бар
            келмесе, кел
            жасауымыз, жаса
            журналистер, журналист
            маған, мен
            Тоқаевтың, тоқаев
            Астанадағы, астана
            Назарбаеваның, назарбаев
            процестерінде, процесс
            металдан, металл
            съезінде, съезд
            Минскіде, минск
            фактілерді, факт
            объектіге, объект
            жүкті, жүкті
            # no list has these
            Орскіде, орск
            блокчейндерді, блокчейн
            Шыңғысбековқа, шыңғысбеков
            хакатондарында, хакатон
            подкастқа, подкаст
            # as they are heard
            ҚР-ның, қр
            БҰҰ-ға, бұұ
            5-ке, 5
            2026, 2026
            """)
    void theFormsOfAWordMeetUnderOneKey(String form, String key) {
        assertEquals(key, ANALYSER.key(form));
    }

    @Test
    void aReadingNamesItsSuffixesInTheirOrder() {
        Analysis reading = ANALYSER.analyses("айтылмағандықтан").get(0);
        assertEquals(List.of("PASS", "NEG", "PTCP.PST", "NLZ", "ABL"), reading.features());
        assertEquals("v", reading.kind());
        assertTrue(reading.known());
    }

    @Test
    void otherReadingsComeAfterTheKey() {
        List<String> keys = ANALYSER.keys("алма");
        assertTrue(keys.containsAll(List.of("алма", "ал")), keys::toString);
    }

    @Test
    void knowsFormsOfKnownStemsAndNoOthers() {
        for (String form : List.of("кітаптарымызда", "айтылмаған", "Алматыда", "ҚР-ның", "12-ге", "маған",
                "сонда-ақ")) {
            assertTrue(ANALYSER.knows(form), form);
        }
        for (String form : List.of("кітаптерда", "кітапдар", "мектепты", "қазахстан", "", "а".repeat(100))) {
            assertFalse(ANALYSER.knows(form), form);
        }
    }

    @Test
    void anyTextHasAnAnswerThatIsNoLongerThanItsLimit() {
        for (String hostile : HOSTILE) {
            for (String key : ANALYSER.answer(hostile).split("\t")) {
                assertTrue(key.length() <= Analyser.LONGEST + 2, () -> "a key of " + key.length());
            }
            ANALYSER.knows(hostile);
            ANALYSER.analyses(hostile);
        }
    }

    @Test
    void stemsCanBeWalked() {
        Stems stems = Stems.shipped();
        int place = Stems.START;
        for (char letter : "кітап".toCharArray()) {
            place = stems.next(place, letter);
        }
        assertTrue(stems.cost(place, 'n') > 0);
        assertEquals(0, stems.cost(place, 'v'));
        List<String> forms = Inflector.shipped().forms("кітап", "n", 500);
        assertTrue(forms.containsAll(List.of("кітап", "кітабы", "кітаптар", "кітапты")), forms::toString);
    }
}
