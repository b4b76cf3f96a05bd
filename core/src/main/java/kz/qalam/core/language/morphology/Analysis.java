package kz.qalam.core.language.morphology;

import java.util.List;

/**
 * One way to read a form.
 *
 * @param lemma the word in the form that stands in a dictionary; of verbs the stem (айт), as the command to one person
 * @param kind n noun, name or adjective; v verb; x a word without forms
 * @param features the suffixes in their order, as docs/language.md names them
 * @param known whether the lemma is in the lexicon or was guessed by sound
 * @param cost 10 × minus the natural logarithm of how likely; less is better, comparable within one form only
 */
public record Analysis(String lemma, String kind, List<String> features, boolean known, int cost) {}
