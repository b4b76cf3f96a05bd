package kz.qalam.core.refusal;

import java.util.Locale;

/** The story stands at a stage from which this move does not lead. */
public final class WrongStage extends Refusal {

    private final String stage;
    private final String move;
    private final String variant;

    /**
     * @param stage the stage's name, as {@code IN_REVIEW}
     * @param move the move's name, as {@code SUBMIT}
     */
    public WrongStage(String stage, String move) {
        this(stage, move, "");
    }

    private WrongStage(String stage, String move, String variant) {
        super(Kind.CONFLICT, "wrong-stage");
        this.stage = stage;
        this.move = move;
        this.variant = variant;
    }

    /** A change to many stories at once would take this one back from review without a word. */
    public static WrongStage wouldRecall() {
        return new WrongStage("IN_REVIEW", "EDIT", "would-recall");
    }

    @Override
    String variant() {
        return variant;
    }

    public String stage() {
        return stage;
    }

    public String move() {
        return move;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{name(locale, "stage.", stage), name(locale, "move.", move)};
    }

    private static String name(Locale locale, String group, String name) {
        return TEXTS.has(locale, group + name) ? TEXTS.get(locale, group + name) : name;
    }
}
