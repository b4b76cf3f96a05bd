package kz.qalam.core.language.proofing;

/**
 * A rule that a newsroom keeps itself: one word is to be written for another, in whatever form it stands.
 *
 * @param lemma the word as a dictionary has it, of verbs the stem; any case
 * @param instead what is to be written, in the same form; of several words the last takes the form. Empty if the word is
 *        only to be marked
 * @param reason for whoever reads the mark; may be empty
 */
public record StyleRule(String lemma, String instead, String reason) {}
