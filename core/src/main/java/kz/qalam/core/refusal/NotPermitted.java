package kz.qalam.core.refusal;

/** The person's roles at this desk do not allow it. */
public final class NotPermitted extends Refusal {

    public NotPermitted() {
        super(Kind.FORBIDDEN, "not-permitted");
    }
}
