package kz.qalam.core.refusal;

import java.util.Locale;

/** Someone else has saved since: the change was made to a revision that is no longer the current one. */
public final class StaleRevision extends Refusal {

    private final int expected;
    private final int current;

    /**
     * @param expected the revision that the change was made to
     * @param current the revision that stands now
     */
    public StaleRevision(int expected, int current) {
        super(Kind.STALE, "stale-revision");
        this.expected = expected;
        this.current = current;
    }

    public int expected() {
        return expected;
    }

    public int current() {
        return current;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(expected), Integer.toString(current)};
    }
}
