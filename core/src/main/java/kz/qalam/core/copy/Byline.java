package kz.qalam.core.copy;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who signs the story.
 *
 * @param name as it is printed, 1 to 100 characters
 * @param person who it is, where it is one of the staff
 */
public record Byline(String name, @Nullable UUID person) {

    private static final int MOST_IN_NAME = 100;

    public Byline {
        name = Characters.normal(name);
    }

    public Byline(String name) {
        this(name, null);
    }

    /** A byline may also be written as the name alone. */
    static Byline read(Place place) {
        return place.isText() ? new Byline(place.text(1, MOST_IN_NAME)) : place.object(Byline::read);
    }

    private static Byline read(Fields fields) {
        return new Byline(fields.get("name").text(1, MOST_IN_NAME), fields.get("person").optionalId());
    }

    JsonNode json() {
        return Json.object().put("name", name).put("person", person == null ? null : person.toString());
    }
}
