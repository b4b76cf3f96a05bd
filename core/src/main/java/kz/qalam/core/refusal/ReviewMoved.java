package kz.qalam.core.refusal;

import java.util.Locale;

/** The verdict is on one round, and another is open: on another revision, or with another proposal. */
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

    /** The same revision was submitted anew, to become something else or to go out at another time. */
    public static ReviewMoved ofProposal(int revision) {
        return new ReviewMoved(revision, revision);
    }

    public int decided() {
        return decided;
    }

    public int open() {
        return open;
    }

    @Override
    String variant() {
        return decided == open ? "proposal" : "";
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(decided), Integer.toString(open)};
    }
}
