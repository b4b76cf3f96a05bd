package kz.qalam.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;

/** Which language to answer in. */
public final class Tongues {

    private static final Locale KAZAKH = Locale.forLanguageTag("kk");

    private static final List<Locale> ALL = List.of(KAZAKH, Locale.forLanguageTag("ru"), Locale.ENGLISH);

    /** A longer header is nobody's honest wish. */
    private static final int MOST = 200;

    private Tongues() {
    }

    /** Kazakh, unless Russian or English is asked for before it. */
    public static Locale asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > MOST) {
            return KAZAKH;
        }
        try {
            Locale wished = Locale.lookup(LanguageRange.parse(acceptLanguage), ALL);
            return wished == null ? KAZAKH : wished;
        } catch (IllegalArgumentException e) {
            return KAZAKH;
        }
    }
}
