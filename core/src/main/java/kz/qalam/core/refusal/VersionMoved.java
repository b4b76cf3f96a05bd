package kz.qalam.core.refusal;

import java.util.Locale;

/** A rule or a lexicon was decided on as it stood before: there is a newer version, which nobody of them has looked at. */
public final class VersionMoved extends Refusal {

    private final int current;

    /** @param current the version that stands now */
    public VersionMoved(int current) {
        super(Kind.CONFLICT, "version-moved");
        this.current = current;
    }

    public int current() {
        return current;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{Integer.toString(current)};
    }
}
