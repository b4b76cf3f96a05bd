package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A picture within the text. */
public record ImageBlock(Picture picture) implements Block {

    static ImageBlock read(Node node) {
        return new ImageBlock(Picture.read(node.attrs()));
    }

    @Override
    public String type() {
        return "image";
    }

    @Override
    public List<Inline> printed() {
        return Printed.text(picture.caption());
    }

    @Override
    public Map<String, String> details() {
        return Map.of("picture", picture.reference());
    }

    @Override
    public JsonNode json() {
        return Json.object().put("type", type()).set("attrs", picture.json());
    }
}
