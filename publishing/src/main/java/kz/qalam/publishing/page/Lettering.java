package kz.qalam.publishing.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Embed;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.Gallery;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.Quote;
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Seo;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Table;
import kz.qalam.core.copy.Text;
import kz.qalam.core.language.script.Arabic;

/**
 * Writes what is printed in a script, before it is printed: text only, so that no address and no markup can change. Text
 * that is marked as another language stays, and so does whatever is Russian.
 */
record Lettering(Script script, Spelling spelling) {

    String of(String text) {
        return spelling.of(script, text);
    }

    private @Nullable String optional(@Nullable String text) {
        return text == null ? null : of(text);
    }

    boolean leaves(Language language) {
        return script == Script.CYRILLIC || language != Language.KK;
    }

    Story of(Story story) {
        if (leaves(story.copy().language())) {
            return story;
        }
        return new Story(story.article(), story.path(), of(story.copy()), story.release(), story.publishedAt(),
                story.changedAt(), story.views(),
                story.notes().stream().map(note -> new Note(note.kind(), of(note.text()), note.at())).toList(),
                pictures(story.pictures()));
    }

    private Map<String, Shown> pictures(Map<String, Shown> pictures) {
        var written = new LinkedHashMap<String, Shown>();
        pictures.forEach((reference, shown) -> written.put(reference, of(shown)));
        return written;
    }

    private Shown of(Shown shown) {
        return new Shown(of(shown.alt()), of(shown.credit()), shown.files(), shown.wide());
    }

    Summary of(Summary story) {
        if (leaves(story.language())) {
            return story;
        }
        var picture = story.picture();
        return new Summary(story.article(), story.path(), story.release(), of(story.headline()), of(story.lead()),
                story.language(), story.section(), story.publishedAt(), story.views(),
                picture == null ? null : of(picture));
    }

    Section of(Section section) {
        return script == Script.CYRILLIC
                ? section
                : new Section(section.slug(), of(section.nameKk()), section.nameRu(), section.nameEn(),
                        section.closed(),
                        section.others());
    }

    private Copy of(Copy copy) {
        var seo = copy.seo();
        var source = copy.source();
        return new Copy(of(copy.headline()), of(copy.lead()), copy.language(), of(copy.picture()), blocks(copy.body()),
                copy.bylines().stream().map(byline -> new Byline(of(byline.name()), byline.person())).toList(),
                source == null ? null : new Source(of(source.name()), source.url()), copy.section(),
                copy.tags().stream().map(this::of).toList(), copy.slug(),
                seo == null ? null : new Seo(optional(seo.title()), optional(seo.description())), copy.notices());
    }

    private @Nullable Picture of(@Nullable Picture picture) {
        return picture == null ? null : shown(picture);
    }

    private Picture shown(Picture picture) {
        return new Picture(picture.id(), picture.version(), of(picture.caption()));
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Paragraph paragraph) {
            return new Paragraph(line(paragraph.content()));
        } else if (block instanceof Heading heading) {
            return new Heading(heading.level(), line(heading.content()));
        } else if (block instanceof Speech speech) {
            return new Speech(line(speech.words()), of(speech.tail()));
        } else if (block instanceof Quote quote) {
            return new Quote(line(quote.content()), of(quote.source()));
        } else if (block instanceof ListBlock list) {
            return new ListBlock(list.ordered(),
                    list.items().stream().map(item -> new ListBlock.Item(blocks(item.content()))).toList());
        } else if (block instanceof ImageBlock image) {
            return new ImageBlock(shown(image.picture()));
        } else if (block instanceof Gallery gallery) {
            return new Gallery(gallery.pictures().stream().map(this::shown).toList());
        } else if (block instanceof Table table) {
            return new Table(table.header(), table.rows().stream().map(row -> new Table.Row(
                    row.cells().stream().map(cell -> new Table.Cell(line(cell.content()))).toList())).toList());
        } else if (block instanceof Factbox box) {
            return new Factbox(of(box.title()), blocks(box.content()));
        } else if (block instanceof Embed || block instanceof Related || block instanceof Rule) {
            return block;
        }
        throw new IllegalStateException("no lettering for " + block.type());
    }

    /** A word may begin within a link and end behind it: whether it has a hamza is decided by the whole of it. */
    private List<Inline> line(List<Inline> line) {
        var written = new ArrayList<Inline>(line.size());
        for (int i = 0; i < line.size(); i++) {
            var piece = line.get(i);
            if (isForeign(piece)) {
                written.add(piece);
                continue;
            }
            var text = of(piece.text());
            if (script == Script.ARABIC) {
                if (i > 0 && goesOn(line.get(i - 1), piece) && isHamza(text, 0)) {
                    text = text.substring(1);
                }
                if (i + 1 < line.size() && goesOn(piece, line.get(i + 1))) {
                    text = begun(text, piece.text(), line, i);
                }
            }
            written.add(new Text(text, piece.marks()));
        }
        return written;
    }

    /** With a hamza on its last word if the whole word has one, and only then. */
    private String begun(String text, String source, List<Inline> line, int at) {
        int from = start(source);
        if (from == 0 && at > 0 && goesOn(line.get(at - 1), line.get(at))) {
            // The word began before this piece
            return text;
        }
        var word = new StringBuilder(source.substring(from));
        for (int i = at + 1; i < line.size() && goesOn(line.get(i - 1), line.get(i)); i++) {
            var next = line.get(i).text();
            int end = end(next);
            word.append(next, 0, end);
            if (end < next.length()) {
                break;
            }
        }
        var whole = of(word.toString());
        var before = of(source.substring(0, from));
        var last = of(source.substring(from));
        var has = isHamza(last, 0);
        if (has == isHamza(whole, 0) || !text.endsWith(last)) {
            return text;
        }
        return before + (has ? last.substring(1) : Arabic.HAMZA + last);
    }

    private static boolean isHamza(String text, int at) {
        return at < text.length() && text.charAt(at) == Arabic.HAMZA;
    }

    private static int start(String text) {
        int from = text.length();
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static int end(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(Inline piece, Inline next) {
        return !isForeign(piece) && !isForeign(next)
                && Character.isLetter(piece.text().charAt(piece.text().length() - 1))
                && Character.isLetter(next.text().charAt(0));
    }

    /** Breaks, and what another language's mark keeps as it is. */
    private static boolean isForeign(Inline piece) {
        return piece == Break.LINE || piece.text().isEmpty() || piece.marks().stream().anyMatch(Lang.class::isInstance);
    }
}
