package kz.qalam.core.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.StyleBook;
import kz.qalam.core.language.proofing.StyleRule;

/** Where in a copy a finding stands. */
class MarkedTest {

    private static final StyleBook BOOK = new StyleBook(List.of(new StyleRule("аэропорт", "әуежай", "Бізде осылай")));

    @Test
    void namesTheFieldOrTheBlock() {
        Copy copy = Copy.draft("Халық сaны өсті").withLead("Аэропорттан хабар").withBody(List.of(
                new Paragraph("Бәрі дұрыс."), new Heading(2, List.of(new Text("Мәлiмет"))),
                new ListBlock(false, List.of(new ListBlock.Item(List.of(new Paragraph("Ол үйге үйге қайтты.")))))));
        assertEquals(List.of("/headline SCRIPTS", "/lead STYLE", "/body/content/1 SCRIPTS", "/body/content/2 DOUBLED"),
                told(Marked.in(copy, BOOK)));
        assertEquals(List.of("/lead STYLE"), told(Marked.byRules(copy, BOOK)));
    }

    @Test
    void countsInWhatTheBlockReadsAs() {
        Copy copy = Copy.draft("Тақырып")
                .withBody(List.of(new Speech(List.of(new Text("Аэропорт ашылды,")), "деді әкім.")));
        Marked marked = Marked.byRules(copy, BOOK).get(0);
        String read = copy.body().get(0).text();
        Finding finding = marked.finding();
        assertEquals("Аэропорт", read.substring(finding.start(), finding.end()));
        assertEquals(List.of("Әуежай"), finding.repairs());
        assertEquals(read, Marked.passages(copy).get("/body/content/0").text());
    }

    @Test
    void readsCellsAndTheTailOfASpeechByThemselves() {
        Table table = new Table(true, List.of(row("Қала", "", "Алматы", "Алматы"), row("", "", "Мәлiмет", "12")));
        Speech speech = new Speech(List.of(new Text("Алматы")), "Алматы мәлiмет берді.");
        List<Block> blocks = List.of(table, speech,
                new Factbox("Анықтама", List.of(new ImageBlock(new Picture(UUID.randomUUID(), 1, "")), table, speech)),
                new Factbox("", List.of(speech, new Paragraph("Ол үйге үйге қайтты."))));
        Copy copy = Copy.draft("Тақырып").withBody(blocks);
        List<Marked> marked = Marked.in(copy, BOOK);
        assertEquals(List.of("0 Мәлiмет", "1 мәлiмет", "2 Мәлiмет", "2 мәлiмет", "3 мәлiмет", "3 үйге үйге"),
                marked.stream().map(each -> each.pointer().substring(14) + " " + copy.body()
                        .get(Integer.parseInt(each.pointer().substring(14))).text()
                        .substring(each.finding().start(), each.finding().end())).toList());
        StyleBook phrase = new StyleBook(List.of(new StyleRule("алматы қала", "Алматы", "Қысқа жазылады")));
        assertEquals(List.of(), Marked.byRules(Copy.draft("Тақырып")
                .withBody(List.of(new Table(false, List.of(row("Алматы", "қала"))))), phrase));
        assertEquals(1, Marked.byRules(Copy.draft("Алматы қала"), phrase).size());
    }

    @Test
    void readsCaptionsEachByItself() {
        Picture first = new Picture(UUID.randomUUID(), 1, "Алматы");
        Copy copy = Copy.draft("Тақырып").withPicture(new Picture(UUID.randomUUID(), 1, "Басты мәлiмет"))
                .withBody(
                        List.of(new Gallery(List.of(first, first, new Picture(UUID.randomUUID(), 1, "Алматы мәлiмет"))),
                                new ImageBlock(new Picture(UUID.randomUUID(), 1, "Ол үйге үйге қайтты."))));
        assertEquals(List.of("/picture/caption SCRIPTS", "/body/content/0 SCRIPTS", "/body/content/1 DOUBLED"),
                told(Marked.in(copy, BOOK)));
        assertEquals(List.of(),
                told(Marked.in(Copy.draft("Тақырып").withBody(List.of(new Gallery(List.of(first, first)))), BOOK)));
    }

    private static Table.Row row(String... cells) {
        return new Table.Row(Stream.of(cells).map(cell -> new Table.Cell(List.of(new Text(cell)))).toList());
    }

    @Test
    void leavesWordsOfAnotherLanguageAndRussianCopiesAlone() {
        Copy quoted = Copy.draft("Тақырып").withBody(List.of(new Paragraph(List.of(new Text("Ол "),
                new Text("аэропорт", new Lang("ru")), new Text(" деді.")))));
        assertEquals(List.of(), Marked.byRules(quoted, BOOK));
        Copy russian = Copy.read("{\"headline\":\"Новый аэропорт\",\"language\":\"ru\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of(), Marked.in(russian, BOOK));
    }

    @Test
    void showsAPlaceWithWholeWordsAround() {
        assertEquals(new Excerpt("Бір ", "екі", " үш"), Excerpt.of("Бір екі үш", 4, 7));
        String long1 = "сөз ".repeat(40);
        Excerpt place = Excerpt.of(long1 + "мұнда" + " сөз".repeat(40), long1.length(), long1.length() + 5);
        assertEquals("…" + "сөз ".repeat(14), place.before());
        assertEquals(" сөз".repeat(15) + "…", place.after());
        assertEquals(new Excerpt("", "екі", ""), Excerpt.of("бір\nекі\nүш", 4, 7));
        assertEquals("…", Excerpt.of("қ".repeat(500), 200, 203).before());
    }

    private static List<String> told(List<Marked> marked) {
        return marked.stream().map(each -> each.pointer() + " " + each.finding().kind()).toList();
    }
}
