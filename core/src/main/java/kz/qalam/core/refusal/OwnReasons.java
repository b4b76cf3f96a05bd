package kz.qalam.core.refusal;

import java.util.Locale;
import java.util.Map;

/**
 * Why the newsroom itself held or withdrew something: the database keeps one sentence for each, and whoever asks reads it
 * in their own language. What a person wrote stays as they wrote it.
 */
public final class OwnReasons {

    private static final Map<String, String> KEYS = Map.of("Суреттің лицензиясы біткен", "rights-ended",
            "Жарияда тұру мерзімі өтіп кеткен", "term-over", "Жарияда тұру мерзімі аяқталды", "term-ended", "redacted",
            "redacted");

    private OwnReasons() {
    }

    /** @param reason as it is kept */
    public static String said(String reason, Locale locale) {
        String key = KEYS.get(reason);
        return key == null ? reason : Refusal.TEXTS.get(locale, "own-reason." + key);
    }
}
