package kz.qalam.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.transaction.xa.XAException;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

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
        List<Throwable> causes = all(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof OIDCException || cause instanceof JDBCConnectionException) {
                return true;
            }
            if (cause instanceof SQLException refused) {
                return isAway(refused);
            }
        }
        // A transaction that came to no end, with no word from the database why: it went away in the middle of it.
        return causes.stream().anyMatch(cause -> cause instanceof XAException || cause instanceof RollbackException
                || cause instanceof SystemException || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException);
    }

    /** The causes, and what was thrown while these were being handled: Narayana tells of a lost commit only there. */
    private static List<Throwable> all(Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && all.size() < 50; cause = cause.getCause()) {
            all.add(cause);
            all.addAll(List.of(cause.getSuppressed()));
        }
        return all;
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
