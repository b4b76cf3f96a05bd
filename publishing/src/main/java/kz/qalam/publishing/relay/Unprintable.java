package kz.qalam.publishing.relay;

import java.util.UUID;

import kz.qalam.core.darkroom.VaultAway;

/** A story whose page cannot be made. The others go on; its delivery says that it failed. */
final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprintable(UUID article, Throwable cause) {
        // The cause may quote the story: only its kind is told.
        super("story %s cannot be printed: %s".formatted(article, cause.getClass().getSimpleName()), cause);
    }

    /** Whether the fault of a delivery, as it was told, is none of the story's: its pictures were not to be had. */
    static boolean waitsForPictures(String fault) {
        return fault.endsWith(VaultAway.class.getSimpleName());
    }
}
