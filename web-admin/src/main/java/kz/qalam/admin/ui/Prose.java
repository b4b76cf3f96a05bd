package kz.qalam.admin.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import kz.qalam.core.copy.Authorship;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Embed;
import kz.qalam.core.copy.Factbox;
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
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Segment;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Style;
import kz.qalam.core.copy.Table;
import kz.qalam.core.copy.Xhtml;
import kz.qalam.core.media.PictureShown;

/**
 * A story's text as the desk shows it where it is read and not written. The only place that makes HTML outside a
 * template: blocks and marks nest, which templates do badly. Every word passes through {@link Xhtml#escaped}.
 */
final class Prose {

    private final StringBuilder html = new StringBuilder();
    private final Messages words;
    private final PictureMessages ofPictures;
    private final WritingMessages ofStories;

    private Prose(Object locale) {
        Localized language = Localized.Literal.of(((Locale) locale).toLanguageTag());
        words = MessageBundles.get(Messages.class, language);
        ofPictures = MessageBundles.get(PictureMessages.class, language);
        ofStories = MessageBundles.get(WritingMessages.class, language);
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

    /** A single block, as it reads. */
    @TemplateExtension
    static RawString prose(Block block, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        prose.block(block);
        return new RawString(prose.html.toString());
    }

    /** Whether it is more than words: compared by words alone, a change in it would go unseen. */
    @TemplateExtension
    static boolean seen(Block block) {
        return block instanceof ImageBlock || block instanceof Gallery || block instanceof Embed
                || block instanceof Related || block instanceof Table || block instanceof Rule;
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
            figures(List.of(image.picture()));
        } else if (block instanceof Gallery gallery) {
            figures(gallery.pictures());
        } else if (block instanceof Rule) {
            html.append("<hr>");
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Factbox box) {
            html.append("<aside class=\"factbox\"><p class=\"card-kind\">")
                    .append(Xhtml.escaped(words.blockType(box.type()))).append("</p>");
            if (!box.title().isEmpty()) {
                html.append("<h3>").append(Xhtml.escaped(box.title())).append("</h3>");
            }
            box.content().forEach(this::block);
            html.append("</aside>");
        } else if (block instanceof Embed embed) {
            card(embed, () -> link(embed.address(), embed.address(), true));
        } else if (block instanceof Related related) {
            card(related, () -> stories(related.articles()));
        } else {
            card(block, () -> html.append(Xhtml.escaped(block.text())));
        }
    }

    private void card(Block block, Runnable gist) {
        html.append("<div class=\"card\"><span class=\"card-kind\">")
                .append(Xhtml.escaped(words.blockType(block.type()))).append("</span><span class=\"card-gist\">");
        gist.run();
        html.append("</span></div>");
    }

    private void link(String address, String text, boolean elsewhere) {
        html.append("<a ").append(elsewhere ? "rel=\"noopener noreferrer\" target=\"_blank\" " : "").append("href=\"")
                .append(Xhtml.escaped(address)).append("\">").append(Xhtml.escaped(text)).append("</a>");
    }

    /** By their headlines; of one that this person may not read, and readers do not have, only that it is named. */
    private void stories(List<UUID> stories) {
        Map<UUID, String> headlines = Referred.now().headlines(stories);
        for (int i = 0; i < stories.size(); i++) {
            String headline = headlines.get(stories.get(i));
            html.append(i == 0 ? "" : "<br>");
            if (headline == null) {
                html.append(Xhtml.escaped(ofStories.relatedUnknown()));
            } else {
                link("/stories/" + stories.get(i), headline, false);
            }
        }
    }

    private void table(Table table) {
        html.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Xhtml.escaped(words.blockType(table.type()))).append("\"><table>");
        for (int i = 0; i < table.rows().size(); i++) {
            String cell = table.header() && i == 0 ? "th" : "td";
            html.append("<tr>");
            table.rows().get(i).cells().forEach(one -> element(cell, "", one.content()));
            html.append("</tr>");
        }
        html.append("</table></div>");
    }

    private void figures(List<Picture> pictures) {
        Map<String, PictureShown> shown = Referred.now().shown(pictures);
        pictures.forEach(picture -> figure(picture,
                shown.getOrDefault(picture.reference(), PictureShown.NOTHING)));
    }

    /** Exactly the version that the copy names: what is read here is what is approved. */
    private void figure(Picture picture, PictureShown shown) {
        html.append("<figure class=\"figure\"><img src=\"/pictures/").append(picture.id()).append("/versions/")
                .append(picture.version()).append("/renditions/960\" alt=\"\" loading=\"lazy\"><figcaption>")
                .append(Xhtml.escaped(picture.caption()));
        said(ofPictures.alt(), shown.alt().isEmpty() ? "–" : shown.alt());
        said(ofPictures.credit(), shown.credit());
        said(ofPictures.licence(), shown.terms());
        html.append(" <a class=\"small\" href=\"/pictures/")
                .append(picture.id()).append("\">").append(Xhtml.escaped(ofPictures.picture())).append(", ")
                .append(Xhtml.escaped(ofPictures.versionNumber(picture.version())))
                .append("</a></figcaption></figure>");
    }

    private void said(String of, String what) {
        if (!what.isEmpty()) {
            html.append("<span class=\"said\"><b>").append(Xhtml.escaped(of)).append(":</b> ")
                    .append(Xhtml.escaped(what)).append("</span>");
        }
    }

    @TemplateExtension
    static RawString prose(Picture picture, @TemplateExtension.TemplateAttribute Object locale) {
        Prose prose = new Prose(locale);
        prose.figures(List.of(picture));
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
