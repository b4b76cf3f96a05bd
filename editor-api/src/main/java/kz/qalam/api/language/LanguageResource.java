package kz.qalam.api.language;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.core.language.LineTools;
import kz.qalam.core.language.UnknownTool;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;

/** The tools for the Kazakh language, as {@code ./qalam lang} has them. */
@Path(Api.PATH + "/language")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class LanguageResource {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 200_000;

    @Schema(name = "Lines")
    record LinesView(@Schema(description = "An answer to each line, in the same order.") List<String> lines) {}

    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "runLanguageTool", summary = "Run a tool for the Kazakh language over lines", description = "For everyone who is logged in; nothing is kept. The tools are those of docs/language.md. A key that is none is 404, an option that the tool does not take 422.")
    public LinesView run(
            @PathParam("key") @Parameter(description = "latin, arabic, cyrillic, slug, sort …") String key,
            LinesInput input) {
        Map<String, String> options = requireNonNullElse(input.options(), Map.of());
        check(input.lines(), options);
        if (LineTools.readsFiles(key)) {
            throw new NotFound();
        }
        try {
            List<String> answers = LineTools.open(key, options, List.of()).answers(input.lines());
            return new LinesView(answers.stream().map(LanguageResource::whole).toList());
        } catch (UnknownTool unknown) {
            if (unknown.part() == UnknownTool.Part.KEY) {
                throw new NotFound();
            }
            throw unknown.part() == UnknownTool.Part.OPTION
                    ? Invalid.of("/options", "unknown-field")
                    : Invalid.of("/options", "unknown-value", LineTools.values(key));
        }
    }

    private static void check(List<String> lines, Map<String, String> options) {
        if (lines.size() > MOST_LINES) {
            throw Invalid.of("/lines", "too-many", MOST_LINES);
        }
        if (lines.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            throw Invalid.of("/lines", "too-long", MOST_CHARACTERS);
        }
        // JSON may hold a null where the type does not.
        if (options.values().stream().anyMatch(Objects::isNull)) {
            throw Invalid.of("/options", "not-text");
        }
    }

    /** Half a surrogate pair is no text that could be sent. */
    private static String whole(String answer) {
        boolean broken = answer.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        return broken
                ? answer.codePoints().map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                : answer;
    }
}
