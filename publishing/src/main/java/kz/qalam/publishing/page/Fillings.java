package kz.qalam.publishing.page;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the gaps of a {@link Mould}. Nothing and the empty text are no filling: a page looks as its gaps are filled, and
 * what stands around one that is not is left out.
 *
 * @param <G> the gaps
 */
final class Fillings<G extends Enum<G>> {

    private final Class<G> kind;
    private final EnumMap<G, String> html;

    Fillings(Class<G> kind) {
        this.kind = kind;
        html = new EnumMap<>(kind);
    }

    /** A text as it stands in a page's head and in attributes, and in what is made further. */
    void text(G gap, @Nullable String text) {
        html(gap, text == null ? null : Line.escaped(text));
    }

    /** A text as it stands in a page's body. */
    void line(G gap, @Nullable String text) {
        html(gap, text == null ? null : Binding.part(Line.escaped(text)));
    }

    void html(G gap, @Nullable String written) {
        if (written != null && !written.isEmpty()) {
            html.put(gap, written);
        }
    }

    String in(G gap) {
        return html.getOrDefault(gap, "");
    }

    Set<G> filled() {
        var filled = EnumSet.noneOf(kind);
        filled.addAll(html.keySet());
        return filled;
    }
}
