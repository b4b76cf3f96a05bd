package kz.qalam.core.intake;

import java.util.List;
import java.util.Locale;

import kz.qalam.core.language.Texts;

/**
 * One thing that was understood of a file, or left out of it, for whoever imports.
 *
 * @param key a stable name in kebab case, as {@code counters}
 * @param args what the text mentions: counts, names of encodings, the name of a source
 */
public record Remark(String key, List<Object> args) {

    private static final Texts TEXTS = new Texts("kz.qalam.core.intake.remarks");

    public Remark {
        args = List.copyOf(args);
    }

    Remark(String key, Object... args) {
        this(key, List.of(args));
    }

    /** The remark in a sentence. Kazakh unless {@code locale} is Russian or English. */
    public String text(Locale locale) {
        return TEXTS.get(locale, key, args.toArray());
    }
}
