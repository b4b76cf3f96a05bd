package kz.qalam.core.language;

import java.util.List;

/** A tool for the language that works line by line: what {@code ./qalam lang} and the API run. */
@FunctionalInterface
public interface LineTool {

    /** The answer to one line, without an end of line; any text at all has one, in time and memory that its length bounds. */
    String answer(String line);

    /** The answers to all lines, as many and in the same order, unless order is what the tool is asked for. */
    default List<String> answers(List<String> lines) {
        return lines.stream().map(this::answer).toList();
    }

    /** Whether the answers can only be given once the last line is known. */
    default boolean needsAll() {
        return false;
    }
}
