package kz.qalam.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
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

    private static final int MOST = 100;

    private Outage() {
    }

    public static boolean is(Throwable thrown) {
        Set<Throwable> causes = all(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof OIDCException || cause instanceof JDBCConnectionException) {
                return true;
            }
        }
        // What the database says of a transaction that it lost may come before or after that it is away.
        List<SQLException> refusals = causes.stream().filter(SQLException.class::isInstance)
                .map(SQLException.class::cast).toList();
        if (!refusals.isEmpty()) {
            return refusals.stream().anyMatch(Outage::isAway);
        }
        // A transaction that came to no end, with no word from the database why: it went away in the middle of it.
        return causes.stream().anyMatch(cause -> cause instanceof XAException || cause instanceof RollbackException
                || cause instanceof SystemException || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException);
    }

    /** The causes, and what was thrown while these were being handled: Narayana tells of a lost commit only there. */
    private static Set<Throwable> all(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
        while (!open.isEmpty() && all.size() < MOST) {
            Throwable one = open.remove();
            if (all.add(one)) {
                open.addAll(List.of(one.getSuppressed()));
                if (one.getCause() != null) {
                    open.add(one.getCause());
                }
            }
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
