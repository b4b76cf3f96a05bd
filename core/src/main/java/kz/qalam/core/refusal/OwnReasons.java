package kz.qalam.core.refusal;

import java.util.Locale;
import java.util.Map;

/**
 * Why the newsroom itself held or withdrew something: the database keeps a code for each, and whoever asks reads it in their
 * own language. What a person wrote stays as they wrote it.
 */
public final class OwnReasons {

    private static final Map<String, String> KEYS = Map.of("@rights-ended", "rights-ended", "@term-over", "term-over",
            "@term-ended", "term-ended", "@redacted", "redacted");

    private OwnReasons() {
    }

    /** Whether someone who writes this would be read as the newsroom itself. */
    public static boolean isCode(String reason) {
        return KEYS.containsKey(reason);
    }

    /** @param reason as it is kept */
    public static String said(String reason, Locale locale) {
        String key = KEYS.get(reason);
        return key == null ? reason : Refusal.TEXTS.get(locale, "own-reason." + key);
    }
}
