package kz.qalam.core.copy;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What is said of a piece of text: how it is set, where it leads, or which language it is in. */
public sealed interface Mark permits Link, Lang, Style {

    /** The mark's name in JSON. */
    String type();

    JsonNode json();

    /** The same marks in the one order in which they are kept, so that equal text has equal marks. */
    static List<Mark> ordered(List<Mark> marks) {
        return marks.stream().distinct().sorted(Comparator.comparing(Mark::type)).toList();
    }
}
