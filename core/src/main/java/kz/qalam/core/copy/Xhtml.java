package kz.qalam.core.copy;

import java.util.List;
import java.util.function.Function;

/**
 * A body as XHTML, for whoever takes stories over: plain elements that any receiver knows, and nothing that runs. It is well
 * formed whatever the text is. Related stories are no part of it.
 */
public final class Xhtml {

    /** Where a picture stands and what it shows. */
    public record Shown(String address, String alt) {}

    private final Function<Picture, Shown> shown;
    private final StringBuilder xhtml = new StringBuilder();

    private Xhtml(Function<Picture, Shown> shown) {
        this.shown = shown;
    }

    /** @param shown of each picture of the copy */
    public static String of(Copy copy, Function<Picture, Shown> shown) {
        Xhtml xhtml = new Xhtml(shown);
        copy.body().forEach(xhtml::block);
        return xhtml.xhtml.toString();
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            element("p", paragraph.content());
        } else if (block instanceof Heading heading) {
            element("h" + heading.level(), heading.content());
        } else if (block instanceof Speech speech) {
            element("p", speech.printed());
        } else if (block instanceof Quote quote) {
            xhtml.append("<blockquote>");
            element("p", quote.content());
            if (!quote.source().isEmpty()) {
                xhtml.append("<p><cite>").append(escaped(quote.source())).append("</cite></p>");
            }
            xhtml.append("</blockquote>");
        } else if (block instanceof ListBlock list) {
            list(list);
        } else if (block instanceof ImageBlock image) {
            figure(image.picture());
        } else if (block instanceof Gallery gallery) {
            gallery.pictures().forEach(this::figure);
        } else if (block instanceof Embed embed) {
            String address = escaped(embed.address());
            xhtml.append("<p><a href=\"").append(address).append("\">").append(address).append("</a></p>");
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Factbox box) {
            xhtml.append("<aside>");
            if (!box.title().isEmpty()) {
                xhtml.append("<h2>").append(escaped(box.title())).append("</h2>");
            }
            box.content().forEach(this::block);
            xhtml.append("</aside>");
        } else if (block instanceof Rule) {
            xhtml.append("<hr/>");
        }
    }

    private void list(ListBlock list) {
        String name = list.ordered() ? "ol" : "ul";
        xhtml.append('<').append(name).append('>');
        for (ListBlock.Item item : list.items()) {
            xhtml.append("<li>");
            item.content().forEach(this::block);
            xhtml.append("</li>");
        }
        xhtml.append("</").append(name).append('>');
    }

    private void figure(Picture picture) {
        Shown what = shown.apply(picture);
        xhtml.append("<figure><img src=\"").append(escaped(what.address())).append("\" alt=\"")
                .append(escaped(what.alt())).append("\"/>");
        if (!picture.caption().isEmpty()) {
            xhtml.append("<figcaption>").append(escaped(picture.caption())).append("</figcaption>");
        }
        xhtml.append("</figure>");
    }

    private void table(Table table) {
        xhtml.append("<table><tbody>");
        for (int i = 0; i < table.rows().size(); i++) {
            xhtml.append("<tr>");
            for (Table.Cell cell : table.rows().get(i).cells()) {
                element(table.header() && i == 0 ? "th" : "td", cell.content());
            }
            xhtml.append("</tr>");
        }
        xhtml.append("</tbody></table>");
    }

    private void element(String name, List<Inline> line) {
        xhtml.append('<').append(name).append('>');
        for (Inline piece : line) {
            if (piece == Break.LINE) {
                xhtml.append("<br/>");
            } else {
                piece(piece.text(), piece.marks());
            }
        }
        xhtml.append("</").append(name).append('>');
    }

    private void piece(String text, List<Mark> marks) {
        if (marks.isEmpty()) {
            xhtml.append(escaped(text));
            return;
        }
        Mark mark = marks.get(0);
        String name = mark instanceof Link ? "a" : mark instanceof Lang ? "span" : mark.type();
        xhtml.append('<').append(name);
        if (mark instanceof Link link) {
            xhtml.append(" href=\"").append(escaped(link.href())).append('"');
        } else if (mark instanceof Lang lang) {
            String code = escaped(lang.code());
            xhtml.append(" lang=\"").append(code).append("\" xml:lang=\"").append(code).append('"');
        }
        xhtml.append('>');
        piece(text, marks.subList(1, marks.size()));
        xhtml.append("</").append(name).append('>');
    }

    /** A text as what stands between tags, or between the quotes of an attribute, of HTML and XML alike. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
