package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Style;
import kz.qalam.core.copy.Text;

class DirectSpeechTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "– Біз күттік, – деді қала әкімі.|Біз күттік,|деді қала әкімі.",
            "- Біз күттік, - деді қала әкімі.|Біз күттік,|деді қала әкімі.",
            "— Біз күттік! — деп жазды ол.|Біз күттік!|деп жазды ол.",
            "–Қашан келдіңіз?–деген сұрақ қойдық.|Қашан келдіңіз?|деген сұрақ қойдық.",
            "– Кітапхана – қаланың жүрегі, – дейді директор.|Кітапхана – қаланың жүрегі,|дейді директор.",
            "– Біз келдік, – деді ол. – Енді кетеміз.|Біз келдік,|деді ол. – Енді кетеміз.",
            "– Келемін, – деп уәде берді Асан.|Келемін,|деп уәде берді Асан.",
            "– Келемін, – дедi Асан.|Келемін,|дедi Асан.",
            "– Келемін, – айтты Асан күліп.|Келемін,|айтты Асан күліп.",
            "– «Дән» – «дедіміз» деген сөз, – деді.|«Дән» – «дедіміз» деген сөз,|деді."})
    void setsApartWhoSaidIt(String line, String words, String tail) {
        assertEquals(new Speech(List.of(new Text(words)), tail), DirectSpeech.read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"– Кітапхана – қаланың жүрегі.|Кітапхана – қаланың жүрегі.",
            "– Иә. Астана – бас қала, Алматы – оңтүстік астана.|Иә. Астана – бас қала, Алматы – оңтүстік астана.",
            "- 5 жастан үлкендерге рұқсат.|5 жастан үлкендерге рұқсат."})
    void leavesTheTailEmptyWhereNobodyIsNamed(String line, String words) {
        assertEquals(new Speech(List.of(new Text(words)), ""), DirectSpeech.read(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5 градус суық болады.", "–", "- ", "———", "−12, деді ол.", "Ол – студент.",
            "-ақ жалғауы бөлек жазылады.", "–25 градус"})
    void takesNothingElseForSpeech(String line) {
        assertNull(DirectSpeech.read(line));
    }

    @Test
    void keepsMarksOnWhatWasSaid() {
        assertEquals(new Speech(List.of(new Text("Біз "), new Text("күттік", Style.STRONG), new Text(",")), "деді ол."),
                DirectSpeech
                        .read(List.of(new Text("– Біз "), new Text("күттік", Style.STRONG), new Text(", – деді ол."))));
    }

    @Test
    void keepsMarksOnWhoSaidItByLeavingTheTailEmpty() {
        assertEquals(
                new Speech(List.of(new Text("Күттік, – деді "), new Text("Асан", Style.STRONG), new Text(".")), ""),
                DirectSpeech
                        .read(List.of(new Text("– Күттік, – деді "), new Text("Асан", Style.STRONG), new Text("."))));
    }

    @Test
    void keepsATailThatIsTooLongWithTheWords() {
        String tail = "деді ол. – " + "Тағы бір сөз. ".repeat(60).strip();
        assertEquals(new Speech(List.of(new Text("Келдік, – " + tail)), ""), DirectSpeech.read("– Келдік, – " + tail));
    }
}
