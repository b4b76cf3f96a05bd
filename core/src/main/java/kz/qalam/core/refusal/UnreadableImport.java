package kz.qalam.core.refusal;

/** A file that cannot be understood as a story. */
public final class UnreadableImport extends Refusal {

    /** Why the file was not understood. */
    public enum Reason {
        EMPTY("empty"),
        NOT_TEXT("not-text"),
        TOO_LARGE("too-large"),
        UNKNOWN_ENCODING("unknown-encoding"),
        AMBIGUOUS_ENCODING("ambiguous-encoding"),
        DAMAGED("damaged"),
        GARBLED("garbled"),
        NO_STORY("no-story"),
        LONG_HEADLINE("long-headline"),
        TOO_DEEP("too-deep"),
        NOT_ARCHIVE("not-archive");

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

    public UnreadableImport(Reason reason) {
        super(reason == Reason.TOO_LARGE ? Kind.TOO_LARGE : Kind.INVALID, "unreadable-import");
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
