package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Holds a whole answer against what is expected; «time», «id», «hex» and «text» stand for what no test can know. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static void same(String expected, JsonNode actual) {
        try {
            same(MAPPER.readTree(expected), actual, "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nin " + actual.toPrettyString(), e);
        }
    }

    private static void same(JsonNode expected, JsonNode actual, String pointer) {
        if (expected.isObject() && actual.isObject()) {
            assertEquals(names(expected), names(actual), "fields at " + pointer);
            expected.fieldNames().forEachRemaining(
                    name -> same(expected.get(name), actual.get(name), pointer + "/" + name));
        } else if (expected.isArray() && actual.isArray()) {
            assertEquals(expected.size(), actual.size(), "lines at " + pointer);
            for (int i = 0; i < expected.size(); i++) {
                same(expected.get(i), actual.get(i), pointer + "/" + i);
            }
        } else if (expected.asText().startsWith("«")) {
            fits(expected.asText(), actual, pointer);
        } else {
            assertEquals(expected, actual, pointer);
        }
    }

    private static void fits(String kind, JsonNode actual, String pointer) {
        switch (kind) {
            case "«time»" -> Instant.parse(actual.asText());
            case "«id»" -> UUID.fromString(actual.asText().replace("urn:uuid:", ""));
            case "«hex»" -> assertEquals(true, actual.asText().matches("[0-9a-f]{64}"), pointer);
            case "«text»" -> assertEquals(false, actual.asText().isBlank(), pointer);
            case "«number»" -> assertEquals(true, actual.isNumber(), pointer);
            default -> fail("no such placeholder: " + kind);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
