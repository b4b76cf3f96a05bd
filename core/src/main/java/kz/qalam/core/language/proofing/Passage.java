package kz.qalam.core.language.proofing;

import java.util.List;

/**
 * A piece of a text that is read together with others: a headline, a paragraph, a cell.
 *
 * @param foreign where it is in another language, in UTF-16 units; left alone
 */
public record Passage(String text, List<Span> foreign) {

    public Passage {
        foreign = List.copyOf(foreign);
    }
}
