package kz.qalam.core.copy;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who the story relies on.
 *
 * @param name «Ақорда»; 1 to 200 characters
 * @param url where it was said: an http or https address of at most 2,000 characters
 */
public record Source(String name, @Nullable String url) {

    private static final int MOST_IN_NAME = 200;

    public Source {
        name = Characters.normal(name);
        url = Characters.optional(url);
    }

    static Source read(Fields fields) {
        return new Source(fields.get("name").text(1, MOST_IN_NAME),
                fields.get("url").optionalText(Copy.MOST_IN_ADDRESS, Schema.WEB, "not-web"));
    }

    JsonNode json() {
        return Json.object().put("name", name).put("url", url);
    }
}
