package kz.qalam.publishing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** The newsroom's bell: a connection that hears of each release, and that asks the database to release what is due. */
final class Bell implements AutoCloseable {
    private final Connection connection;

    private Bell(Connection connection) {
        this.connection = connection;
    }

    static Bell hang(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "qalam relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        // A database that has gone without a word is noticed by this.
        properties.setProperty("socketTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not an address of a PostgreSQL database");
        }
        try (var statement = connection.createStatement()) {
            statement.execute("listen qalam_release");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Bell(connection);
    }

    /** Waits until it rings, or for so long. */
    boolean await(Duration most) throws SQLException {
        var millis = (int) Math.max(1, Math.min(most.toMillis(), Integer.MAX_VALUE));
        var rung = connection.unwrap(PGConnection.class).getNotifications(millis);
        return rung != null && rung.length > 0;
    }

    /** What {@code release_due()} did, and when it has something to do again. */
    record Due(int released, @Nullable Instant nextAt) {}

    Due releaseDue() throws SQLException {
        try (var statement = connection.prepareStatement("select released, next_at from site.release_due()");
                var rows = statement.executeQuery()) {
            rows.next();
            Timestamp next = rows.getTimestamp(2);
            // «infinity» is as good as never.
            return new Due(rows.getInt(1), next == null ? null : next.toInstant());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
