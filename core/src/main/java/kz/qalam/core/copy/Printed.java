package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what blocks read as in print. */
final class Printed {

    private Printed() {
    }

    /** Each on lines of its own; what has no words takes no line. */
    static List<Inline> lines(Stream<List<Inline>> parts) {
        return separated(parts.filter(part -> !part.isEmpty()), Break.LINE);
    }

    static List<Inline> separated(Stream<List<Inline>> parts, Inline separator) {
        List<Inline> all = new ArrayList<>();
        for (List<Inline> part : (Iterable<List<Inline>>) parts::iterator) {
            all.addAll(part);
            all.add(separator);
        }
        return Inline.joined(all.isEmpty() ? all : all.subList(0, all.size() - 1));
    }

    static List<Inline> text(String text) {
        return text.isEmpty() ? List.of() : List.of(new Text(text));
    }
}
