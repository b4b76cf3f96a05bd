package kz.qalam.core.refusal;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** The desk requires fields that are still empty, so the story cannot be submitted. */
public final class Incomplete extends Refusal {

    private final List<String> fields;

    /** @param fields the copy's names of what is missing, as {@code headline} */
    public Incomplete(List<String> fields) {
        super(Kind.INVALID, "incomplete");
        this.fields = List.copyOf(fields);
    }

    public List<String> fields() {
        return fields;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{fields.stream().map(field -> name(locale, field)).collect(joining(", "))};
    }

    private static String name(Locale locale, String field) {
        return TEXTS.has(locale, "field." + field) ? TEXTS.get(locale, "field." + field) : field;
    }
}
