package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLStreamException;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A WordPress export, taken apart as the newsroom takes it. */
class ArchiveTest {

    private static final String WP = "http://wordpress.org/export/1.2/";
    private static final String START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- WordPress eXtended RSS -->
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Сайт</title><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://example.kz</wp:base_site_url>
            <wp:author><wp:author_login>aigul</wp:author_login><wp:author_display_name><![CDATA[Айгүл Сәрсен]]></wp:author_display_name></wp:author>
            <wp:category><wp:cat_name>Қоғам</wp:cat_name></wp:category>
            """;

    private static String post(int number, String text) {
        return "<item><title>Тақырып &amp; №" + number
                + "</title><dc:creator>aigul</dc:creator><content:encoded><![CDATA[<p>"
                + text + "</p>]]>]]&gt;<![CDATA[<b>соңы</b>]]></content:encoded><wp:post_id>" + number
                + "</wp:post_id><wp:post_type>post</wp:post_type></item>\n";
    }

    private static List<byte[]> pieces(String xml) throws XMLStreamException {
        List<byte[]> pieces = new ArrayList<>();
        Archive.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                (piece, first) -> pieces.add(piece));
        return pieces;
    }

    private static Document read(byte[] piece) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(piece));
    }

    @Test
    void everyPostIsInOnePieceWithAllThatItNeeds() throws Exception {
        String text = "Ұзақ мәтін ә ғ қ ң ө ұ ү һ і. ".repeat(1_500);
        List<byte[]> pieces = pieces(START + IntStream.rangeClosed(1, 60).mapToObj(number -> post(number, text))
                .collect(Collectors.joining()) + "</channel></rss>");
        assertTrue(pieces.size() > 4, pieces.size() + " pieces");
        int number = 0;
        for (byte[] piece : pieces) {
            assertTrue(piece.length < 1_000_000, piece.length + " bytes");
            Document document = read(piece);
            assertEquals("Айгүл Сәрсен",
                    document.getElementsByTagNameNS(WP, "author_display_name").item(0).getTextContent());
            assertEquals("https://example.kz",
                    document.getElementsByTagNameNS(WP, "base_site_url").item(0).getTextContent());
            NodeList posts = document.getElementsByTagName("item");
            for (int i = 0; i < posts.getLength(); i++) {
                String post = posts.item(i).getTextContent();
                assertTrue(post.startsWith("Тақырып & №" + ++number + "aigul<p>" + text + "</p>]]><b>соңы</b>"),
                        () -> post.substring(0, 60));
            }
        }
        assertEquals(60, number);
    }

    @Test
    void aFileThatBreaksOffGivesWhatCameBeforeAndSaysSo() {
        List<byte[]> pieces = new ArrayList<>();
        String many = IntStream.rangeClosed(1, 70).mapToObj(number -> post(number, "Мәтін."))
                .collect(Collectors.joining());
        byte[] torn = (START + many + "<item><title>Сын").getBytes(StandardCharsets.UTF_8);
        assertThrows(XMLStreamException.class,
                () -> Archive.read(new ByteArrayInputStream(torn), (piece, first) -> pieces.add(piece)));
        assertEquals(1, pieces.size());
    }

    @Test
    void noDocumentTypeAndNoEntityOfItsOwn() {
        String hostile = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        assertThrows(XMLStreamException.class,
                () -> pieces(hostile + "<rss><channel><item>&x;</item></channel></rss>"));
    }
}
