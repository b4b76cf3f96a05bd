package kz.qalam.core.copy;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What readers must be told about the story itself.
 *
 * @param age from which age it is meant
 * @param advertising somebody paid for it
 * @param ai it was made with the use of artificial intelligence
 */
public record Notices(@Nullable Age age, boolean advertising, boolean ai) {

    /** Nothing to tell. */
    public static final Notices NONE = new Notices(null, false, false);

    static Notices read(Fields fields) {
        return new Notices(fields.get("age").choice(Age.BY_LABEL), fields.get("advertising").flag(),
                fields.get("ai").flag());
    }

    JsonNode json() {
        return Json.object().put("age", age == null ? null : age.label()).put("advertising", advertising).put("ai", ai);
    }
}
