package kz.qalam.publishing.page;

import java.util.List;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Variant;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.Mark;
import kz.qalam.core.copy.Style;

/** A line of text with its marks as HTML. Set by hand: there are more of these than of all else that is printed. */
final class Line {
    private static final HtmlEscaper ESCAPING = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    private Line() {
    }

    /** @param base what stands before the site's own paths: empty on pages, the site's address in feeds */
    static RawString of(List<Inline> line, String base) {
        var html = new StringBuilder();
        add(html, line, base);
        return new RawString(html.toString());
    }

    static void add(StringBuilder html, List<Inline> line, String base) {
        for (var piece : line) {
            if (piece == Break.LINE) {
                html.append("<br>");
            } else if (piece.marks().isEmpty()) {
                html.append(escaped(piece.text()));
            } else {
                add(html, piece, base);
            }
        }
    }

    /** As a text, or within an attribute between double quotation marks. */
    static String escaped(String text) {
        return ESCAPING.map(text, null);
    }

    private static void add(StringBuilder html, Inline piece, String base) {
        String href = null;
        String lang = null;
        for (Mark mark : piece.marks()) {
            if (mark instanceof Link link) {
                href = link.href().startsWith("/") ? base + link.href() : link.href();
            } else if (mark instanceof Lang foreign) {
                lang = foreign.code();
            }
        }
        if (href != null) {
            html.append("<a href=\"").append(escaped(href)).append("\">");
        }
        if (lang != null) {
            html.append("<span lang=\"").append(escaped(lang)).append("\" dir=\"auto\">");
        }
        for (var tag : Tag.values()) {
            html.append(piece.marks().contains(tag.style) ? tag.begins : "");
        }
        html.append(escaped(piece.text()));
        for (int i = Tag.values().length - 1; i >= 0; i--) {
            var tag = Tag.values()[i];
            html.append(piece.marks().contains(tag.style) ? tag.ends : "");
        }
        html.append(lang == null ? "" : "</span>").append(href == null ? "" : "</a>");
    }

    /** From without to within. */
    private enum Tag {
        STRONG(Style.STRONG),
        EM(Style.EM),
        SUB(Style.SUB),
        SUP(Style.SUP);

        final Style style;
        final String begins = "<" + name().toLowerCase(java.util.Locale.ROOT) + ">";
        final String ends = "</" + name().toLowerCase(java.util.Locale.ROOT) + ">";

        Tag(Style style) {
            this.style = style;
        }
    }
}
