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
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import kz.qalam.api.problem.Problems;

/**
 * Completes the API's description with what no method says: the schema of copy, the problems that any call may meet, and
 * what is always there and what may be null, which the records' own types say.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Keys of JSON Schema whose values are schemas by name, lists of schemas, and schemas. */
    private static final List<String> NAMED = List.of("properties");
    private static final List<String> LISTED = List.of("allOf", "oneOf");
    private static final List<String> SINGLE = List.of("items");

    private static final DotName SCHEMA = DotName.createSimple(
            "org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName LEFT_OUT = DotName.createSimple(JsonInclude.class);
    private static final DotName INPUT = DotName.createSimple(Input.class);

    private final IndexView index;

    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        records().forEach(record -> {
            AnnotationValue name = record.declaredAnnotation(SCHEMA).value("name");
            Schema schema = name == null ? null : api.getComponents().getSchemas().get(name.asString());
            if (schema != null && schema.getProperties() != null) {
                sayWhatMayBeNull(record, schema);
            }
        });
        schemas().properties()
                .forEach(each -> api.getComponents().addSchema(each.getKey(), schema(each.getValue())));
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                    .forEach(ApiDescription::addProblems);
        }
    }

    private List<ClassInfo> records() {
        return index.getAnnotations(SCHEMA).stream().map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS).map(AnnotationTarget::asClass)
                .filter(ClassInfo::isRecord).toList();
    }

    private static void sayWhatMayBeNull(ClassInfo record, Schema schema) {
        List<String> required = new ArrayList<>();
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        for (RecordComponentInfo component : record.unsortedRecordComponents()) {
            Schema property = properties.get(component.name());
            if (property == null) {
                continue;
            }
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            boolean leftOut = component.hasAnnotation(LEFT_OUT)
                    || record.field(component.name()).hasAnnotation(LEFT_OUT);
            if (!leftOut && !(nullable && record.interfaceNames().contains(INPUT))) {
                required.add(component.name());
            }
            if (nullable && !leftOut) {
                properties.put(component.name(), orNull(property));
            }
        }
        schema.setProperties(properties);
        schema.setRequired(required);
    }

    private static Schema orNull(Schema property) {
        if (mayBeNull(property)) {
            return property; // the description is built more than once
        }
        if (property.getRef() == null && property.getType() != null) {
            List<Schema.SchemaType> types = new ArrayList<>(property.getType());
            types.add(Schema.SchemaType.NULL);
            property.setType(types);
            return property;
        }
        Schema some = property.getRef() == null ? property : OASFactory.createSchema().ref(property.getRef());
        return OASFactory.createSchema().description(property.getDescription())
                .oneOf(List.of(some, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }

    private static boolean mayBeNull(Schema property) {
        List<Schema.SchemaType> types = property.getType();
        if (types != null && types.contains(Schema.SchemaType.NULL)) {
            return true;
        }
        return property.getOneOf() != null && property.getOneOf().stream().anyMatch(ApiDescription::mayBeNull);
    }

    private static void addProblems(Operation operation) {
        // what Quarkus says by itself, without a word of ours
        operation.getResponses().removeAPIResponse("400");
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
