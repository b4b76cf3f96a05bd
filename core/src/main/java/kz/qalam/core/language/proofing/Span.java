package kz.qalam.core.language.proofing;

/** Part of a line, in UTF-16 units. */
public record Span(int start, int end) {

    boolean touches(int from, int to) {
        return from < end && to > start;
    }
}
