package kz.qalam.core.refusal;

import java.util.Locale;

/** The verdict names one revision, and the open round is on another. */
public final class ReviewMoved extends Refusal {

    private final int decided;
    private final int open;

    /**
     * @param decided the revision that the verdict names
     * @param open the revision that the open round is on
     */
    public ReviewMoved(int decided, int open) {
        super(Kind.CONFLICT, "review-moved");
        this.decided = decided;
        this.open = open;
    }

    public int decided() {
        return decided;
    }

    public int open() {
        return open;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(decided), Integer.toString(open)};
    }
}
