package kz.qalam.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the launcher does in PostgreSQL, embedded or elsewhere: connects, migrates, and asks whether commits will last. */
final class Databases {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(\\?.*)?");

    private Databases() {
    }

    static Connection connect(String url, String user, String password, Duration patience) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Long.toString(patience.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
        properties.setProperty("ApplicationName", "qalam");
        // PostgreSQL prints the failing row into an error's detail: that could be a draft.
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    /** The same server's database of another name. */
    static String beside(String url, String database) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new Trouble("database-url", url);
        }
        return parts.group(1) + database + (parts.group(3) == null ? "" : parts.group(3));
    }

    /** Where it listens, without what may be secret in its address. */
    static String address(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new Trouble("database-url", url);
        }
        String server = parts.group(1).substring("jdbc:postgresql://".length(), parts.group(1).length() - 1);
        return server.contains("@") ? server.substring(server.indexOf('@') + 1) : server;
    }

    static void migrate(String url, String owner, String password) {
        try {
            Flyway flyway = flyway(url, owner, password).load();
            for (MigrationInfo applied : flyway.info().applied()) {
                // Older programs on newer tables would fail at an arbitrary later moment, or write what the newer ones cannot read.
                if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                    throw new Trouble("database-newer", applied.getScript());
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw (Trouble) new Trouble("migration", String.valueOf(e.getMessage()).strip()).initCause(e);
        }
    }

    /** Makes the tables of an older version, to be filled with what that version wrote. */
    static void migrateTo(String url, String owner, String password, String version) {
        try {
            flyway(url, owner, password).target(version).load().migrate();
        } catch (FlywayException e) {
            throw (Trouble) new Trouble("migration", String.valueOf(e.getMessage()).strip()).initCause(e);
        }
    }

    private static FluentConfiguration flyway(String url, String owner, String password) {
        return Flyway.configure(Databases.class.getClassLoader()).dataSource(url, owner, password)
                .locations("classpath:db/migration").cleanDisabled(true);
    }

    /**
     * Refuses a server that may forget what it has confirmed. Asked as the role that will write, because a role or a database
     * can have settings of its own.
     */
    static void requireDurable(String url, String role, String password) {
        try (Connection connection = connect(url, role, password, Duration.ofSeconds(10));
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (ResultSet shown = statement.executeQuery("show " + setting)) {
                    shown.next();
                    if (shown.getString(1).equals("off")) {
                        throw new Trouble("not-durable", setting, role);
                    }
                }
            }
        } catch (SQLException e) {
            throw (Trouble) new Trouble("database-refuses", address(url), role, String.valueOf(e.getMessage()))
                    .initCause(e);
        }
    }
}
