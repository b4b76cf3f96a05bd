package kz.qalam.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class WordPressArchiveTest {

    private static final String START = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <!-- This is a WordPress eXtended RSS file -->
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>САЙТ</title><link>https://example.kz</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://example.kz</wp:base_site_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[asan]]></wp:author_login>
              <wp:author_display_name><![CDATA[Асан Үсенов]]></wp:author_display_name></wp:author>
            <wp:category><wp:term_id>1</wp:term_id><wp:cat_name><![CDATA[Қоғам]]></wp:cat_name></wp:category>
            """;
    private static final String END = "</channel></rss>";

    @Test
    void readsAPost() throws IOException {
        Incoming post = read(
                START + """
                        <item><title><![CDATA[Қалада кітапхана &amp; саябақ ашылды]]></title><link>https://example.kz/1</link>
                        <pubDate>Tue, 02 Jan 2024 03:04:05 +0000</pubDate><dc:creator><![CDATA[asan]]></dc:creator>
                        <content:encoded><![CDATA[Кітапхана ашылды, деп хабарлайды QALAM.KZ қала әкімдігіне сілтеме жасап.

                        – Біз <b>күттік</b>, – деді ол.
                        Жаңа жол.

                        <script>alert(1)</script>]]></content:encoded>
                        <excerpt:encoded><![CDATA[Қысқаша <b>мазмұны</b>.]]></excerpt:encoded>
                        <wp:post_id>17</wp:post_id><wp:post_date_gmt><![CDATA[2024-01-02 03:04:05]]></wp:post_date_gmt>
                        <wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
                        <category domain="category" nicename="qogam"><![CDATA[Қоғам]]></category>
                        <category domain="post_tag" nicename="kitap"><![CDATA[кітап]]></category>
                        <category domain="category" nicename="none"><![CDATA[Без рубрики]]></category>
                        <wp:postmeta><wp:meta_key><![CDATA[post_views_count]]></wp:meta_key><wp:meta_value><![CDATA[1204]]></wp:meta_value></wp:postmeta>
                        <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Жақсы]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>
                          <wp:comment_type>comment</wp:comment_type></wp:comment>
                        <wp:comment><wp:comment_approved>0</wp:comment_approved></wp:comment>
                        </item>
                        """
                        + END).received
                .get(0);
        assertEquals(
                Copy.draft("Қалада кітапхана & саябақ ашылды").withLead("Қысқаша мазмұны.")
                        .withTags(List.of("Қоғам", "кітап"))
                        .withBylines(List.of(new Byline("Асан Үсенов"))).withSource(new Source("қала әкімдігі", null)),
                post.copy().withBody(List.of()));
        assertEquals("Кітапхана ашылды, деп хабарлайды QALAM.KZ қала әкімдігіне сілтеме жасап.",
                post.copy().body().get(0).text());
        assertEquals("– Біз күттік, – деді ол.\nЖаңа жол.", post.copy().body().get(1).text());
        assertEquals(2, post.copy().body().size());
        assertEquals(1, post.comments());
        assertEquals(1204, post.views());
        assertEquals(Instant.parse("2024-01-02T03:04:05Z"), post.dated());
        assertEquals("site.xml#17", post.name());
    }

    @Test
    void readsPostsOfTheBlockEditor() throws IOException {
        Incoming post = read(START + item("Тақырып", """
                <!-- wp:paragraph -->
                <p>Бірінші
                абзац.</p>
                <!-- /wp:paragraph -->

                <!-- wp:paragraph --><p>– Екінші, – деді ол.</p><!-- /wp:paragraph -->""") + END).received.get(0);
        assertEquals(List.of(new Paragraph("Бірінші абзац."), new Speech(List.of(new Text("Екінші,")), "деді ол.")),
                post.copy().body());
        assertNull(post.views());
        assertNull(post.comments());
        assertNull(post.dated());
    }

    @Test
    void leavesPagesPicturesAndThrownAwayPosts() throws IOException {
        String items = "<item><title>Бет</title><wp:post_type>page</wp:post_type></item>"
                + "<item><title>Сурет</title><wp:post_type>attachment</wp:post_type></item>"
                + "<item><title>Жоқ</title><wp:post_type>post</wp:post_type><wp:status>trash</wp:status></item>";
        assertEquals(List.of("Бар"), read(START + items + item("Бар", "Мәтін.") + END).headlines());
    }

    @Test
    void goesOnPastAPostThatIsRefused() throws IOException {
        Received received = read(START + item("Бір", "Мәтін.") + item("Ә".repeat(301), "Мәтін.")
                + item("Үлкен", "ә".repeat(600_000)) + item("Көп", "<p>а</p>".repeat(5_001)) + item("Екі", "Мәтін.")
                + END);
        assertEquals(List.of("Бір", "Екі"), received.headlines());
        assertEquals(List.of("site.xml#2 unreadable-import", "site.xml#3 unreadable-import", "site.xml#4 too-large"),
                received.refused);
    }

    @Test
    void knowsThePostAgainInALaterExport() throws IOException {
        byte[] first = read(START + item("Бір", "Мәтін.") + END).received.get(0).digest();
        byte[] later = read(START + item("Жаңа", "Мәтін.") + item("Бір", "Мәтін.") + END).received.get(1).digest();
        byte[] changed = read(START + item("Бір", "Мәтін!") + END).received.get(0).digest();
        assertArrayEquals(first, later);
        assertFalse(Arrays.equals(first, changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
            "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><rss>&c;</rss>",
            "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/evil.dtd\"><rss/>",
            "<rss><channel><item><title>&x;</title></item></channel></rss>",
            "<rss><channel></channel></rss>", "<html></html>", "text", "", "<rss><channel><item>"})
    void refusesWhatIsNoArchiveOrHidesSomething(String xml) {
        assertEquals(Reason.NOT_ARCHIVE, assertThrows(UnreadableImport.class, () -> read(xml)).reason());
    }

    @Test
    void refusesAnArchiveThatBreaksOffAfterWhatCameBefore() {
        Received received = new Received();
        String whole = START + item("Бір", "Мәтін.") + item("Екі", "Мәтін.") + END;
        byte[] broken = Arrays.copyOf(whole.getBytes(UTF_8), whole.getBytes(UTF_8).length - 60);
        assertThrows(UnreadableImport.class,
                () -> Intake.readArchive(new ByteArrayInputStream(broken), "site.xml", received));
        assertEquals(List.of("Бір"), received.headlines());
    }

    @Test
    void readsAHugeArchiveInLittleMemory() throws IOException {
        int posts = 1_500;
        // half of it is text that is kept for a moment, half is passed by
        String post = item("Тақырып", "<p>" + "Мәтін. ".repeat(10_000) + "</p>").replace("</item>",
                "<wp:unknown>" + "x".repeat(100_000) + "</wp:unknown></item>");
        Halfway halfway = new Halfway(posts / 2);
        long before = used();
        Intake.readArchive(repeated(START, post, posts, END), "site.xml", halfway);
        assertEquals(posts, halfway.count);
        long held = halfway.used - before;
        assertTrue(held < 40_000_000, "held " + held + " of " + (long) posts / 2 * post.length());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void refusesATextThatWouldFillTheMemory() {
        for (String start : List.of("<title>", "<title><![CDATA[", "<!--", "<title a=\"")) {
            UnreadableImport refused = assertThrows(UnreadableImport.class,
                    () -> assertTimeoutPreemptively(Duration.ofSeconds(60),
                            () -> Intake.readArchive(repeated(START + "<item>" + start, "x".repeat(100_000), 3_000, ""),
                                    "site.xml", new Received())));
            assertTrue(refused.reason() == Reason.TOO_LARGE || refused.reason() == Reason.NOT_ARCHIVE, start);
        }
    }

    @Test
    void passesOnThatTheFileCouldNotBeRead() {
        InputStream torn = new SequenceInputStream(new ByteArrayInputStream(START.getBytes(UTF_8)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }
        });
        assertEquals("torn", assertThrows(IOException.class, () -> Intake.readArchive(torn, "site.xml", new Received()))
                .getMessage());
    }

    private static String item(String title, String content) {
        return "<item><title>" + title + "</title><content:encoded><![CDATA[" + content
                + "]]></content:encoded><wp:post_type>post</wp:post_type></item>";
    }

    private static Received read(String xml) throws IOException {
        Received received = new Received();
        Intake.readArchive(new ByteArrayInputStream(xml.getBytes(UTF_8)), "site.xml", received);
        return received;
    }

    private static InputStream repeated(String start, String middle, int times, String end) {
        byte[] each = middle.getBytes(UTF_8);
        Enumeration<InputStream> all = new Enumeration<>() {
            private int at = -1;

            @Override
            public boolean hasMoreElements() {
                return at <= times;
            }

            @Override
            public InputStream nextElement() {
                int place = at++;
                return new ByteArrayInputStream(
                        place < 0 ? start.getBytes(UTF_8) : place < times ? each : end.getBytes(UTF_8));
            }
        };
        return new SequenceInputStream(all);
    }

    private static final class Received implements Intake.Receiver {

        private final List<Incoming> received = Collections.synchronizedList(new ArrayList<>());
        private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void received(Incoming story) {
            received.add(story);
        }

        @Override
        public void refused(String name, Refusal why) {
            refused.add(name + " " + why.type());
        }

        private List<String> headlines() {
            return received.stream().map(story -> story.copy().headline()).toList();
        }
    }

    private static final class Halfway implements Intake.Receiver {

        private final int half;
        private int count;
        private long used;

        private Halfway(int half) {
            this.half = half;
        }

        @Override
        public void received(Incoming story) {
            if (++count == half) {
                used = used();
            }
        }

        @Override
        public void refused(String name, Refusal why) {
            throw why;
        }
    }
}
