package kz.qalam.admin.error;

/** The kinds of mishap that have words of their own. */
public enum Trouble {
    UNCLEAR,
    LOGGED_OUT,
    MISSING,
    CLASH,
    TOO_LARGE,
    BROKEN,
    AWAY;

    static Trouble of(int status) {
        return switch (status) {
            case 401 -> LOGGED_OUT;
            // Whether something is there is nobody's business who may not see it.
            case 403, 404, 405 -> MISSING;
            case 409, 412 -> CLASH;
            case 413 -> TOO_LARGE;
            case 503 -> AWAY;
            default -> status < 500 ? UNCLEAR : BROKEN;
        };
    }
}
