package kz.qalam.core.copy;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The language that a story is written in. Only Kazakh is transliterated, stemmed and proofread as Kazakh. */
public enum Language {
    KK("kk"),
    RU("ru");

    static final Map<String, Language> BY_CODE = Schema.choices(values(), Language::code);

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException when no language has this code */
    public static Language of(String code) {
        return named(code).orElseThrow(() -> new IllegalArgumentException("no language: " + code));
    }

    /** The language with this code, if there is one. */
    public static Optional<Language> named(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(BY_CODE.get(code));
    }

    /** The language's BCP 47 tag, which is its name in JSON. */
    public String code() {
        return code;
    }
}
