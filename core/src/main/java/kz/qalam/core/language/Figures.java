package kz.qalam.core.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import kz.qalam.core.language.morphology.Inflector;
import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Latin;

/**
 * Numbers as Kazakh news print them, in each script. Figures stay European everywhere; after a number Kazakh counts in the
 * singular (3 пікір), so that no plural has to be chosen.
 */
public final class Figures {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Figures() {
    }

    /** Thousands set apart by no-break spaces: 1 234 567. */
    public static String grouped(long number) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat("#,##0", symbols).format(number);
    }

    /**
     * A number with a case, whose sounds follow how it is read: 1000-нан, 6-дан, 5-тен.
     *
     * @param features as docs/language.md names them: {@code ABL}
     * @param locale {@code kk}, {@code kk-Latn} or {@code kk-Arab}
     */
    public static String inflected(long number, String features, Locale locale) {
        String figures = Long.toString(number);
        String form = Inflector.shipped().form(figures, "N;" + features).orElse(figures);
        return written(form.replaceFirst("^\\d+", grouped(number)), locale);
    }

    /** What is said in Kazakh, in the locale's script. */
    static String written(String kazakh, Locale locale) {
        return switch (locale.getScript()) {
            case "Latn" -> Latin.usual().of(kazakh);
            case "Arab" -> Arabic.usual().of(kazakh);
            default -> kazakh;
        };
    }
}
