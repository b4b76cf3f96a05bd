package kz.qalam.api.problem;

/** A request that no act is asked about: it cannot be understood, or is too large. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public RequestRefused(Fault fault) {
        super(fault.type(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
