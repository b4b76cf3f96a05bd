package kz.qalam.core.refusal;

import java.util.Locale;

/** The edition is settled: readers have it, or it is void. It can be neither held nor moved. */
public final class AlreadyReleased extends Refusal {

    private final int edition;

    /** @param edition the edition's number within its story */
    public AlreadyReleased(int edition) {
        super(Kind.CONFLICT, "already-released");
        this.edition = edition;
    }

    public int edition() {
        return edition;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(edition)};
    }
}
