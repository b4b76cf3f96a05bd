package kz.qalam.api.problem;

import java.io.IOException;

import jakarta.ws.rs.WebApplicationException;

import kz.qalam.core.refusal.Refusal;

/** Which HTTP status says what was thrown: the one place, for the API and for pages. */
public final class Statuses {

    private Statuses() {
    }

    public static int of(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return of(refusal.kind());
        }
        if (thrown instanceof StaleCopy) {
            return 412;
        }
        if (thrown instanceof RequestRefused refused) {
            return refused.fault().status();
        }
        if (thrown instanceof WebApplicationException answered) {
            return answered.getResponse().getStatus();
        }
        if (thrown instanceof IOException) {
            return Fault.MALFORMED.status();
        }
        return (Outage.is(thrown) ? Fault.AWAY : Fault.BROKEN).status();
    }

    /** STALE is a conflict: only where a precondition was sent has it failed, and then it is a {@link StaleCopy}. */
    private static int of(Refusal.Kind kind) {
        return switch (kind) {
            case MISSING -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT, STALE -> 409;
            case INVALID -> 422;
            case TOO_LARGE -> 413;
            case PRECONDITION_REQUIRED -> 428;
            case UNAVAILABLE -> 503;
        };
    }
}
