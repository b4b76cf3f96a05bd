package kz.qalam.core.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What a person reads, in their language: Kazakh, unless Russian or English is asked for. The machine's own locale never
 * decides.
 */
public final class Texts {

    private static final Control KAZAKH_UNLESS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String bundle;

    /** @param bundle the bundle's base name; its base file is Kazakh, and {@code _ru} and {@code _en} stand beside it */
    public Texts(String bundle) {
        this.bundle = bundle;
    }

    /**
     * The text of a key, its arguments put in as {@link MessageFormat} does.
     *
     * @throws java.util.MissingResourceException if the bundle lacks the key, which is a fault of ours
     */
    public String get(Locale locale, String key, Object... args) {
        return new MessageFormat(in(locale).getString(key), locale).format(args);
    }

    /** Whether the bundle has the key: for names that grow elsewhere, like moves. */
    public boolean has(Locale locale, String key) {
        return in(locale).containsKey(key);
    }

    private ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(bundle, locale, Texts.class.getClassLoader(), KAZAKH_UNLESS_ASKED);
    }
}
