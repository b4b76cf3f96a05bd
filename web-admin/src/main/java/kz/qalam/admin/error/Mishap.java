package kz.qalam.admin.error;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Tongue;

/**
 * A page instead of the page asked for.
 *
 * @param detail what happened; absent when the title says it all
 * @param way how to go on
 * @param reference under which the log holds what went wrong; only for what is our fault
 */
record Mishap(Tongue tongue, int status, String title, @Nullable String detail, @Nullable String way,
        @Nullable String reference) {

    /** The kinds of mishap that have words of their own. */
    public enum Sort {
        UNCLEAR, LOGGED_OUT, MISSING, CLASH, TOO_LARGE, BROKEN, AWAY;

        static Sort of(int status) {
            switch (status) {
                case 401 :
                    return LOGGED_OUT;
                // Whether something is there is nobody's business who may not see it.
                case 403, 404, 405 :
                    return MISSING;
                case 409, 412 :
                    return CLASH;
                case 413 :
                    return TOO_LARGE;
                case 503 :
                    return AWAY;
                default :
                    return status < 500 ? UNCLEAR : BROKEN;
            }
        }
    }
}
