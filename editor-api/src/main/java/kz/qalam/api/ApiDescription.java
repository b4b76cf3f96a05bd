package kz.qalam.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import kz.qalam.api.problem.Problems;

/** Completes the API's description with what no method says: the schema of copy, and the problems that any call may meet. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Keys of JSON Schema whose values are schemas by name, lists of schemas, and schemas. */
    private static final List<String> NAMED = List.of("properties");
    private static final List<String> LISTED = List.of("allOf", "oneOf");
    private static final List<String> SINGLE = List.of("items");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        schemas().properties()
                .forEach(each -> api.getComponents().addSchema(each.getKey(), schema(each.getValue())));
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                    .forEach(ApiDescription::addProblems);
        }
    }

    private static void addProblems(Operation operation) {
        operation.getResponses().removeAPIResponse("403");
        answer(operation, "401", "No token, or one that is not good here.");
        answer(operation, "default", "A problem: what was refused, why, and the way forward.");
    }

    private static void answer(Operation operation, String status, String description) {
        APIResponse response = OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
        operation.getResponses().addAPIResponse(status, response);
    }

    private static JsonNode schemas() {
        try (InputStream in = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("schemas.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonNode json) {
        Schema schema = OASFactory.createSchema();
        json.properties().forEach(each -> {
            String key = each.getKey();
            JsonNode value = each.getValue();
            if (key.equals("$ref")) {
                schema.setRef(value.asText());
            } else if (NAMED.contains(key)) {
                Map<String, Schema> named = new LinkedHashMap<>();
                value.properties().forEach(one -> named.put(one.getKey(), schema(one.getValue())));
                schema.set(key, named);
            } else if (LISTED.contains(key)) {
                List<Schema> listed = new ArrayList<>();
                value.forEach(one -> listed.add(schema(one)));
                schema.set(key, listed);
            } else if (SINGLE.contains(key)) {
                schema.set(key, schema(value));
            } else {
                set(schema, key, value);
            }
        });
        return schema;
    }

    private static void set(Schema schema, String key, JsonNode value) {
        if (key.equals("type")) {
            List<Schema.SchemaType> types = new ArrayList<>();
            (value.isArray() ? value : List.of(value))
                    .forEach(one -> types.add(Schema.SchemaType.valueOf(one.asText().toUpperCase(Locale.ROOT))));
            schema.setType(types);
        } else if (key.equals("additionalProperties")) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(value.asBoolean()));
        } else {
            schema.set(key, plain(value));
        }
    }

    private static @Nullable Object plain(JsonNode value) {
        return new ObjectMapper().convertValue(value, Object.class);
    }
}
