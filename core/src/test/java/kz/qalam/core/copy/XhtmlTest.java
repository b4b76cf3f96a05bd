package kz.qalam.core.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A body as others get it. */
class XhtmlTest {

    @Test
    void everyBlockIsWellFormedWhateverItsText() throws Exception {
        Picture picture = new Picture(new UUID(0, 1), 2, "Аңда <бар>");
        String xhtml = Xhtml.of(Copy.draft("Тақырып").withBody(List.of(
                new Paragraph(List.of(new Text("A&B <script> \"", Style.STRONG, new Link("https://a.kz/?x=1&y=2")),
                        Break.LINE, new Text("NASA", new Lang("en")))),
                new Heading(2, List.of(new Text("Аралық"))),
                new Speech(List.of(new Text("Күттік,")), "деді әкім."),
                new Quote(List.of(new Text("Сөз")), "Абай"),
                new ListBlock(true, List.of(new ListBlock.Item(List.of(new Paragraph("Бір"))))),
                new ImageBlock(picture), new Gallery(List.of(picture)), new Embed(Provider.YOUTUBE, "abcdefghijk"),
                new Table(true, List.of(new Table.Row(List.of(new Table.Cell(List.of(new Text("Баға"))))),
                        new Table.Row(List.of(new Table.Cell(List.of(new Text("5 < 6"))))))),
                new Factbox("Анықтама", List.of(new Paragraph("Мәлімет"))), new Related(List.of(new UUID(0, 3))),
                new Rule())), each -> new Xhtml.Shown("https://a.kz/" + each.reference() + "?a&b", "«көл» \"&"));
        assertEquals("<p><a href=\"https://a.kz/?x=1&amp;y=2\"><strong>A&amp;B &lt;script&gt; &quot;</strong></a><br/>"
                + "<span lang=\"en\" xml:lang=\"en\">NASA</span></p><h2>Аралық</h2><p>– Күттік, – деді әкім.</p>"
                + "<blockquote><p>Сөз</p><p><cite>Абай</cite></p></blockquote><ol><li><p>Бір</p></li></ol>"
                + FIGURE + FIGURE + "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\">"
                + "https://www.youtube.com/watch?v=abcdefghijk</a></p><table><tbody><tr><th>Баға</th></tr>"
                + "<tr><td>5 &lt; 6</td></tr></tbody></table><aside><h2>Анықтама</h2><p>Мәлімет</p></aside><hr/>",
                xhtml);
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader("<body>" + xhtml + "</body>")));
    }

    private static final String FIGURE = "<figure><img src=\"https://a.kz/00000000-0000-0000-0000-000000000001/2?a&amp;b\" "
            + "alt=\"«көл» &quot;&amp;\"/><figcaption>Аңда &lt;бар&gt;</figcaption></figure>";
}
