package kz.qalam.core.refusal;

import java.util.Locale;

import kz.qalam.core.language.Texts;

/**
 * The newsroom says no: what was refused, why, and the way forward, in the asker's language. Each edge turns a refusal
 * into one answer by its {@link #kind()}; whatever is not a refusal is a fault of ours. Carries ids and numbers, never
 * the text of a story, so that it may be logged.
 */
public abstract sealed class Refusal extends RuntimeException
        permits AccountsAway, AlreadyReleased, Busy, EditionMoved, FrozenAnew, Incomplete, Invalid, LastAdmin,
        MissingPrecondition, NotApproved, NotFound, NotPermitted, NothingLive, NothingOpen, NothingPlanned, OlderText,
        OwnWriting, PicturesAway, Redacted, ReviewMoved, RightsEnded, StaleRevision, Suspended, TooLarge,
        UnreadableImport,
        UnreadablePicture, Unsettled, VersionMoved, WrongStage {

    /** What a refusal means to whoever asked; each edge gives each kind one status. */
    public enum Kind {
        MISSING,
        FORBIDDEN,
        CONFLICT,
        STALE,
        INVALID,
        TOO_LARGE,
        PRECONDITION_REQUIRED,
        UNAVAILABLE
    }

    static final Texts TEXTS = new Texts("kz.qalam.core.refusal.refusals");

    private final Kind kind;
    private final String type;

    Refusal(Kind kind, String type) {
        super(type, null, false, false);
        this.kind = kind;
        this.type = type;
    }

    public final Kind kind() {
        return kind;
    }

    /** A stable name for programs, in kebab case: {@code stale-revision}. */
    public final String type() {
        return type;
    }

    /** What was refused, the same for every refusal of this type. Kazakh unless {@code locale} is Russian or English. */
    public final String title(Locale locale) {
        return TEXTS.get(locale, type + ".title");
    }

    /** Why, in this case. */
    public final String detail(Locale locale) {
        return text(locale, "detail");
    }

    /** What the person can do now. */
    public final String wayForward(Locale locale) {
        return text(locale, "way-forward");
    }

    private String text(Locale locale, String part) {
        String own = type + "." + part + "." + variant();
        return TEXTS.get(locale, TEXTS.has(locale, own) ? own : type + "." + part, args(locale));
    }

    /** Which of several texts of the same type fits; most refusals have one. */
    String variant() {
        return "";
    }

    /** What the texts mention. Numbers of revisions and editions are names, and are given as text. */
    Object[] args(Locale locale) {
        return new Object[0];
    }
}
