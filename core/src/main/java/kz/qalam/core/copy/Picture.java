package kz.qalam.core.copy;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A picture as one story shows it. The version fixes crop, alternative text, credit and rights, so that what was approved
 * is what is shown.
 *
 * @param version from 1
 * @param caption this story's own words under it; may be empty, at most 500 characters
 */
public record Picture(UUID id, int version, String caption) {

    private static final int MOST_IN_CAPTION = 500;

    public Picture {
        caption = Characters.normal(caption);
    }

    static Picture read(Fields fields) {
        return new Picture(fields.get("id").id(), fields.get("version").number(1, Integer.MAX_VALUE),
                fields.get("caption").text(MOST_IN_CAPTION));
    }

    /** Which picture and which version of it, in one word. */
    public String reference() {
        return id + "/" + version;
    }

    JsonNode json() {
        return Json.object().put("id", id.toString()).put("version", version).put("caption", caption);
    }
}
