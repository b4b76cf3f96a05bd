package kz.qalam.core.refusal;

/** Without an admin nobody could appoint one. */
public final class LastAdmin extends Refusal {

    public LastAdmin() {
        super(Kind.CONFLICT, "last-admin");
    }
}
