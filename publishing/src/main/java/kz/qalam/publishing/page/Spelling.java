package kz.qalam.publishing.page;

import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Exceptions;
import kz.qalam.core.language.script.Latin;

/**
 * How the site spells Kazakh in Latin and Arabic letters: by the rules, with the newsroom's exceptions. Immutable.
 *
 * @param version of the exception lexicon; 0 before the first
 */
public record Spelling(int version, Exceptions exceptions, Latin latin, Arabic arabic) {

    /** Without exceptions of the newsroom's own. */
    public static final Spelling PLAIN = of(0, Exceptions.NONE);

    public static Spelling of(int version, Exceptions exceptions) {
        return new Spelling(version, exceptions, Latin.usual().with(exceptions), Arabic.usual().with(exceptions));
    }

    /** Kazakh text in a script. */
    public String of(Script script, String text) {
        return switch (script) {
            case CYRILLIC -> text;
            case LATIN -> latin.of(text);
            case ARABIC -> Isolation.of(arabic.of(text));
        };
    }
}
