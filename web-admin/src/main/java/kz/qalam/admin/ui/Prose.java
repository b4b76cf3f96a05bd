package kz.qalam.admin.ui;

import java.util.List;
import java.util.Locale;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import kz.qalam.core.copy.Authorship;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Gallery;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.Mark;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.Quote;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Segment;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Style;
import kz.qalam.core.copy.Xhtml;

/**
 * A story's text as the desk shows it where it is read and not written. The only place that makes HTML outside a
 * template: blocks and marks nest, which templates do badly. Every word passes through {@link Xhtml#escaped}.
 */
final class Prose {

    private final StringBuilder html = new StringBuilder();
    private final Messages words;
    private final PictureMessages ofPictures;

    private Prose(Object locale) {
        Localized language = Localized.Literal.of(((Locale) locale).toLanguageTag());
        words = MessageBundles.get(Messages.class, language);
        ofPictures = MessageBundles.get(PictureMessages.class, language);
    }

    @TemplateExtension
    static RawString prose(List<Block> blocks, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        blocks.forEach(prose::block);
        return new RawString(prose.html.toString());
    }

    /** The same, each block saying where it stands, for notes at its passages. */
    @TemplateExtension
    static RawString placed(List<Block> blocks, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        for (int i = 0; i < blocks.size(); i++) {
            prose.html.append("<div class=\"placed\" data-block=\"").append(i).append("\">");
            prose.block(blocks.get(i));
            prose.html.append("</div>");
        }
        return new RawString(prose.html.toString());
    }

    /** A stretch of compared text. */
    @TemplateExtension
    static RawString prose(Segment segment, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        String element = switch (segment.kind()) {
            case SAME -> "";
            case ADDED -> "ins";
            case REMOVED -> "del";
        };
        if (!element.isEmpty()) {
            prose.html.append('<').append(element).append('>');
        }
        prose.marked(segment.text(), segment.marks());
        if (!element.isEmpty()) {
            prose.html.append("</").append(element).append('>');
        }
        return new RawString(prose.html.toString());
    }

    /** A passage of one writer's, as it reads. */
    @TemplateExtension
    static RawString prose(Authorship.Passage passage, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        prose.marked(passage.text(), passage.marks());
        return new RawString(prose.html.toString());
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            element("p", "", paragraph.content());
        } else if (block instanceof Heading heading) {
            element("h" + heading.level(), "", heading.content());
        } else if (block instanceof Speech speech) {
            element("p", "speech", speech.printed());
        } else if (block instanceof Quote quote) {
            html.append("<blockquote class=\"quote\">");
            inline(quote.content());
            if (!quote.source().isEmpty()) {
                html.append("<span class=\"source\">– ").append(Xhtml.escaped(quote.source())).append("</span>");
            }
            html.append("</blockquote>");
        } else if (block instanceof ListBlock list) {
            String name = list.ordered() ? "ol" : "ul";
            html.append('<').append(name).append('>');
            for (ListBlock.Item item : list.items()) {
                html.append("<li>");
                item.content().forEach(this::block);
                html.append("</li>");
            }
            html.append("</").append(name).append('>');
        } else if (block instanceof ImageBlock image) {
            figure(image.picture());
        } else if (block instanceof Gallery gallery) {
            gallery.pictures().forEach(this::figure);
        } else if (block instanceof Rule) {
            html.append("<hr>");
        } else {
            html.append("<div class=\"card\"><span class=\"card-kind\">")
                    .append(Xhtml.escaped(words.blockType(block.type())))
                    .append("</span><span class=\"card-gist\">").append(Xhtml.escaped(block.text()))
                    .append("</span></div>");
        }
    }

    /** Exactly the version that the copy names: what is read here is what is approved. */
    private void figure(Picture picture) {
        html.append("<figure class=\"figure\"><img src=\"/pictures/").append(picture.id()).append("/versions/")
                .append(picture.version()).append("/renditions/960\" alt=\"\" loading=\"lazy\"><figcaption>")
                .append(Xhtml.escaped(picture.caption())).append(" <a class=\"small\" href=\"/pictures/")
                .append(picture.id()).append("\">").append(Xhtml.escaped(ofPictures.picture())).append(", ")
                .append(Xhtml.escaped(ofPictures.versionNumber(picture.version())))
                .append("</a></figcaption></figure>");
    }

    @TemplateExtension
    static RawString prose(Picture picture, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        prose.figure(picture);
        return new RawString(prose.html.toString());
    }

    private void element(String name, String style, List<Inline> content) {
        html.append('<').append(name);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>');
        inline(content);
        html.append("</").append(name).append('>');
    }

    private void inline(List<Inline> content) {
        for (Inline piece : content) {
            if (piece instanceof Break) {
                html.append("<br>");
            } else {
                marked(piece.text(), piece.marks());
            }
        }
    }

    private void marked(String text, List<Mark> marks) {
        marks.forEach(mark -> html.append('<').append(opening(mark)).append('>'));
        html.append(Xhtml.escaped(text));
        for (int i = marks.size() - 1; i >= 0; i--) {
            html.append("</").append(element(marks.get(i))).append('>');
        }
    }

    private static String opening(Mark mark) {
        if (mark instanceof Link link) {
            return "a rel=\"noopener noreferrer\" target=\"_blank\" href=\"" + Xhtml.escaped(link.href()) + '"';
        }
        if (mark instanceof Lang lang) {
            return "span class=\"foreign\" lang=\"" + Xhtml.escaped(lang.code()) + '"';
        }
        return element(mark);
    }

    private static String element(Mark mark) {
        if (mark instanceof Style) {
            return mark.type();
        }
        return mark instanceof Link ? "a" : "span";
    }
}
