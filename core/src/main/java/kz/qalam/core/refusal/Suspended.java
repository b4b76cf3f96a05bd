package kz.qalam.core.refusal;

/** The person is suspended: whatever they hold lets them in no more. */
public final class Suspended extends Refusal {

    public Suspended() {
        super(Kind.FORBIDDEN, "suspended");
    }
}
