package kz.qalam.admin.ui;

import java.util.UUID;

import jakarta.ws.rs.PathParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.NotFound;

/** The story that an address names. */
public class StoryId {

    @PathParam("id")
    @Nullable
    String text;

    /** @throws NotFound for what is no id: there is no such story either */
    public UUID value() {
        try {
            if (text == null) {
                throw new NotFound();
            }
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
