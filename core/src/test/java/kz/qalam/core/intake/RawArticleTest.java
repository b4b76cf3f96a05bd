package kz.qalam.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class RawArticleTest {

    @ParameterizedTest
    @ValueSource(strings = {"1 204", "1\u00A0204", "1\u2009204", "1\u202F204", "1204"})
    void readsCountersWithAnyThousandsSpace(String views) {
        Incoming read = Samples.readText("Тақырып\n\n12\n" + views + "\n\nМәтін.");
        assertEquals(12, read.comments());
        assertEquals(1204, read.views());
        assertEquals(List.of(new Paragraph("Мәтін.")), read.copy().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"312", "3 1204\n312", "007\n312", "1,5\n20", "12345678901234567890\n1", "0\nжүз",
            "1.204\n5"})
    void keepsNumbersThatAreNoCountersAsText(String numbers) {
        Incoming read = Samples.readText("Тақырып\n\n" + numbers + "\n\nМәтін.");
        assertNull(read.comments());
        assertNull(read.views());
        assertEquals("Тақырып\n" + numbers + "\nМәтін.", read.copy().plainText());
    }

    @Test
    void readsLeadAndCaptionWithoutCounters() {
        Copy copy = Samples.readText("Тақырып\n\nБірінші сөйлем.\nЕкінші сөйлем.\n\nТақырып\n\nМәтін.").copy();
        assertEquals("Бірінші сөйлем. Екінші сөйлем.", copy.lead());
        assertEquals(List.of(new Paragraph("Мәтін.")), copy.body());
    }

    @Test
    void readsALeadBeforeTheParagraphThatNamesTheSource() {
        Copy copy = Samples
                .readText("Тақырып\n\nҚысқаша мазмұны.\n\nҚала әкімі келді, деп хабарлайды QALAM.KZ.\n\nСоңы.").copy();
        assertEquals("Қысқаша мазмұны.", copy.lead());
        assertEquals(2, copy.body().size());
    }

    @Test
    void keepsAnAlmostRepeatedHeadlineAsAParagraph() {
        Copy copy = Samples.readText("Тақырып\n\nТақырып.\n\nМәтін.").copy();
        assertEquals(List.of(new Paragraph("Тақырып."), new Paragraph("Мәтін.")), copy.body());
    }

    @Test
    void keepsTheHeadlineWhereItIsRepeatedInTheText() {
        Copy copy = Samples.readText("Тақырып\n\nБір.\n\nЕкі.\n\nҮш.\n\nТақырып\n\nМәтін.").copy();
        assertEquals("Тақырып\nБір.\nЕкі.\nҮш.\nТақырып\nМәтін.", copy.plainText());
    }

    @Test
    void keepsALeadThatIsTooLongAsAParagraph() {
        String lead = "Өте ұзын сөйлем. ".repeat(70).strip();
        Copy copy = Samples.readText("Тақырып\n\n" + lead + "\n\nТақырып\n\nМәтін.").copy();
        assertEquals("", copy.lead());
        assertEquals("Тақырып\n" + lead + "\nТақырып\nМәтін.", copy.plainText());
    }

    @Test
    void takesAnUnannouncedDashForSpeechAndAnAnnouncedListForAList() {
        assertEquals(List.of("paragraph", "speech", "speech"),
                types("Әкім былай деді:\n– Бәрі дайын.\n– Рақмет, – деді тұрғындар."));
        assertEquals(List.of("paragraph", "speech"), types("Әкім былай деді:\n– бәрі дайын, – деді."));
        assertEquals(List.of("heading", "bullet_list"), types("Мыналар керек:\n– жеке куәлік;\n– өтініш.\n"));
        assertEquals(List.of("heading", "bullet_list"), types("Мыналар керек:\n- жеке куәлік\n- өтініш"));
        assertEquals(List.of("heading", "bullet_list", "speech"),
                types("Мыналар керек:\n– куәлік;\n– өтініш.\n– Бәрі сол, – деді ол."));
        assertEquals(List.of("bullet_list", "paragraph"), types("• бір\n• екі\nСоңы."));
        assertEquals(List.of("paragraph", "ordered_list"), types("Жеңімпаздар.\n1. Асан\n2) Үсен"));
        assertEquals(List.of("paragraph", "paragraph"), types("2. Асан\n3. Үсен"));
        assertEquals(List.of("paragraph"), types("1. Асан"));
    }

    @Test
    void takesAShortQuestionApartForASubhead() {
        assertEquals(List.of("paragraph", "heading", "paragraph"), types("Кіріспе.\n\nНе болды?\nЖауап."));
        assertEquals(List.of("paragraph", "heading", "bullet_list"),
                types("Кіріспе.\n\nКеректі құжаттар:\n- куәлік;\n- өтініш."));
        assertEquals(List.of("paragraph", "paragraph", "paragraph"), types("Кіріспе.\nНе болды?\nЖауап."));
        assertEquals(List.of("paragraph", "paragraph", "speech"), types("Кіріспе.\n\nНе болды?\n– Ештеңе, – деді ол."));
        assertEquals(List.of("paragraph", "paragraph"), types("Кіріспе.\n\nНе болды?"));
        assertEquals(List.of("paragraph", "paragraph", "paragraph"),
                types("Кіріспе.\n\nБірдеңе болды. Не болды?\nЖауап."));
    }

    @Test
    void endsLinesWhereverTheyEnd() {
        Copy copy = Samples.readText("Тақырып\rБір\r\nЕкі\u2028Үш\u0085Төрт\u000BБес\fАлты").copy();
        assertEquals("Тақырып\nБір\nЕкі\nҮш\nТөрт\nБес\nАлты", copy.plainText());
    }

    @Test
    void takesOutWhatCannotBeSeenAndSaysSo() {
        Incoming read = Samples.readText("Тақырып\n\nБі\u202Eр\tекі.\u0007 Үш\u200Dтөрт\u00AD.\u001A");
        assertEquals(List.of(new Paragraph("Бір екі. Үш\u200Dтөрт\u00AD.")), read.copy().body());
        assertTrue(read.remarks().contains(new Remark("removed", "U+0007, U+001A, U+202E")));
    }

    @Test
    void writesLettersInOneForm() {
        assertEquals("Йод", Samples.readText("И\u0306од\n\nМәтін.").copy().headline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u200B\n\u200B", "\u202E \u2028"})
    void refusesATextOfWhichNothingCanBeSeen(String text) {
        assertEquals(Reason.EMPTY, assertThrows(UnreadableImport.class, () -> Samples.readText(text)).reason());
    }

    @Test
    void refusesAHeadlineThatIsTooLong() {
        assertEquals(Reason.LONG_HEADLINE,
                assertThrows(UnreadableImport.class, () -> Samples.readText("Сөз ".repeat(80) + "\n\nМәтін."))
                        .reason());
        assertEquals(300, Samples.readText("ә".repeat(300)).copy().headline().length());
    }

    @Test
    void refusesMoreBlocksThanCopyTakes() {
        assertThrows(TooLarge.class, () -> Samples.readText("Тақырып\n" + "Абзац.\n".repeat(5_001)));
        assertEquals(5_000, Samples.readText("Тақырып\n" + "Абзац.\n".repeat(5_000)).copy().body().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "– ", ". ", ", – деп ", "\u0301\u0316", "«", "?", ":\n- а;", "1. ", "деп хабарлайды ",
            "сілтеме жасап ", "A.", "\n", "\u200B", "\u00A0\n"})
    void readsOrRefusesEndlessRepetitionInTime(String repeated) {
        String start = "Тақырып\n\n– Бір";
        String text = start + repeated.repeat(900_000 / repeated.getBytes(UTF_8).length) + "соңы";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                Samples.readText(text);
            } catch (Refusal e) {
                assertTrue(e.kind() == Refusal.Kind.TOO_LARGE || e.kind() == Refusal.Kind.INVALID);
            }
        });
    }

    @Test
    void refusesLettersThatBearMarksWithoutEnd() {
        String marked = "а" + "\u0301\u0316".repeat(40);
        assertEquals(Reason.NOT_TEXT,
                assertThrows(UnreadableImport.class, () -> Samples.readText("Тақырып\n\n" + marked)).reason());
        String pieces = "<h1>Т</h1><p>а" + ("\u0301".repeat(20) + "<!-- -->").repeat(1_000);
        assertEquals(Reason.NOT_TEXT, assertThrows(UnreadableImport.class,
                () -> Intake.read(pieces.getBytes(UTF_8), "text/html", "a.html")).reason());
    }

    @Test
    void knowsRussian() {
        assertEquals(Language.RU,
                Samples.readText("В городе открылась новая библиотека\n\nСтроительство продолжалось три года.").copy()
                        .language());
        assertEquals(Language.KK,
                Samples.readText("Qalada jaña kitaphana aşyldy\n\nQūrylys üş jylğa sozyldy.").copy().language());
        assertEquals(Language.KK, Samples.readText("Алматы\n\nАлматы.").copy().language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void saysWhatItUnderstoodInEveryLanguage(String language) {
        Incoming read = Samples.readText("Та\u0007қырып\n\n1\n2\n\nЛид.\n\nТақырып\n\nКелді, деп хабарлайды QALAM.KZ.");
        assertEquals(List.of("encoding", "removed", "counters", "lead", "caption", "source", "body"),
                read.remarks().stream().map(Remark::key).toList());
        read.remarks().forEach(remark -> assertTrue(remark.text(Locale.forLanguageTag(language)).length() > 5));
    }

    private static List<String> types(String body) {
        return Samples.readText("Тақырып\n\n" + body).copy().body().stream().map(Block::type).toList();
    }
}
