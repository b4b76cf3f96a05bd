package kz.qalam.core.refusal;

/** What was asked for does not exist, or is another's and must look as if it did not. */
public final class NotFound extends Refusal {

    public NotFound() {
        super(Kind.MISSING, "not-found");
    }
}
