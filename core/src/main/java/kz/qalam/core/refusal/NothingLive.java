package kz.qalam.core.refusal;

/** Only what readers have can be withdrawn, and they have nothing. */
public final class NothingLive extends Refusal {

    public NothingLive() {
        super(Kind.CONFLICT, "nothing-live");
    }
}
