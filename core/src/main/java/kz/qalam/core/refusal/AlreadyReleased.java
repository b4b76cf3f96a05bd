package kz.qalam.core.refusal;

import java.util.Locale;

/** Readers have this revision already, or a newer one: an older text never comes over a newer. */
public final class AlreadyReleased extends Refusal {

    private final int revision;

    /** @param edition the revision that was to be planned */
    public AlreadyReleased(int revision) {
        super(Kind.CONFLICT, "already-released");
        this.revision = revision;
    }

    public int revision() {
        return revision;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(revision)};
    }
}
