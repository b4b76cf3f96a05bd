package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Another's post or video. The page shows a still link until the reader clicks.
 *
 * @param id the provider's own name for it, of the form that the provider uses: see {@link Provider}
 */
public record Embed(Provider provider, String id) implements Block {

    private static final int MOST_IN_ID = 200;

    static Embed read(Node node) {
        Place from = node.attrs().get("provider");
        Provider provider = from.choice(Provider.BY_CODE);
        if (from.isAbsent()) {
            from.problem("required");
        }
        Place post = node.attrs().get("id");
        String id = post.text(1, MOST_IN_ID);
        if (provider != null && !id.isEmpty() && !provider.names(id)) {
            post.problem("not-post");
        }
        return new Embed(provider == null ? Provider.YOUTUBE : provider, id);
    }

    /** Where it stands at the provider's. */
    public String address() {
        return provider.address(id);
    }

    @Override
    public String type() {
        return "embed";
    }

    @Override
    public List<Inline> printed() {
        return List.of();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("embed", address());
    }

    @Override
    public JsonNode json() {
        return Json.node(type(), Json.object().put("provider", provider.code()).put("id", id));
    }
}
