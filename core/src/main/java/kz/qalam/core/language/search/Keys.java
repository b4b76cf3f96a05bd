package kz.qalam.core.language.search;

import java.util.List;

import kz.qalam.core.language.morphology.Analyser;

/** The keys under which the forms of a word meet. */
@FunctionalInterface
public interface Keys {

    /** The one key that is indexed, then other likely ones for queries, best first. Never empty; the word is in lower case. */
    List<String> of(String word);

    /** By the analyser of this version. */
    static Keys shipped() {
        return Analyser.shipped()::keys;
    }
}
