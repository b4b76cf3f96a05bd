package kz.qalam.core.refusal;

import java.util.Locale;

/** This text was taken out by court or law; its number and its digest are all that is left. */
public final class Redacted extends Refusal {

    private final int revision;

    public Redacted(int revision) {
        super(Kind.CONFLICT, "redacted");
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
