package kz.qalam.admin.proofreading;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.language.proofing.Span;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.review.LetStand;
import kz.qalam.core.review.Stet;
import kz.qalam.core.review.Stets;
import kz.qalam.core.style.Proofreader;

/** Reads the lines that the writing page's script sends: those that changed, as they are typed. Nothing of them is kept. */
@Path("proofreading")
@Authenticated
@Blocking
class Reader {

    private static final int MOST_FOREIGN = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;
    private final Proofreader proofreader;
    private final Stets stets;

    Reader(Visitor visitor, Proofreader proofreader, Stets stets) {
        this.visitor = visitor;
        this.proofreader = proofreader;
        this.stets = stets;
    }

    /**
     * @param passages a JSON array of {@code [text, [[start, end] of what is foreign …]]}
     * @param story of which they are lines; absent for one that was never saved
     * @return version: by what it was read; passages: of each what was found
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public String read(@FormParam("passages") @Nullable String passages, @FormParam("story") @Nullable UUID story) {
        Locale locale = visitor.tongue().locale();
        List<Passage> lines = passages(requireNonNullElse(passages, ""));
        LetStand stood = story == null ? LetStand.NOTHING : stets.of(visitor.actor(), story);
        // Before it is read: what changes in between is read anew the next time
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("version", proofreader.version());
        ArrayNode answers = whole.putArray("passages");
        List<List<Finding>> read = proofreader.of(visitor.actor(), lines);
        for (int i = 0; i < read.size(); i++) {
            ArrayNode answer = answers.addArray();
            for (Finding finding : read.get(i)) {
                ObjectNode told = told(finding, locale);
                Stet stet = stood.of(lines.get(i).text(), finding);
                if (stet != null) {
                    told.putObject("stet").put("id", stet.id().toString()).put("by", stet.by())
                            .put("reason", stet.reason());
                }
                answer.add(told);
            }
        }
        return whole.toString();
    }

    private static ObjectNode told(Finding finding, Locale locale) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("start", finding.start())
                .put("end", finding.end()).put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                .put("text", finding.text(locale));
        finding.repairs().forEach(told.putArray("repairs")::add);
        return told;
    }

    static List<Passage> passages(String json) {
        JsonNode read;
        try {
            read = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw unreadable();
        }
        if (read == null || !read.isArray()) {
            throw unreadable();
        }
        if (read.size() > Proofreader.MOST_PASSAGES) {
            throw Invalid.of("/passages", "too-many", Proofreader.MOST_PASSAGES);
        }
        List<Passage> passages = new ArrayList<>();
        for (JsonNode passage : read) {
            if (!passage.path(0).isTextual() || passage.path(1).size() > MOST_FOREIGN) {
                throw unreadable();
            }
            List<Span> foreign = new ArrayList<>();
            passage.path(1).forEach(span -> foreign.add(new Span(span.path(0).asInt(), span.path(1).asInt())));
            passages.add(new Passage(passage.path(0).textValue(), foreign));
        }
        return passages;
    }

    private static Invalid unreadable() {
        return Invalid.of("/passages", "not-json");
    }
}
