package kz.qalam.publishing.page;

import java.util.List;
import java.util.Locale;

import kz.qalam.core.copy.Language;
import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Latin;

/**
 * The script in which the site is printed. Every Kazakh page exists once in each script, under its prefix; Cyrillic, the
 * text of record, has none. What is Russian exists once, in Cyrillic.
 */
public enum Script {
    CYRILLIC("", "", "Cyrl", "ltr", "Қаз"),
    LATIN("/latn", "-Latn", "Latn", "ltr", "Qaz"),
    ARABIC("/arab", "-Arab", "Arab", "rtl", "قاز");

    private static final List<Script> ALL = List.of(values());
    private static final List<Script> RECORD = List.of(CYRILLIC);

    private final String prefix;
    private final String subtag;
    private final String code;
    private final String direction;
    private final String label;

    Script(String prefix, String subtag, String code, String direction, String label) {
        this.prefix = prefix;
        this.subtag = subtag;
        this.code = code;
        this.direction = direction;
        this.label = label;
    }

    /** The scripts in which what is written in a language stands, the text of record first. */
    public static List<Script> of(Language language) {
        return language == Language.KK ? ALL : RECORD;
    }

    /** What stands before every address of this script. */
    public String prefix() {
        return prefix;
    }

    /** How the page calls its language. A Russian story is Russian in every script. */
    public String tag(Language language) {
        return language == Language.KK ? language.code() + subtag : language.code();
    }

    /** The same for search engines, to whom Cyrillic is named too. */
    String alternate() {
        return Language.KK.code() + "-" + code;
    }

    /** In which the site itself speaks. */
    Locale locale(Language language) {
        return Locale.forLanguageTag(tag(language));
    }

    public String direction() {
        return direction;
    }

    /** What the way to it is called. */
    String label() {
        return label;
    }

    /** Kazakh text in this script. */
    public String of(String text) {
        return switch (this) {
            case CYRILLIC -> text;
            case LATIN -> Latin.usual().of(text);
            case ARABIC -> Isolation.of(Arabic.usual().of(text));
        };
    }

    /** The story's path without a script's prefix. */
    public static String bare(String path) {
        for (var script : ALL) {
            if (!script.prefix.isEmpty() && path.startsWith(script.prefix + "/")) {
                return path.substring(script.prefix.length());
            }
        }
        return path;
    }
}
