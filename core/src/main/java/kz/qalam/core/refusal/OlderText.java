package kz.qalam.core.refusal;

/** An unsaved text that is older than what is already kept of that window: it is not put over the newer one. */
public final class OlderText extends Refusal {

    public OlderText() {
        super(Kind.CONFLICT, "older-text");
    }
}
