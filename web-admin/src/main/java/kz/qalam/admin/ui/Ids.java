package kz.qalam.admin.ui;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Ids as addresses and forms give them. */
public final class Ids {

    private Ids() {
    }

    /** What is not said clearly is none. */
    public static @Nullable UUID said(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
