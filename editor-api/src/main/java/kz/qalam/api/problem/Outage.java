package kz.qalam.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.hibernate.exception.JDBCConnectionException;

import io.quarkus.oidc.OIDCException;

/** Tells what passes by itself from a bug: the database or the log-in does not answer, or two acts got into each other's way. */
public final class Outage {

    /** No connection, no room for one, shutting down or starting up; too many at once, and a wait that took too long. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** Serialization failure, deadlock, lock not available; and a server that takes no connections to this database. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "55000");

    private Outage() {
    }

    public static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || cause instanceof JDBCConnectionException) {
                return true;
            }
            if (cause instanceof SQLException refused) {
                return isAway(refused);
            }
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        String state = refused.getSQLState();
        if (state == null) {
            return true; // the pool gave up waiting
        }
        return refused instanceof SQLTransientException || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
