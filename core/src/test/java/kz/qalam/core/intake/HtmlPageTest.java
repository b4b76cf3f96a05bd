package kz.qalam.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.ListBlock.Item;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Quote;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Style;
import kz.qalam.core.copy.Table;
import kz.qalam.core.copy.Text;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class HtmlPageTest {

    @Test
    void readsTheStoryAndLeavesTheFurniture() {
        Incoming read = page("""
                <!doctype html><html lang="kk"><head><title>Қалада кітапхана ашылды – САЙТ.KZ</title>
                <meta name="author" content="Асан Үсенов"><link rel="canonical" href="https://example.kz/news/1"></head>
                <body><nav><a href="/">Басты бет</a></nav><header><h1>САЙТ</h1></header>
                <article><header><h1>Қалада кітапхана&nbsp;ашылды</h1></header>
                <p>Кітапхана ашылды, деп хабарлайды QALAM.KZ
                   <strong>қала әкімдігіне</strong> сілтеме жасап.</p>
                <p>– Біз күттік, – деді қала әкімі.</p>
                <aside>Жарнама</aside><form><input name="q"><button>Іздеу</button></form>
                <figure><img src="a.jpg" alt="Сурет"><figcaption>Кітапхана.</figcaption></figure>
                <script>alert(1)</script><style>p{color:red}</style><p hidden>Жасырын</p>
                </article><footer>© САЙТ</footer></body></html>
                """);
        assertEquals(Copy.draft("Қалада кітапхана ашылды").withSource(new Source("қала әкімдігі", null))
                .withBylines(List.of(new Byline("Асан Үсенов")))
                .withBody(List.of(
                        new Paragraph(List.of(new Text("Кітапхана ашылды, деп хабарлайды QALAM.KZ "),
                                new Text("қала әкімдігіне", Style.STRONG),
                                new Text(" сілтеме жасап."))),
                        new Speech(List.of(new Text("Біз күттік,")), "деді қала әкімі."), new Paragraph("Кітапхана."))),
                read.copy());
        assertTrue(read.remarks().contains(new Remark("media", 1)));
        assertTrue(read.remarks().contains(new Remark("left-out", 2)));
    }

    @Test
    void readsEveryBlockThatCopyHas() {
        assertEquals(List.of(new Heading(2, List.of(new Text("Бөлім"))), new Heading(3, List.of(new Text("Тақырыпша"))),
                new Paragraph(List.of(new Text("Бір"), Break.LINE, new Text("екі"))), new Paragraph("үш"),
                new ListBlock(false,
                        List.of(item("бір"),
                                new Item(List.of(new Paragraph("екі"),
                                        new ListBlock(true, List.of(item("алғашқы"), item("соңғы"))))))),
                new Quote(List.of(new Text("Сөз."), Break.LINE, new Text("Тағы сөз.")), "Абай"), new Rule(),
                new Table(true, List.of(row("Ай", "Саны"), row("қаңтар", "12"))),
                new Paragraph(List.of(new Text("алғы"), Break.LINE, new Text("  шеп")))),
                body("""
                        <h2>Бөлім</h2><h4>Тақырыпша</h4><p>Бір<br>екі<br><br>үш</p>
                        <ul><li>бір<li>екі <ol><li>алғашқы</li><li><p>соңғы</p></li></ol></ul>
                        <blockquote><p>Сөз.</p><p>Тағы сөз.</p><cite>Абай</cite></blockquote><hr>
                        <table><tr><th>Ай<th>Саны<tr><td>қаңтар<td>12</table><pre>алғы\n  шеп</pre>
                        """));
    }

    @Test
    void readsMarksAndDropsLinksThatLeadNowhereGood() {
        assertEquals(
                List.of(new Paragraph(List.of(new Text("H"), new Text("2", Style.SUB), new Text("O, м"),
                        new Text("3", Style.SUP), new Text(", "),
                        new Text("қалың", Style.STRONG), new Text(" "), new Text("көлбеу", Style.EM), new Text(" "),
                        new Text("сайт", new Link("https://example.kz/a?b=1")), new Text(" "),
                        new Text("бет", new Link("https://example.kz/news/2")),
                        new Text(" пошта қақпан дерек "), new Text("New York Times", new Lang("en"))))),
                body("""
                        <p>H<sub>2</sub>O, м<sup>3</sup>, <b>қалың</b> <i>көлбеу</i> <a href="https://example.kz/a?b=1">сайт</a>
                        <a href="/news/2">бет</a> <a href="ftp://example.kz">пошта</a> <a href="javascript:alert(1)">қақпан</a>
                        <a href="data:text/html,x">дерек</a> <span lang="en">New York Times</span></p>
                        """));
    }

    @Test
    void leavesTextBehindWhereMarkupIsUnknown() {
        assertEquals(
                List.of(new Paragraph("бір екі үш"), new Paragraph("төрт"), new Paragraph("бес"),
                        new Paragraph("алты")),
                body("<x-card><font color=red>бір</font> <u>екі</u> <span onclick=alert(1)>үш</span><div>төрт<section>бес</section>алты</div></x-card>"));
    }

    @Test
    void readsATableThatLaysOutThePageAsWhatIsInIt() {
        assertEquals(List.of(new Heading(2, List.of(new Text("Бөлім"))), new Paragraph("Мәтін.")),
                body("<table><tr><td><h2>Бөлім</h2><td>Мәтін.</table>"));
    }

    @Test
    void flattensListsThatNestTooDeep() {
        List<Block> body = body("<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5</ul></ul></ul></ul></ul>");
        assertEquals("1\n2\n3\n4\n5", body.get(0).text());
    }

    @Test
    void takesTheHeadlineFromWhereverThePageHasIt() {
        assertEquals("Мақала", headline("<title>Сайт</title><meta property='og:title' content='Мақала'><p>Мәтін.</p>"));
        assertEquals("Сайт", headline("<title>Сайт</title><p>Мәтін.</p>"));
        assertEquals("Бірінші", headline("<h2>Бірінші</h2><p>Мәтін.</p>"));
        assertEquals("Жалғыз", headline("<title>Сайт</title><h1>Жалғыз</h1><main><p>Мәтін.</p></main>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body></body></html>", "<h1>Тақырып</h1>", "<script>let story = 'Мәтін';</script>",
            "<p>&nbsp;</p><nav>Мәзір</nav>"})
    void refusesAPageWithoutAStory(String html) {
        assertEquals(Reason.NO_STORY, assertThrows(UnreadableImport.class, () -> page(html)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b><p>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<font>"})
    void refusesOrReadsEndlessNestingInTime(String nest) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                page("<p>Мәтін.</p>" + nest.repeat(900_000 / nest.length()) + "соңы");
            } catch (UnreadableImport e) {
                assertEquals(Reason.TOO_DEEP, e.reason());
            }
        });
    }

    @Test
    void believesThePageAboutItsEncodingWhereTheTextBearsItOut() {
        String html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=koi8-r'></head><h1>Новости</h1>"
                + "<p>Правительство утвердило план развития железных дорог.</p></html>";
        assertEquals("Новости", read(html.getBytes(Charset.forName("KOI8-R"))).copy().headline());
        String kazakh = "<meta charset=windows-1251><h1>Жаңалықтар</h1><p>Қалада жаңа кітапхана ашылды.</p>";
        assertEquals("Жаңалықтар", read(Encodings.bytes(kazakh, CodePage.KZ_1048)).copy().headline());
        assertEquals("Жаңалықтар", read(kazakh.replace("windows-1251", "utf-8").getBytes(UTF_8)).copy().headline());
    }

    @Test
    void takesEntitiesForTextAndNeverForMarkup() {
        Copy copy = page(
                "<h1>A &lt;script&gt;alert(1)&lt;/script&gt;</h1><p>&lt;b&gt;{{7*7}} &amp;amp; &#x202E;x&#7;</p>")
                .copy();
        assertEquals("A <script>alert(1)</script>", copy.headline());
        assertEquals(List.of(new Paragraph("<b>{{7*7}} &amp; x")), copy.body());
    }

    @Test
    void keepsNothingOfScriptsWhereverTheyStand() {
        String text = page(
                "<h1>Т</h1><p>Бір<script>x()</script> екі<iframe src=//e.kz>кадр</iframe><svg><text>сызба</text></svg><noscript>үш</noscript></p>"
                        + "<template><p>төрт</p></template><textarea>бес</textarea>")
                .copy().plainText();
        assertEquals("Т\nБір екі", text);
        assertFalse(text.contains("x()"));
    }

    private static Item item(String text) {
        return new Item(List.of(new Paragraph(text)));
    }

    private static Table.Row row(String... cells) {
        return new Table.Row(
                java.util.Arrays.stream(cells).map(cell -> new Table.Cell(List.of(new Text(cell)))).toList());
    }

    private static List<Block> body(String html) {
        return page(
                "<link rel=canonical href=https://example.kz/news/1><h1>Тақырып</h1><article>" + html + "</article>")
                .copy().body();
    }

    private static String headline(String html) {
        return page(html).copy().headline();
    }

    private static Incoming page(String html) {
        return read(html.getBytes(UTF_8));
    }

    private static Incoming read(byte[] bytes) {
        return Intake.read(bytes, "text/html; charset=utf-8", "page.html");
    }
}
