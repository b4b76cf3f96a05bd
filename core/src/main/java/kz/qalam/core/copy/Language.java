package kz.qalam.core.copy;

import java.util.Map;

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
        Language language = BY_CODE.get(code);
        if (language == null) {
            throw new IllegalArgumentException("no language: " + code);
        }
        return language;
    }

    /** The language's BCP 47 tag, which is its name in JSON. */
    public String code() {
        return code;
    }
}
