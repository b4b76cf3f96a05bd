package kz.qalam.core.language;

/** There is no such tool, or it does not take what it was given. */
public final class UnknownTool extends Exception {

    /** What was not understood. */
    public enum Part {
        KEY,
        OPTION,
        VALUE,
        FILE
    }

    private final Part part;
    private final String what;

    UnknownTool(Part part, String what) {
        super(part + " " + what);
        this.part = part;
        this.what = what;
    }

    public Part part() {
        return part;
    }

    /** The key, option, value or file as it was given. */
    public String what() {
        return what;
    }
}
