package kz.qalam.core.darkroom;

/** The vault could not keep, or not give, what it was asked for. Carries no text of the storage's own. */
public final class VaultAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VaultAway(String message) {
        super(message);
    }

    public VaultAway(String message, Throwable cause) {
        super(message + ": " + cause.getClass().getSimpleName());
    }
}
