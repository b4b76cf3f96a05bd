package kz.qalam.core.refusal;

import java.util.Locale;

/** Only an approved revision is planned for the public, and this one has no approval. */
public final class NotApproved extends Refusal {

    private final int revision;

    public NotApproved(int revision) {
        super(Kind.CONFLICT, "not-approved");
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
