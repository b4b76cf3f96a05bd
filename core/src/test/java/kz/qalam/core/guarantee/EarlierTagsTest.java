package kz.qalam.core.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import kz.qalam.core.TestDatabase;

/** What was released when tags were only strings goes on in the same lists, at the same addresses. */
class EarlierTagsTest {

    @Test
    void listsOfStringsBecomeListsOfTags() throws SQLException {
        TestDatabase database = TestDatabase.at("24");
        database.start();
        try (Newsroom newsroom = new Newsroom()) {
            UUID first = release(newsroom, "Қала", "[\"Көпір\", \"Ертіс\"]");
            release(newsroom, "Ауыл", "[\"көпір\"]");
            try (Connection site = TestDatabase.as("qalam_site")) {
                Newsroom.run(site, "insert into site.topic values ('TAG', 'kopir', 'көпір', 'Көпір')");
                Newsroom.run(site, "insert into site.topic values ('AUTHOR', 'asan', 'асан', 'Асан')");
            }
            database.migrate();
            assertEquals("Көпір kopir 2", newsroom.text("""
                    select name || ' ' || slug || ' ' || stories from newsroom.tag t
                    where id = (select tag from newsroom.tag_name where key = 'көпір')"""));
            assertEquals("Ертіс none 1", newsroom.text("""
                    select name || ' ' || coalesce(slug, 'none') || ' ' || stories from newsroom.tag t
                    where id = (select tag from newsroom.tag_name where key = 'ертіс')"""));
            assertEquals("1 2", newsroom.text("""
                    select string_agg(s.number::text, ' ' order by s.number) from newsroom.seat s
                      join newsroom.tag t on s.kind = 'TAG' and s.name = t.id::text where t.name = 'Көпір'"""));
            assertEquals("{ертіс,көпір}", newsroom.text(
                    "select array(select unnest(tag_keys) order by 1)::text from newsroom.article where id = ?",
                    first));
            try (Connection site = TestDatabase.as("qalam_site")) {
                assertEquals("AUTHOR", Newsroom.text(site, "select string_agg(kind, ' ') from site.topic"));
                assertEquals("kopir", Newsroom.text(site, "select slug from site.tag where key = 'көпір'"));
            }
            release(newsroom, "Аудан", "[\"КӨПІР\"]");
            assertEquals(3, newsroom.number("select stories from newsroom.tag where name = 'Көпір'"));
        } finally {
            database.stop();
        }
    }

    private static UUID release(Newsroom newsroom, String headline, String tags) throws SQLException {
        UUID article = newsroom.article();
        byte[] bytes = "{\"headline\":\"%s\",\"language\":\"kk\",\"tags\":%s}".formatted(headline, tags)
                .getBytes(StandardCharsets.UTF_8);
        newsroom.run("insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)"
                + " values (?, 1, ?, ?, ?, array[?], 'WRITTEN')", article, bytes, Newsroom.digest(bytes),
                newsroom.author, newsroom.author);
        newsroom.edition(newsroom.approve(newsroom.submit(article, 1, null), newsroom.reviewer), newsroom.reviewer,
                Duration.ZERO);
        newsroom.release();
        return article;
    }
}
