package kz.qalam.core.copy;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What search engines are shown instead of headline and lead.
 *
 * @param title at most 300 characters
 * @param description at most 1,000 characters
 */
public record Seo(@Nullable String title, @Nullable String description) {

    private static final int MOST_IN_TITLE = 300;
    private static final int MOST_IN_DESCRIPTION = 1000;

    public Seo {
        title = Characters.optional(title);
        description = Characters.optional(description);
    }

    static Seo read(Fields fields) {
        return new Seo(fields.get("title").optionalText(MOST_IN_TITLE),
                fields.get("description").optionalText(MOST_IN_DESCRIPTION));
    }

    boolean isEmpty() {
        return title == null && description == null;
    }

    JsonNode json() {
        return Json.object().put("title", title).put("description", description);
    }
}
