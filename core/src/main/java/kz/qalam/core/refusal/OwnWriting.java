package kz.qalam.core.refusal;

/** Four eyes: nobody approves what they wrote. */
public final class OwnWriting extends Refusal {

    public OwnWriting() {
        super(Kind.FORBIDDEN, "own-writing");
    }
}
