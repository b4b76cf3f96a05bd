package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Tuple;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * What acts ask the database is planned once, and found again however often it is asked. Hibernate 7.2 finds a native query
 * never again that names a result class other than Tuple: each time costs a plan more, and a longer search for it.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlansTest {

    /** What is planned once is missed once or twice: as it was written, and as it is carried out. */
    private static final int ROUNDS = 5;

    private static final String[] GROWING = {"approval", "article", "edition", "expiry", "note", "permalink", "picture",
            "picture_use", "picture_version", "release", "rendition", "review", "revision", "seat", "standing", "stet",
            "story_mark", "story_words", "text_sketch", "trail", "version_shown", "working_text"};

    @Inject
    EntityManagerFactory factory;

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Keeping keeping;

    @Inject
    Articles articles;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    EntityManager entities;

    @Test
    void whatIsAskedOftenIsPlannedOnce() {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID story = cast.draft(author, "Жоспар бір рет жасалады");
        UUID window = UUID.randomUUID();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            for (int i = 1; i <= ROUNDS; i++) {
                Copy copy = Copy.draft("Жоспар бір рет жасалады " + i);
                keeping.keep(author, story, window, i, i, copy);
                assertEquals(1, keeping.of(author, story).size());
                drafting.save(author, story, i, copy);
                drafting.save(author, story, i, copy);
                assertEquals(0, keeping.of(author, story).size(), "the save that contains it clears it");
                articles.list(author, StoryFilter.ALL, null, 5);
                articles.list(author, new StoryFilter(null, null, null, null, "жоспарлар"), null, 5);
                articles.history(author, story, Integer.MAX_VALUE, 5);
            }
            List<String> asked = Arrays.asList(statistics.getQueries());
            assertTrue(asked.size() > 5, "something was asked: " + asked);
            assertEquals(List.of(),
                    asked.stream().filter(
                            query -> statistics.getQueryStatistics(query).getPlanCacheMissCount() >= ROUNDS).toList(),
                    "planned each time that it is asked");
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    /**
     * From the first draft to the withdrawal no table is read whole that grows with every story: also not by triggers and
     * functions, of whose questions no plan is seen from outside. Where there is no index PostgreSQL reads a table whole even
     * if it is told not to.
     */
    @Test
    void whatGrowsIsReadByAnIndex() {
        Actor author = cast.newcomer(Role.AUTHOR);
        Actor reviewer = cast.newcomer(Role.REVIEWER);
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        UUID story = cast.draft(author, "Көрсеткіш бар");
        assertRead("a working text",
                () -> keeping.keep(author, story, UUID.randomUUID(), 1, 1, Copy.draft("Көрсеткіш")));
        assertRead("a save", () -> drafting.save(author, story, 1, Copy.draft("Көрсеткіш бар екен")));
        assertRead("a submission", () -> reviewing.submit(author, story, null, Proposal.PLAIN));
        assertRead("a release", () -> reviewing.approve(reviewer, story, 2, null));
        drafting.save(author, story, 2, Copy.draft("Көрсеткіш бар екені анық"));
        reviewing.submit(author, story, null, new Proposal(Kind.CORRECTION, "Нақтыланды.", null));
        assertRead("a correction", () -> reviewing.approve(reviewer, story, 3, null));
        assertRead("a withdrawal", () -> publishing.withdraw(publisher, story, "Расталмады", null));
    }

    private void assertRead(String what, Runnable act) {
        Map<String, Long> whole = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("discard plans").executeUpdate();
            entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
            // What earlier transactions of this connection read may still stand there
            Map<String, Long> before = readWhole();
            act.run();
            entities.flush();
            Map<String, Long> read = readWhole();
            read.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
            return read;
        });
        assertEquals(Map.of(), whole, what);
    }

    /** How often each table that grows was read whole by this connection lately. */
    private Map<String, Long> readWhole() {
        List<?> tables = entities.createNativeQuery(
                """
                        select relname, seq_scan from pg_stat_xact_user_tables
                        where schemaname = 'newsroom' and relname = any (:growing) and seq_scan > 0""", Tuple.class)
                .setParameter("growing", GROWING).getResultList();
        return tables.stream().map(Tuple.class::cast).collect(Collectors.toMap(row -> row.get(0, String.class),
                row -> row.get(1, Long.class), (one, other) -> one, TreeMap::new));
    }
}
