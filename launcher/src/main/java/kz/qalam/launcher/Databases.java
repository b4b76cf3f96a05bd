package kz.qalam.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 5;
    /** The version of PostgreSQL from which on an owner may. */
    private static final int CLEARS_STATISTICS = 18;

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

    /** Something that the database does or refuses, as a whole. */
    interface Act<T> {
        T attempt() throws SQLException;
    }

    /** Tries again what met others who held what it wanted: the server undid it to let them go on. Five times at most. */
    static <T> T despiteDeadlock(Act<T> act) throws SQLException {
        for (int tries = 1;; tries++) {
            try {
                return act.attempt();
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Dead rows go, and so does what the planner had noted of their words. The connection's role owns the tables. */
    static void forget(Connection owner, List<String> tables) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : tables) {
                statement.execute("vacuum (analyze) newsroom." + table);
                // Of a table without rows nothing new is noted, and the old would stay.
                try (ResultSet row = statement.executeQuery("select not exists (select from newsroom." + table + ")")) {
                    row.next();
                    if (row.getBoolean(1) && owner.getMetaData().getDatabaseMajorVersion() >= CLEARS_STATISTICS) {
                        forgetStatistics(owner, table);
                    }
                }
            }
        }
    }

    private static void forgetStatistics(Connection owner, String table) throws SQLException {
        try (PreparedStatement clear = owner.prepareStatement("""
                select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats
                  where schemaname = 'newsroom' and tablename = ?""")) {
            clear.setString(1, table);
            clear.execute();
        }
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
