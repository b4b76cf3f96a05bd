package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.copy.Copy;
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
}
