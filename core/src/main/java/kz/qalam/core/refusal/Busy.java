package kz.qalam.core.refusal;

/** The database is away or overloaded; nothing was saved, and trying again later may succeed. */
public final class Busy extends Refusal {

    public Busy() {
        super(Kind.UNAVAILABLE, "busy");
    }
}
