package kz.qalam.publishing.target;

/** A file of the folder has just come into sight, changed or gone. */
public record FileChanged(String path) {
    /** Stands for every path: another folder has taken this one's place. */
    public static final String ALL = "*";
}
