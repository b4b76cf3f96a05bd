package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One value of a document being read, and where it stands. What does not fit is noted with its place, and something
 * harmless is handed out instead, so that the reading goes on to the next problem.
 */
final class Place {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID NOBODY = new UUID(0, 0);

    private final JsonNode value;
    private final String pointer;
    private final Reading reading;

    Place(JsonNode value, String pointer, Reading reading) {
        this.value = value;
        this.pointer = pointer;
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    /** Nothing stands here; {@code null} says the same as leaving a field out. */
    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    boolean isText() {
        return value.isTextual();
    }

    boolean isEmpty() {
        return isAbsent() || (value.isTextual() && value.textValue().isEmpty());
    }

    void problem(String key, Object... args) {
        reading.problem(pointer, key, args);
    }

    /** Text of at most {@code most} characters (code points), in NFC; empty when absent. */
    String text(int most) {
        return text(0, most);
    }

    /** Text of {@code least} to {@code most} characters, in NFC; where {@code least} is above 0, not blank. */
    String text(int least, int most) {
        if (isAbsent()) {
            if (least > 0) {
                problem("required");
            }
            return "";
        }
        if (!value.isTextual()) {
            problem("not-text");
            return "";
        }
        String text = value.textValue();
        if (reading.isOpen(pointer)) {
            return Characters.normal(text);
        }
        Integer intruder = Characters.refused(text);
        if (intruder != null) {
            problem("character", String.format("U+%04X", intruder));
            return "";
        }
        text = Characters.normal(text);
        if (text.codePointCount(0, text.length()) > most && !reading.isUnfinished()) {
            problem("too-long", most);
            return "";
        }
        if (least > 0 && text.isBlank()) {
            problem("required");
        }
        return text;
    }

    /** Text of a form, which must be there; {@code key} names what is wrong where it has another. */
    String text(int most, Pattern form, String key) {
        String text = text(1, most);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            problem(key);
        }
        return text;
    }

    /** Text that is either absent (null; so is empty text) or of at most {@code most} characters. */
    @Nullable
    String optionalText(int most) {
        return Characters.optional(text(0, most));
    }

    /** As {@link #optionalText}, and of a form; {@code key} names what is wrong where it is not. */
    @Nullable
    String optionalText(int most, Pattern form, String key) {
        String text = optionalText(most);
        if (text != null && !form.matcher(text).matches()) {
            problem(key);
        }
        return text;
    }

    boolean flag() {
        if (!isAbsent() && !value.isBoolean()) {
            problem("not-flag");
        }
        return value.booleanValue();
    }

    int number(int least, int most) {
        if (isAbsent()) {
            problem("required");
            return least;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least
                || value.intValue() > most) {
            problem("not-number", least, most);
            return least;
        }
        return value.intValue();
    }

    UUID id() {
        UUID id = optionalId();
        if (id == null) {
            problem("required");
            return NOBODY;
        }
        return id;
    }

    @Nullable
    UUID optionalId() {
        if (isAbsent()) {
            return null;
        }
        if (!value.isTextual() || !UUID_FORM.matcher(value.textValue()).matches()) {
            problem("not-id");
            return NOBODY;
        }
        return UUID.fromString(value.textValue());
    }

    /** One of a closed set of values by their written form; null when absent or unknown. */
    <T> @Nullable T choice(Map<String, T> known) {
        if (isAbsent()) {
            return null;
        }
        T chosen = value.isTextual() ? known.get(value.textValue()) : null;
        if (chosen == null) {
            problem("unknown-value", String.join(", ", known.keySet()));
        }
        return chosen;
    }

    /** The elements of an array; none when absent. */
    List<Place> items(int least, int most) {
        if (!isAbsent() && !value.isArray()) {
            problem("not-array");
            return List.of();
        }
        if (value.size() < least) {
            problem("too-few", least);
        }
        if (value.size() > most) {
            problem("too-many", most);
            if (!reading.isOpen(pointer)) {
                return List.of();
            }
        }
        List<Place> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(new Place(value.get(i), pointer + "/" + i, reading));
        }
        return items;
    }

    /** The elements of an array read one by one, none of them twice. */
    <T> List<T> distinct(int least, int most, Function<Place, T> read) {
        List<T> all = new ArrayList<>();
        Set<T> seen = new HashSet<>();
        for (Place item : items(least, most)) {
            T one = read.apply(item);
            if (!seen.add(one)) {
                item.problem("repeated");
            }
            all.add(one);
        }
        return all;
    }

    /** An object's fields; without any when absent. */
    Fields fields() {
        if (!isAbsent() && !value.isObject()) {
            problem("not-object");
        }
        return new Fields(value, pointer, reading);
    }

    /** The object that stands here, or null when absent. */
    <T> @Nullable T optional(Function<Fields, T> read) {
        return isAbsent() ? null : object(read);
    }

    /** The object that stands here; without any fields when absent. */
    <T> T object(Function<Fields, T> read) {
        Fields fields = fields();
        T object = read.apply(fields);
        fields.refuseOthers();
        return object;
    }
}
