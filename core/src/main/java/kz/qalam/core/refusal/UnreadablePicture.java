package kz.qalam.core.refusal;

/** A file that is not taken as a picture. */
public final class UnreadablePicture extends Refusal {

    /** Why it is not taken. */
    public enum Reason {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        TOO_MANY_PIXELS("too-many-pixels"),
        NOT_TAKEN("not-taken"),
        MOVING("moving"),
        CUT_SHORT("cut-short"),
        DAMAGED("damaged"),
        SOMETHING_ELSE_TOO("something-else-too"),
        REDACTED("redacted");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** A stable name for programs, in kebab case. */
        public String key() {
            return key;
        }
    }

    private final Reason reason;

    public UnreadablePicture(Reason reason) {
        super(reason == Reason.TOO_LARGE ? Kind.TOO_LARGE : Kind.INVALID, "unreadable-picture");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    String variant() {
        return reason.key;
    }
}
