package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A piece of a text that is read together with others: a headline, a paragraph, a table.
 *
 * @param foreign where it is in another language, in UTF-16 units; left alone
 * @param parts what is read each by itself, as cells are; what stands between them is not read
 */
public record Passage(String text, List<Span> foreign, List<Span> parts) {

    public Passage {
        foreign = List.copyOf(foreign);
        parts = List.copyOf(parts);
    }

    /** Of one part. */
    public Passage(String text, List<Span> foreign) {
        this(text, foreign, List.of(new Span(0, text.length())));
    }

    /** What is found in each part, counted in the whole. */
    List<Finding> read(BiFunction<String, List<Span>, List<Finding>> reader) {
        List<Finding> findings = new ArrayList<>();
        for (Span part : parts) {
            List<Span> here = foreign.stream().filter(span -> span.touches(part.start(), part.end()))
                    .map(span -> new Span(span.start() - part.start(), span.end() - part.start())).toList();
            reader.apply(text.substring(part.start(), part.end()), here)
                    .forEach(finding -> findings.add(finding.moved(part.start())));
        }
        return findings;
    }
}
