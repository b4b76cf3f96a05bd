package kz.qalam.publishing.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.Mark;
import kz.qalam.core.copy.Style;

/** A piece of a line, with its marks as a template asks for them. */
record Run(String text, boolean lineBreak, @Nullable String href, @Nullable String lang, boolean strong, boolean em,
        boolean sub, boolean sup) {

    /** Most are: text without a mark. */
    public boolean plain() {
        return !lineBreak && href == null && lang == null && !strong && !em && !sub && !sup;
    }

    /** @param base what stands before the site's own paths: empty on pages, the site's address in feeds */
    static List<Run> of(List<Inline> line, String base) {
        return line.stream().map(piece -> of(piece, base)).toList();
    }

    private static Run of(Inline piece, String base) {
        String href = null;
        String lang = null;
        for (Mark mark : piece.marks()) {
            if (mark instanceof Link link) {
                href = link.href().startsWith("/") ? base + link.href() : link.href();
            } else if (mark instanceof Lang foreign) {
                lang = foreign.code();
            }
        }
        var marks = piece.marks();
        return new Run(piece.text(), piece == Break.LINE, href, lang, marks.contains(Style.STRONG),
                marks.contains(Style.EM),
                marks.contains(Style.SUB), marks.contains(Style.SUP));
    }
}
