package kz.qalam.publishing.relay;

/** Another may be writing by now: whoever meets this stops. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("the lease of the target has lapsed");
    }
}
