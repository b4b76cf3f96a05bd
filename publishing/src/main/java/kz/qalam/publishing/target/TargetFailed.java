package kz.qalam.publishing.target;

import java.nio.file.FileSystemException;

/** The folder could not be read or written: a full disk, a missing right, a folder that is not ours. */
public final class TargetFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TargetFailed(String what, Throwable cause) {
        super(what + ": " + (cause instanceof FileSystemException e && e.getReason() != null
                ? e.getReason()
                : cause.getClass().getSimpleName()), cause);
    }

    public TargetFailed(String what) {
        super(what);
    }
}
