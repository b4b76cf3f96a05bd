package kz.qalam.publishing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Embed;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.Gallery;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.Provider;
import kz.qalam.core.copy.Quote;
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Table;

/**
 * Sets a story's body: each block by its own small template, but paragraphs, which are most. Whatever a block says is escaped.
 *
 * @param language in which the page speaks
 * @param base what stands before the site's own paths: empty on pages, the site's address in feeds
 * @param root what stands before files, which are the same in every script
 * @param linked the live stories that the body may name
 * @param pictures by reference
 */
record Typesetting(Locale language, String base, String root, Map<UUID, Summary> linked,
        Map<String, Shown> pictures) {

    RawString body(List<Block> blocks) {
        var html = new StringBuilder();
        for (var block : blocks) {
            if (block instanceof Paragraph paragraph) {
                paragraph(html, paragraph.content());
                continue;
            }
            var set = set(block);
            if (set != null) {
                html.append(set.setLocale(language).render());
            }
        }
        return new RawString(html.toString());
    }

    private void paragraph(StringBuilder html, List<Inline> content) {
        if (!content.isEmpty()) {
            html.append("<p>");
            Line.add(html, content, base);
            html.append("</p>\n");
        }
    }

    /** The block's template, or null where it leaves nothing to show. */
    private @Nullable TemplateInstance set(Block block) {
        if (block instanceof Heading heading) {
            return Templates.heading(heading.level(), Line.of(heading.content(), base));
        } else if (block instanceof Speech speech) {
            return Templates.speech(Line.of(speech.words(), base), speech.tail());
        } else if (block instanceof Quote quote) {
            return Templates.quote(Line.of(quote.content(), base), quote.source());
        } else if (block instanceof ListBlock list) {
            return Templates.list(list.ordered(), list.items().stream().map(this::item).toList());
        } else if (block instanceof ImageBlock image) {
            return pictures(List.of(image.picture()));
        } else if (block instanceof Gallery gallery) {
            return pictures(gallery.pictures());
        } else if (block instanceof Embed embed) {
            return Templates.embed(embed.address(), name(embed.provider()));
        } else if (block instanceof Table table) {
            return table(table);
        } else if (block instanceof Factbox box) {
            return Templates.factbox(box.title(), body(box.content()));
        } else if (block instanceof Related related) {
            var stories = related.articles().stream().map(linked::get).filter(Objects::nonNull).toList();
            return stories.isEmpty()
                    ? null
                    : Templates.related(stories.stream().map(story -> new Named(address(story), story.headline(),
                            story.language().code().equals(language.getLanguage()) ? null : story.language().code()))
                            .toList());
        } else if (block instanceof Rule) {
            return Templates.rule();
        }
        throw new IllegalStateException("no template for " + block.type());
    }

    /** What is Russian stands before every script. */
    private String address(Summary story) {
        return (Script.of(story.language()).size() == 1 ? root : base) + story.path();
    }

    /** A story that the body names. */
    record Named(String path, String headline, @Nullable String lang) {}

    /** An item of one paragraph is set without a paragraph of its own. */
    private Item item(ListBlock.Item item) {
        if (item.content().get(0) instanceof Paragraph first) {
            return new Item(Line.of(first.content(), base), body(item.content().subList(1, item.content().size())));
        }
        return new Item(new RawString(""), body(item.content()));
    }

    /** A gallery stands in one figure each; what is not there is passed over with its words kept. */
    private @Nullable TemplateInstance pictures(List<Picture> shown) {
        var set = shown.stream().map(picture -> pictured(picture, pictures, root, false)).filter(Objects::nonNull)
                .toList();
        return set.isEmpty() ? null : Templates.pictures(set, set.size() > 1);
    }

    /** A picture in its place, or null where neither it nor a caption is there. */
    static @Nullable Pictured pictured(Picture picture, Map<String, Shown> pictures, String root, boolean first) {
        var shown = pictures.get(picture.reference());
        var files = shown == null ? null : shown.set(root);
        return files == null && picture.caption().isEmpty()
                ? null
                : new Pictured(files, shown == null ? "" : shown.alt(), picture.caption(),
                        shown == null ? "" : shown.credit(), first);
    }

    /** @param first whether it is what a reader sees first: it is not fetched lazily */
    record Pictured(Shown.@Nullable Set files, String alt, String caption, String credit, boolean first) {}

    private TemplateInstance table(Table table) {
        var rows = new ArrayList<List<RawString>>();
        for (var row : table.rows()) {
            rows.add(row.cells().stream().map(cell -> Line.of(cell.content(), base)).toList());
        }
        return table.header()
                ? Templates.table(rows.get(0), rows.subList(1, rows.size()))
                : Templates.table(null, rows);
    }

    private static String name(Provider provider) {
        return switch (provider) {
            case YOUTUBE -> "YouTube";
            case TELEGRAM -> "Telegram";
            case INSTAGRAM -> "Instagram";
            case X -> "X";
            case FACEBOOK -> "Facebook";
            case TIKTOK -> "TikTok";
        };
    }

    record Item(RawString text, RawString more) {}

    @CheckedTemplate(basePath = "block")
    static final class Templates {
        static native TemplateInstance heading(int level, RawString line);

        static native TemplateInstance speech(RawString line, String tail);

        static native TemplateInstance quote(RawString line, String source);

        static native TemplateInstance list(boolean ordered, List<Item> items);

        static native TemplateInstance pictures(List<Pictured> pictures, boolean gallery);

        static native TemplateInstance embed(String address, String provider);

        static native TemplateInstance table(@Nullable List<RawString> header, List<List<RawString>> rows);

        static native TemplateInstance factbox(String title, RawString content);

        static native TemplateInstance related(List<Named> stories);

        static native TemplateInstance rule();

        private Templates() {
        }
    }
}
