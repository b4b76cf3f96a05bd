package kz.qalam.admin.tags;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.tag.Mentions;

/** Tells the writing page's script which tags the text names as it stands there. Nothing of it is kept. */
@Path("tags/mentions")
@Authenticated
@Blocking
class MentionsRead {

    private final Visitor visitor;
    private final Mentions mentions;

    MentionsRead(Visitor visitor, Mentions mentions) {
        this.visitor = visitor;
        this.mentions = mentions;
    }

    /** What a tag field may still be given, beside the fields that the writing page sends. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public String read(@FormParam("copy") @Nullable String json, @FormParam("headline") @Nullable String headline,
            @FormParam("lead") @Nullable String lead, @FormParam("tags") @Nullable String tags,
            @FormParam("language") @Nullable String language) {
        visitor.actor();
        Copy copy = Copy.readUnfinished(requireNonNullElse(json, "{}").getBytes(UTF_8))
                .withHeadline(requireNonNullElse(headline, "")).withLead(requireNonNullElse(lead, ""))
                .withTags(Arrays.stream(requireNonNullElse(tags, "").split(",")).map(String::strip)
                        .filter(tag -> !tag.isEmpty()).distinct().toList())
                .withLanguage(Language.RU.code().equals(language) ? Language.RU : Language.KK);
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        mentions.in(copy).forEach(mention -> found.addObject().put("name", mention.name())
                .put("known", mention.known()).put("times", mention.times()));
        return found.toString();
    }
}
