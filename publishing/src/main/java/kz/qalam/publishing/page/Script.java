package kz.qalam.publishing.page;

import kz.qalam.core.copy.Language;

/**
 * The script in which the site is printed. Every page exists once in each script, under its prefix; Cyrillic, the text of
 * record, has none.
 */
public enum Script {
    CYRILLIC("", "", "ltr");

    private final String prefix;
    private final String subtag;
    private final String direction;

    Script(String prefix, String subtag, String direction) {
        this.prefix = prefix;
        this.subtag = subtag;
        this.direction = direction;
    }

    /** What stands before every address of this script. */
    public String prefix() {
        return prefix;
    }

    /** How the page calls its language. A Russian story is Russian in every script. */
    public String tag(Language language) {
        return language == Language.KK ? language.code() + subtag : language.code();
    }

    public String direction() {
        return direction;
    }
}
