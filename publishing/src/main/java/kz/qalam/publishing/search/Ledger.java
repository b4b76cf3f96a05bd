package kz.qalam.publishing.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import kz.qalam.publishing.page.Section;

/** What the database tells the site of releases, and of the stories that are live. */
@Singleton
class Ledger {
    /** The index can wait; whoever reads waits no longer than their connections say. */
    private static final int SECONDS = 10;

    private final AgroalDataSource database;
    private final AgroalDataSource readers;

    Ledger(AgroalDataSource database, @DataSource("readers") AgroalDataSource readers) {
        this.database = database;
        this.readers = readers;
    }

    /** A line of the log of releases: the release's number, and the story that it is of. */
    record Line(long number, UUID article) {}

    /** A house that was restored, or is held otherwise: it tells what stands, and no text. */
    static final class Held extends SQLException {
        private static final long serialVersionUID = 1L;

        Held() {
            super("this house is held", "QL050");
        }
    }

    /** Where a story stands now. */
    record Place(UUID article, String path, boolean live, @Nullable String section, Instant firstAt, long release) {}

    /** A live story's text, and the release that it is of. */
    record Text(UUID article, long release, byte[] copy) {}

    /** The releases that follow a position, in order. */
    List<Line> after(long position, int most) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select number, article from site.release where number > ? and number <= ? order by number")) {
            statement.setQueryTimeout(SECONDS);
            statement.setLong(1, position);
            statement.setLong(2, position + most);
            return read(statement, row -> new Line(row.getLong(1), row.getObject(2, UUID.class)));
        }
    }

    /** Which of these are live now, each with its release: for a reader who waits. */
    Map<UUID, Long> standing(Collection<UUID> articles) throws SQLException {
        var standing = new HashMap<UUID, Long>();
        if (!articles.isEmpty()) {
            try (var connection = readers.getConnection();
                    var statement = connection.prepareStatement(
                            "select article, last_release from site.place where article = any(cast(? as uuid[])) and live")) {
                statement.setString(1, array(articles));
                read(statement, row -> standing.put(row.getObject(1, UUID.class), row.getLong(2)));
            }
        }
        return standing;
    }

    /** Where these stand now, also while the house is held: for the index, which would take what is not live for gone. */
    Map<UUID, Place> places(Collection<UUID> articles) throws SQLException {
        var places = new HashMap<UUID, Place>();
        of(articles, """
                select article, path, live, section, first_at, last_release from site.story
                where article = any(cast(? as uuid[]))""",
                row -> places.put(row.getObject(1, UUID.class),
                        new Place(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getString(4),
                                row.getTimestamp(5).toInstant(), row.getLong(6))));
        return places;
    }

    /** The release that is live at this address; null when none is. */
    @Nullable
    Line live(String path) throws SQLException {
        try (var connection = readers.getConnection();
                var statement = connection
                        .prepareStatement("select last_release, article from site.place where path = ? and live")) {
            statement.setString(1, path);
            var found = read(statement, row -> new Line(row.getLong(1), row.getObject(2, UUID.class)));
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /**
     * The texts of those that are live.
     *
     * @throws Held while the house is held: whoever went on without a text would never ask for it again
     */
    List<Text> texts(Collection<UUID> articles) throws SQLException {
        return of(articles,
                "select article, last_release, copy from site.story where article = any(cast(? as uuid[])) and live",
                row -> {
                    var copy = row.getBytes(3);
                    if (copy == null) {
                        throw new Held();
                    }
                    return new Text(row.getObject(1, UUID.class), row.getLong(2), copy);
                });
    }

    /** How many texts were ever redacted. Of each of them the releases say whether readers have it still. */
    long redactions() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select number from site.redactions")) {
            statement.setQueryTimeout(SECONDS);
            return read(statement, row -> row.getLong(1)).get(0);
        }
    }

    /** The sections of the paper, in its order. */
    List<Section> sections() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select slug, name_kk, name_ru, name_en, closed, others from site.section order by position, slug""")) {
            statement.setQueryTimeout(SECONDS);
            return read(statement,
                    row -> new Section(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                            row.getBoolean(5), List.of((String[]) row.getArray(6).getArray())));
        }
    }

    /** What is asked of some stories; nothing is asked of none. */
    private <T> List<T> of(Collection<UUID> articles, String sql, Reading<T> reading) throws SQLException {
        if (articles.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS);
            statement.setString(1, array(articles));
            return read(statement, reading);
        }
    }

    /** As PostgreSQL reads an array. */
    private static String array(Collection<UUID> articles) {
        return articles.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(PreparedStatement statement, Reading<T> reading) throws SQLException {
        var all = new ArrayList<T>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(reading.of(rows));
            }
        }
        return all;
    }
}
