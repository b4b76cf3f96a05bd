package kz.qalam.core.refusal;

/** There is no open round of review to decide on or to recall. */
public final class NothingOpen extends Refusal {

    public NothingOpen() {
        super(Kind.CONFLICT, "nothing-open");
    }
}
