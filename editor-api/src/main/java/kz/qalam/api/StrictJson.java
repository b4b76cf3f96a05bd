package kz.qalam.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;

import kz.qalam.api.problem.Fault;
import kz.qalam.api.problem.RequestRefused;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Problem;

/**
 * JSON as it is written: UTF-8, no field twice, none unknown, no number for a text, nothing after the end. What is no JSON
 * at all is the request's fault; what is wrong in it is refused with its place.
 */
final class StrictJson {

    /** A copy nests to 40; it may stand one deeper here. */
    private static final int DEEPEST = 42;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST).maxStringLength(JsonBody.MOST_BYTES).maxNumberLength(20).build())
            .build()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).disable(DeserializationFeature.WRAP_EXCEPTIONS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withConfigOverride(List.class,
                    list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .addModule(new SimpleModule().addDeserializer(Copy.class, new CopyReader())
                    .addDeserializer(Instant.class, new TimeReader()))
            .build();

    private StrictJson() {
    }

    static Copy copy(byte[] json) {
        text(json);
        try {
            return Copy.read(json);
        } catch (Invalid e) {
            throw isNoJson(e) ? new RequestRefused(Fault.MALFORMED) : e;
        }
    }

    static <T> T read(byte[] json, Class<T> type) {
        String text = text(json);
        try {
            T input = MAPPER.readValue(text.isBlank() ? "{}" : text, type);
            if (input == null) {
                throw Invalid.of("", "not-object");
            }
            requireAll(input);
            return input;
        } catch (JsonMappingException e) {
            throw new Invalid(List.of(problem(e)));
        } catch (JsonProcessingException e) {
            throw new RequestRefused(Fault.MALFORMED);
        }
    }

    private static String text(byte[] json) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new RequestRefused(Fault.MALFORMED);
        }
    }

    private static boolean isNoJson(Invalid refused) {
        return refused.problems().get(0).pointer().isEmpty() && refused.problems().get(0).key().equals("not-json");
    }

    private static Problem problem(JsonMappingException refused) {
        String pointer = refused.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                .map(name -> "/" + (name == null ? "-" : name.replace("~", "~0").replace("/", "~1")))
                .collect(joining());
        if (refused instanceof UnrecognizedPropertyException) {
            return new Problem(pointer, "unknown-field", List.of());
        }
        Class<?> wanted = refused instanceof InvalidFormatException e ? e.getTargetType() : wanted(refused);
        if (wanted.isEnum()) {
            String choices = Arrays.stream(wanted.getEnumConstants()).map(Object::toString).collect(joining(", "));
            return new Problem(pointer, "unknown-value", List.of(choices));
        }
        if (wanted == Integer.class) {
            return new Problem(pointer, "not-number", List.of(1, Integer.MAX_VALUE));
        }
        if (wanted == String.class) {
            return new Problem(pointer, "not-text", List.of());
        }
        if (wanted == Instant.class) {
            return new Problem(pointer, "not-time", List.of());
        }
        return new Problem(pointer, List.class.isAssignableFrom(wanted) ? "not-array" : "not-object", List.of());
    }

    private static Class<?> wanted(JsonMappingException refused) {
        return refused instanceof MismatchedInputException e
                && e.getTargetType() != null ? e.getTargetType() : Object.class;
    }

    private static void requireAll(Object input) {
        List<Problem> missing = new ArrayList<>();
        for (RecordComponent component : input.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && value(input, component) == null) {
                missing.add(new Problem("/" + component.getName(), "required", List.of()));
            }
        }
        if (!missing.isEmpty()) {
            throw new Invalid(missing);
        }
    }

    private static @Nullable Object value(Object input, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(input);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy within a larger object: its problems are named from the object's root. */
    private static final class CopyReader extends JsonDeserializer<Copy> {

        @Override
        public Copy deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String prefix = parser.getParsingContext().pathAsPointer().toString();
            JsonNode json = context.readTree(parser);
            try {
                return Copy.read(json);
            } catch (Invalid e) {
                throw e.under(prefix);
            }
        }
    }

    /** A time is a text with its zone; a bare number could be seconds or milliseconds, and would publish at once. */
    private static final class TimeReader extends JsonDeserializer<Instant> {

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            try {
                if (parser.currentToken().isNumeric() || text == null) {
                    throw new DateTimeException("a number");
                }
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw InvalidFormatException.from(parser, "not a time", text, Instant.class);
            }
        }
    }
}
