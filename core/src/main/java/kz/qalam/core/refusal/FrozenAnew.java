package kz.qalam.core.refusal;

import java.util.Locale;

/** The freeze that was to be ended is over, and another stands. */
public final class FrozenAnew extends Refusal {

    private final String by;
    private final String reason;

    /**
     * @param by the name of who stopped releases since
     * @param reason why
     */
    public FrozenAnew(String by, String reason) {
        super(Kind.CONFLICT, "frozen-anew");
        this.by = by;
        this.reason = reason;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{by, reason};
    }
}
