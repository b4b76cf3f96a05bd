package kz.qalam.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/** Something that stops a command and that a person can mend: told as one plain sentence, never as a stack trace. */
final class Trouble extends RuntimeException {

    private final String key;
    private final transient Object[] values;

    Trouble(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    /** A failure of the disk or of a file, with a full disk told apart. */
    static Trouble of(IOException cause) {
        Trouble trouble = isFullDisk(cause)
                ? new Trouble("disk-full")
                : new Trouble("file", String.valueOf(cause.getMessage()));
        trouble.initCause(cause);
        return trouble;
    }

    /** What an unforeseen failure is told as, if it has a plain cause. */
    static @Nullable Trouble behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Trouble trouble) {
                return trouble;
            }
            if (isFullDisk(cause)) {
                return new Trouble("disk-full");
            }
            if (cause instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
                return of(unchecked.getCause());
            }
        }
        return null;
    }

    private static boolean isFullDisk(Throwable cause) {
        return cause.getMessage() != null && cause.getMessage().contains("No space left on device");
    }

    String sentence(Words words) {
        return words.say("trouble." + key, values);
    }

    String key() {
        return key;
    }
}
