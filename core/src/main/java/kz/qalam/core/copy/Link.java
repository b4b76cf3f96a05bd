package kz.qalam.core.copy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A link.
 *
 * @param href a web, mail or telephone address, or a path of the site itself that begins with one slash; at most 2,000
 *     characters
 */
public record Link(String href) implements Mark {

    public Link {
        href = Characters.normal(href);
    }

    /** Whether a link may lead there. */
    public static boolean mayLeadTo(String href) {
        return href.length() <= Copy.MOST_IN_ADDRESS && Schema.LINK.matcher(href).matches();
    }

    static Link read(Fields attrs) {
        return new Link(attrs.get("href").text(Copy.MOST_IN_ADDRESS, Schema.LINK, "not-link"));
    }

    @Override
    public String type() {
        return "link";
    }

    @Override
    public JsonNode json() {
        return Json.node(type(), Json.object().put("href", href));
    }
}
