package kz.qalam.core.refusal;

/** There is nothing planned to hold: nothing was, or its time has come. */
public final class NothingPlanned extends Refusal {

    public NothingPlanned() {
        super(Kind.CONFLICT, "nothing-planned");
    }
}
