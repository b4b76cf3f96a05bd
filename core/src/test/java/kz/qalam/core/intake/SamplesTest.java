package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.ListBlock.Item;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class SamplesTest {

    @Test
    void readsTheFullShape() {
        Incoming plain = Samples.read("01-plain.txt");
        assertEquals(Copy.draft("Қалада жаңа кітапхана ашылды")
                .withLead("Жаңа кітапхана күніне мыңнан астам оқырманды қабылдай алады.")
                .withSource(new Source("қала әкімдігі", null)).withBody(LIBRARY), plain.copy());
        assertEquals(0, plain.comments());
        assertEquals(312, plain.views());
        assertNull(plain.dated());
        assertEquals("01-plain.txt", plain.name());
        assertEquals(List.of("encoding", "counters", "lead", "caption", "source", "body"), keys(plain));
    }

    @Test
    void readsWindowsLineEndsAndViewsWithASpace() {
        Incoming sample = Samples.read("02-windows-newlines-views-with-space.txt");
        assertEquals(12, sample.comments());
        assertEquals(1204, sample.views());
        assertEquals("Команда құрамында төрт оқушы бар.", sample.copy().lead());
        assertEquals(new Source("Оқу-ағарту министрлігі", null), sample.copy().source());
        assertEquals(List.of(
                new Paragraph(
                        "Математикадан өткен халықаралық олимпиадада ауыл мектебінің оқушылары екі алтын және бір күміс медаль жеңіп"
                                + " алды, деп хабарлайды QALAM.KZ Оқу-ағарту министрлігіне сілтеме жасап."),
                new Paragraph("Олимпиадаға отыз бес елден екі жүзге жуық оқушы қатысты."),
                speech("Балалар күніне бес сағат дайындалды. Олардың еңбегі ақталды,",
                        "дейді математика пәнінің мұғалімі."),
                speech("Маған ең қиыны геометрия есебі болды. Соңғы он минутта ғана шешуін таптым,",
                        "деп еске алады алтын медаль иегері."),
                new Paragraph("Жеңімпаздарға мемлекеттік білім гранты беріледі.")), sample.copy().body());
    }

    @Test
    void readsHyphensAsDashesAndLeavesLookAlikesAndQuotesAlone() {
        Incoming sample = Samples.read("03-homoglyphs-hyphens-straight-quotes.txt");
        assertEquals("Kөктемгі егіс науқаны бaсталды", sample.copy().headline());
        assertEquals("", sample.copy().lead());
        assertEquals(new Source("ауыл шаруашылығы басқармасы", null), sample.copy().source());
        assertEquals(List.of(
                new Paragraph(
                        "Облыста көктемгі егiс науқаны басталды, деп жазады QALAM.KZ ауыл шаруашылығы басқармасының мәлiметiне"
                                + " сүйенiп."),
                new Paragraph("Биыл 1,2 млн гектар алқапқа дән себiледi. Былтыр бұл көрсеткiш 1,15 млн гектар болған."),
                speech("Ылғал жеткілікті. Техниканың 95 пайызы дайын,", "деді \"Алтын дән\" шаруашылығының басшысы."),
                new Paragraph("Жанар-жағармай жеңілдетілген бағамен берiледi, деп мәлімдеді басқарма.")),
                sample.copy().body());
    }

    @Test
    void readsSubheadsAndAList() {
        Incoming sample = Samples.read("04-no-lead-no-counters-subheads.txt");
        assertNull(sample.comments());
        assertNull(sample.views());
        assertEquals(new Source("QALAM.KZ", null), sample.copy().source());
        assertEquals(HEATING, sample.copy().body());
    }

    @Test
    void takesMarkupAndTemplatesForText() {
        Incoming sample = Samples.read("05-hostile.txt");
        assertEquals("Тексеру <script>alert('headline')</script> мәтіні", sample.copy().headline());
        assertNull(sample.views());
        assertNull(sample.copy().source());
        assertEquals(List.of(new Paragraph("<b>0</b>"), new Paragraph("481"),
                new Paragraph("Кіріспе <img src=x onerror=alert(1)> сөйлем."), new Paragraph("Тексеру мәтіні"),
                new Paragraph("Бұл – <a href=\"javascript:alert(2)\">сілтеме</a>, деп хабарлайды QALAM.KZ <iframe"
                        + " src=\"https://example.com\"></iframe> сайтқа сілтеме жасап."),
                speech("Мәтіндегі белгілер {config:qalam} {#for} {{7*7}} ${7*7} сол күйінде қалуы керек,",
                        "деді сарапшы.")),
                sample.copy().body());
    }

    @Test
    void readsWindows1251() {
        Incoming sample = Samples.read("06-windows-1251.txt");
        assertEquals(Copy.draft("Президент кеден").withBody(List.of(new Paragraph("Президент кеден."))), sample.copy());
        assertEquals(0, sample.comments());
        assertEquals(5, sample.views());
    }

    @Test
    void readsTheKazakhPagesAndUtf16() {
        assertEquals("Ауылда жаңа емхана ашылды", Samples.read("09-kz-1048.txt").copy().headline());
        assertEquals(LIBRARY, Samples.read("09-kz-1048.txt").copy().body());
        assertEquals("Қалада жаңа саябақ ашылды", Samples.read("10-ptcp154.txt").copy().headline());
        assertEquals(LIBRARY, Samples.read("10-ptcp154.txt").copy().body());
        assertEquals("Жазғы демалыс маусымы: тұрғындар нені білуі керек",
                Samples.read("11-utf-16.txt").copy().headline());
        assertEquals(HEATING, Samples.read("11-utf-16.txt").copy().body());
    }

    @Test
    void refusesWhatIsEmptyOrNoText() {
        assertEquals(Reason.EMPTY, assertThrows(UnreadableImport.class, () -> Samples.read("07-empty.txt")).reason());
        assertEquals(Reason.NOT_TEXT,
                assertThrows(UnreadableImport.class, () -> Samples.read("08-not-text.txt")).reason());
    }

    @Test
    void takesAllSamplesForKazakh() {
        Samples.READABLE.forEach(name -> assertEquals(Language.KK, Samples.read(name).copy().language(), name));
    }

    private static final List<Block> LIBRARY = List.of(
            new Paragraph(
                    "Қала тұрғындары көптен күткен кітапхана есігін айқара ашты, деп хабарлайды QALAM.KZ қала әкімдігіне сілтеме"
                            + " жасап."),
            new Paragraph(
                    "Кітапхананың қорында екі жүз мыңға жуық кітап бар. Мұнда балаларға арналған оқу залы, дыбыс жазу бөлмесі"
                            + " және көзі көрмейтін оқырмандарға арналған бөлім жұмыс істейді."),
            new Paragraph("Құрылыс үш жылға созылды. Жобаға бюджеттен 2,4 миллиард теңге бөлінген."),
            speech("Біз бұл күнді көп күттік. Кітапхана – қаланың жүрегі. Енді әр бала мектептен кейін осында келіп, тегін білім ала"
                    + " алады,", "деді қала әкімі."),
            new Paragraph(
                    "Оқырмандар кітапты үйден шықпай-ақ тапсырыс бере алады. Ол үшін кітапхананың сайтына тіркелу жеткілікті."),
            speech("Электронды қорды жыл соңына дейін елу мың кітапқа жеткіземіз,", "деді кітапхана директоры."),
            new Paragraph("Кітапхана аптасына алты күн, таңғы тоғыздан кешкі сегізге дейін жұмыс істейді."));

    private static final List<Block> HEATING = List.of(
            new Paragraph("Қалада жылыту маусымы 15 қазанда басталады, деп хабарлайды QALAM.KZ."),
            new Heading(2, List.of(new Text("Жылу қашан беріледі?"))),
            new Paragraph(
                    "Алдымен ауруханалар мен мектептерге, содан кейін тұрғын үйлерге жылу беріледі. Жұмыс он күнге созылады."),
            new Heading(2, List.of(new Text("Төлем қалай есептеледі?"))),
            new Paragraph(
                    "Есептегіші бар үйлер тұтынған жылуына ғана төлейді. Есептегіші жоқ үйлерге тариф шаршы метрге есептеледі:"),
            new ListBlock(false,
                    List.of(new Item(List.of(new Paragraph("есептегіші бар үйлер: 1 Гкал үшін 5 870 теңге;"))),
                            new Item(List.of(new Paragraph("есептегіші жоқ үйлер: 1 шаршы метр үшін 152 теңге."))))),
            new Paragraph("Мәселе туындаса, 109 нөміріне хабарласуға болады."));

    private static Speech speech(String words, String tail) {
        return new Speech(List.of(new Text(words)), tail);
    }

    private static List<String> keys(Incoming incoming) {
        return incoming.remarks().stream().map(Remark::key).toList();
    }
}
