package kz.qalam.core.refusal;

import java.util.Locale;

/** More than the newsroom takes in one piece. */
public final class TooLarge extends Refusal {

    /** What is counted. */
    public enum Unit {
        BYTES("bytes"),
        BLOCKS("blocks");

        private final String key;

        Unit(String key) {
            this.key = key;
        }
    }

    private final Unit unit;
    private final long limit;

    /** @param limit the most that is taken, in {@code unit} */
    public TooLarge(Unit unit, long limit) {
        super(Kind.TOO_LARGE, "too-large");
        this.unit = unit;
        this.limit = limit;
    }

    public Unit unit() {
        return unit;
    }

    public long limit() {
        return limit;
    }

    @Override
    String variant() {
        return unit.key;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{limit};
    }
}
