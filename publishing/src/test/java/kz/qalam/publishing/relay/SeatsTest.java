package kz.qalam.publishing.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.SiteUnderTest;
import kz.qalam.publishing.page.Listing;

/** What a list is asked costs the same however long it is. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class SeatsTest {
    private static final String LONG = "ұзын тізім";
    private static final int SEATS = 3_000;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    Seats seats;

    @Inject
    EntityManager database;

    @Test
    void theLastSeatIsFoundWithoutReadingTheList() throws Exception {
        try (var newsroom = new Newsroom(url)) {
            var story = newsroom.publish(Copies.library());
            owner("insert into newsroom.seat (kind, name, number, article, release, taken) select 'CORRECTION', '"
                    + LONG
                    + "', n, '" + story + "', n, false from generate_series(1, " + SEATS + ") n");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var before = read();
            assertEquals(SEATS, seats.last(Listing.Kind.CORRECTION, LONG, Long.MAX_VALUE));
            assertTrue(seats.between(Listing.Kind.CORRECTION, LONG, SEATS - 30, SEATS, Long.MAX_VALUE).isEmpty());
            var read = read() - before;
            assertTrue(read <= 50, read + " seats were read");
        });
    }

    @AfterEach
    void clear() throws SQLException {
        owner("delete from newsroom.seat where name = '" + LONG + "'");
    }

    /** Rows of seats that this connection has read, by an index or whole. */
    private long read() {
        return ((Number) database.createNativeQuery("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables "
                + "where schemaname = 'newsroom' and relname = 'seat'").getSingleResult()).longValue();
    }

    private void owner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
