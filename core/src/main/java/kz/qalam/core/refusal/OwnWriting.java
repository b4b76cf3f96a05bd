package kz.qalam.core.refusal;

/** Four eyes: nobody approves what they wrote. */
public final class OwnWriting extends Refusal {

    /** What was written. */
    public enum Of {
        STORY(""),
        /** A rule of the house-style book. */
        RULE("rule"),
        /** A version of the exception lexicon. */
        LEXICON("lexicon");

        private final String variant;

        Of(String variant) {
            this.variant = variant;
        }
    }

    private final Of of;

    public OwnWriting() {
        this(Of.STORY);
    }

    public OwnWriting(Of of) {
        super(Kind.FORBIDDEN, "own-writing");
        this.of = of;
    }

    @Override
    String variant() {
        return of.variant;
    }
}
