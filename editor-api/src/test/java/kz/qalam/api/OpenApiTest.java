package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** The API's description of itself is complete, and of nothing else. */
@QuarkusTest
class OpenApiTest {

    @Test
    void describesEveryCall() {
        JsonNode api = Description.read();
        assertEquals("Qalam: the newsroom's API", api.at("/info/title").asText());
        List<String> gaps = new ArrayList<>();
        api.at("/paths").properties().forEach(path -> {
            if (!path.getKey().startsWith(Api.PATH + "/")) {
                gaps.add(path.getKey() + " is not of the API");
            }
            path.getValue().properties().forEach(call -> {
                String name = call.getKey() + " " + path.getKey();
                JsonNode described = call.getValue();
                for (String part : List.of("/operationId", "/summary", "/tags/0", "/security/0", "/responses/401",
                        "/responses/default")) {
                    if (described.at(part).isMissingNode()) {
                        gaps.add(name + " has no " + part);
                    }
                }
                described.at("/responses").properties().forEach(answer -> {
                    if (answer.getValue().path("description").asText().isEmpty()) {
                        gaps.add(name + " " + answer.getKey() + " is not described");
                    }
                });
            });
        });
        assertEquals(List.of(), gaps);
        assertEquals("http", api.at("/components/securitySchemes/token/type").asText());
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        JsonNode api = Description.read();
        List<String> missing = new ArrayList<>();
        references(api, missing, api);
        assertEquals(List.of(), missing);
        assertEquals(300, api.at("/components/schemas/Copy/properties/headline/maxLength").asInt());
        assertEquals("[\"kk\",\"ru\"]", api.at("/components/schemas/Copy/properties/language/enum").toString());
        assertFalse(api.at("/components/schemas/Problem/properties/way").isMissingNode());
        assertEquals("[\"DRAFT\",\"IN_REVIEW\",\"CHANGES_REQUESTED\",\"APPROVED\"]",
                api.at("/components/schemas/Stage/enum").toString());
    }

    @Test
    void saysWhatMayBeNull() {
        JsonNode schemas = Description.read().at("/components/schemas");
        assertEquals("[\"string\",\"null\"]", schemas.at("/Planned/properties/held/type").toString());
        assertEquals("#/components/schemas/Live", schemas.at("/Article/properties/live/oneOf/0/$ref").asText());
        assertEquals("null", schemas.at("/Article/properties/live/oneOf/1/type").asText());
        assertEquals("\"string\"", schemas.at("/Article/properties/digest/type").toString());
        assertTrue(schemas.at("/Article/required").toString().contains("\"live\""));
        assertEquals("[\"slug\",\"name\"]", schemas.at("/DeskInput/required").toString());
        assertEquals("[\"revision\"]", schemas.at("/VerdictInput/required").toString());
    }

    private static void references(JsonNode node, List<String> missing, JsonNode api) {
        if (node.has("$ref") && api.at(node.get("$ref").asText().substring(1)).isMissingNode()) {
            missing.add(node.get("$ref").asText());
        }
        node.forEach(child -> references(child, missing, api));
    }

    @Test
    void isJsonForWhoeverDoesNotSay() {
        assertTrue(Client.stranger().get("/openapi").expect(200).json().has("openapi"));
        assertTrue(Client.stranger().with("Accept", "application/yaml").get("/openapi").expect(200).body()
                .startsWith("---"));
    }
}
