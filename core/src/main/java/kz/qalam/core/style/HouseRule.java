package kz.qalam.core.style;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the house-style book: a word, and what is written for it here.
 *
 * @param word in lower case, as a dictionary has it; every form of it is meant
 * @param newest what it says in its newest version
 * @param live what is in force; absent for a draft and for a retired rule
 * @param met how often writers met it in the last {@value HouseRules#DAYS} days
 */
public record HouseRule(String word, State state, Version newest, @Nullable Live live, @Nullable Retired retired,
        long met) {

    public enum State {
        /** Written down, not in force. */
        DRAFT,
        /** In force; its newest version may still be a draft. */
        LIVE,
        /** In force no more. */
        RETIRED
    }

    /**
     * @param number from 1 within the rule
     * @param instead what is to be written; empty if the word is only to be marked
     * @param by the name of who wrote this version
     */
    public record Version(int number, String instead, String reason, String by, Instant at) {}

    /** @param by the name of who put it in force */
    public record Live(Version version, String by, Instant since) {}

    /** @param by the name of who took it out of force */
    public record Retired(String by, Instant at) {}

    /** Whether a version waits to be put in force. */
    public boolean isWaiting() {
        return state == State.DRAFT || (live != null && live.version().number() != newest.number());
    }
}
