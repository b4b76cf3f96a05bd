package kz.qalam.core.refusal;

/** A save must say which revision it changes, and this one did not. */
public final class MissingPrecondition extends Refusal {

    public MissingPrecondition() {
        super(Kind.PRECONDITION_REQUIRED, "missing-precondition");
    }
}
