package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Pictures that belong together.
 *
 * @param pictures 1 to 50
 */
public record Gallery(List<Picture> pictures) implements Block {

    private static final int MOST = 50;

    public Gallery {
        pictures = List.copyOf(pictures);
    }

    static Gallery read(Node node) {
        return new Gallery(node.attrs().get("pictures").items(1, MOST).stream()
                .map(place -> place.object(Picture::read)).toList());
    }

    @Override
    public String type() {
        return "gallery";
    }

    /** A line a picture, be it empty, so that a caption keeps its place. */
    @Override
    public List<Inline> printed() {
        return Printed.separated(pictures.stream().map(picture -> Printed.text(picture.caption())), Break.LINE);
    }

    @Override
    public Map<String, String> details() {
        return Map.of("pictures", pictures.stream().map(Picture::reference).collect(joining(", ")));
    }

    @Override
    public JsonNode json() {
        var attrs = Json.object();
        attrs.set("pictures", Json.array(pictures, Picture::json));
        return Json.node(type(), attrs);
    }
}
