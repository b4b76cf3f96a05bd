package kz.qalam.core.refusal;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong in what was sent.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the document
 * @param key what: a stable name in kebab case, as {@code too-long}
 * @param args what the text mentions besides: limits and names, never the writer's words
 */
public record Problem(String pointer, String key, List<Object> args) {

    public Problem {
        args = List.copyOf(args);
    }

    /** The problem in a sentence. Kazakh unless {@code locale} is Russian or English. */
    public String text(Locale locale) {
        return Refusal.TEXTS.get(locale, "problem." + key, args.toArray());
    }

    Problem under(String prefix) {
        return new Problem(prefix + pointer, key, args);
    }
}
