package kz.qalam.admin.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The languages in which the desk speaks to a person. A story's own language is another matter. */
public enum Tongue {
    KK("Қазақша"),
    RU("Русский"),
    EN("English");

    /** Where a person's choice is kept. */
    public static final String COOKIE = "qalam-lang";

    private final String ownName;

    Tongue(String ownName) {
        this.ownName = ownName;
    }

    /** What the person chose; else what their browser asks for; else Kazakh. */
    public static Tongue of(@Nullable String chosen, @Nullable String acceptLanguage) {
        return named(chosen).or(() -> accepted(acceptLanguage)).orElse(KK);
    }

    public static Optional<Tongue> named(@Nullable String code) {
        return Arrays.stream(values()).filter(tongue -> tongue.code().equals(code)).findFirst();
    }

    private static Optional<Tongue> accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(range -> named(range.getRange().split("-", 2)[0])).flatMap(Optional::stream).findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** «kk», «ru», «en»: the value of {@code lang} and of the cookie. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** What the pages say in it, of one of the bundles. */
    public <B> B words(Class<B> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(code()));
    }

    /** What the language calls itself. */
    public String ownName() {
        return ownName;
    }
}
