package kz.qalam.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The API as it describes itself. */
final class Description {

    /** @param path below /api/v1, with its {parts} */
    record Call(String id, String method, String path) {

        boolean isAboutAStory() {
            return path.startsWith("/articles/{id}");
        }
    }

    private Description() {
    }

    static JsonNode read() {
        return Client.stranger().with("Accept", "application/json").get("/openapi").expect(200).json();
    }

    static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        read().at("/paths").properties().forEach(path -> path.getValue().properties().forEach(call -> {
            if (call.getValue().has("responses")) {
                calls.add(new Call(call.getValue().path("operationId").asText(), call.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().substring(Api.PATH.length())));
            }
        }));
        return calls;
    }
}
