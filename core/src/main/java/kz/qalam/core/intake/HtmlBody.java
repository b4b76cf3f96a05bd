package kz.qalam.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.ListBlock.Item;
import kz.qalam.core.copy.Mark;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Quote;
import kz.qalam.core.copy.Rule;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Style;
import kz.qalam.core.copy.Table;
import kz.qalam.core.copy.Text;

/** What stands in an element of a page as blocks of copy. Markup that copy does not know leaves its text behind. */
final class HtmlBody {

    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t\r]*\n\\s*");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private static final Set<String> CONTAINERS = Set.of("address", "article", "aside", "body", "caption", "center",
            "dd", "details",
            "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
            "legend", "li",
            "main", "menu", "nav", "p", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr");

    private static final Set<String> MEDIA = Set.of("img", "picture", "video", "audio", "canvas", "map");

    private static final int DEEPEST_LIST = 3;
    private static final int MOST_COLUMNS = 12;
    private static final int MOST_ROWS = 200;
    private static final int MOST_IN_SOURCE = 300;

    private final Cleaning cleaning;
    private final boolean blankLinesDivide;
    private final int listsAround;
    private final List<Block> blocks = new ArrayList<>();
    private final InlineRun run = new InlineRun();
    private int media;

    private HtmlBody(Cleaning cleaning, boolean blankLinesDivide, int listsAround) {
        this.cleaning = cleaning;
        this.blankLinesDivide = blankLinesDivide;
        this.listsAround = listsAround;
    }

    /**
     * @param element not nested deeper than the stack allows
     * @param blankLinesDivide whether a blank line ends a paragraph and a line end breaks it, as in WordPress's older
     *     posts
     */
    static HtmlBody of(Element element, Cleaning cleaning, boolean blankLinesDivide) {
        HtmlBody body = new HtmlBody(cleaning, blankLinesDivide, 0);
        body.readWithin(element, List.of());
        body.endParagraph();
        return body;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** How many pictures and the like were passed over. */
    int media() {
        return media;
    }

    private void readWithin(Element element, List<Mark> marks) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                addText(text.getWholeText(), marks);
            } else if (node instanceof Element child) {
                read(child, marks);
            }
        }
    }

    private void addText(String text, List<Mark> marks) {
        if (!blankLinesDivide) {
            run.add(cleaned(text), marks);
            return;
        }
        String[] paragraphs = BLANK_LINE.split(text, -1);
        for (int i = 0; i < paragraphs.length; i++) {
            if (i > 0) {
                endParagraph();
            }
            addLines(paragraphs[i], marks);
        }
    }

    private void addLines(String text, List<Mark> marks) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                addBreak();
            }
            run.add(cleaned(lines[i]), marks);
        }
    }

    /** Line ends are white space here, so they must not be taken for controls. */
    private String cleaned(String text) {
        return cleaning.clean(text.replace('\n', ' ').replace('\r', ' ').replace('\f', ' '));
    }

    private void addBreak() {
        if (run.addBreak()) {
            endParagraph();
        }
    }

    private void read(Element element, List<Mark> marks) {
        String name = element.normalName();
        switch (name) {
            case "br" -> addBreak();
            case "h1", "h2" -> addHeading(element, 2);
            case "h3", "h4", "h5", "h6" -> addHeading(element, 3);
            case "ul", "ol" -> addList(element);
            case "blockquote" -> addQuote(element);
            case "table" -> addTable(element);
            case "pre" -> addPreformatted(element);
            case "hr" -> {
                endParagraph();
                blocks.add(new Rule());
            }
            default -> {
                if (MEDIA.contains(name)) {
                    media++;
                }
                if (CONTAINERS.contains(name)) {
                    endParagraph();
                    readWithin(element, marks);
                    endParagraph();
                } else {
                    readWithin(element, marked(element, marks));
                }
            }
        }
    }

    private static List<Mark> marked(Element element, List<Mark> marks) {
        Stream<Mark> added = switch (element.normalName()) {
            case "strong", "b" -> Stream.of(Style.STRONG);
            case "em", "i", "cite", "dfn" -> Stream.of(Style.EM);
            case "sub" -> Stream.of(Style.SUB);
            case "sup" -> Stream.of(Style.SUP);
            case "a" -> link(element);
            default -> foreign(element);
        };
        List<Mark> all = new ArrayList<>(marks);
        added.filter(mark -> all.stream().noneMatch(other -> other.type().equals(mark.type()))).forEach(all::add);
        return List.copyOf(all);
    }

    private static Stream<Mark> link(Element element) {
        String href = element.absUrl("href").strip();
        return Link.mayLeadTo(href) ? Stream.of(new Link(href)) : Stream.empty();
    }

    private static Stream<Mark> foreign(Element element) {
        String code = element.attr("lang").strip();
        return LANGUAGE_TAG.matcher(code).matches() && code.length() <= 35
                && !code.toLowerCase(Locale.ROOT).startsWith("kk")
                        ? Stream.of(new Lang(code))
                        : Stream.empty();
    }

    private void endParagraph() {
        List<Inline> line = run.take();
        if (line.isEmpty()) {
            return;
        }
        Speech speech = DirectSpeech.read(line);
        blocks.add(speech == null ? new Paragraph(line) : speech);
    }

    private void addHeading(Element element, int level) {
        List<Inline> line = new ArrayList<>();
        for (Block block : within(element)) {
            if (!line.isEmpty()) {
                line.add(Break.LINE);
            }
            line.addAll(block.printed());
        }
        if (!line.isEmpty()) {
            blocks.add(new Heading(level, line));
        }
    }

    /** The blocks within an element that becomes one block itself. */
    private List<Block> within(Element element) {
        endParagraph();
        return within(element, listsAround);
    }

    private List<Block> within(Element element, int lists) {
        HtmlBody inner = new HtmlBody(cleaning, blankLinesDivide, lists);
        inner.readWithin(element, List.of());
        inner.endParagraph();
        media += inner.media;
        return inner.blocks;
    }

    private void addList(Element list) {
        endParagraph();
        boolean tooDeep = listsAround == DEEPEST_LIST;
        List<Item> items = new ArrayList<>();
        for (Node node : list.childNodes()) {
            boolean isItem = node instanceof Element child && child.normalName().equals("li");
            Element item = isItem ? (Element) node : new Element("li").appendChild(node.clone());
            List<Block> content = within(item, tooDeep ? listsAround : listsAround + 1);
            if (tooDeep) {
                blocks.addAll(content);
            } else if (!content.isEmpty()) {
                items.add(item(content));
            }
        }
        if (!items.isEmpty()) {
            blocks.add(new ListBlock(list.normalName().equals("ol"), items));
        }
    }

    /** An item holds paragraphs and lists, a paragraph first; whatever else stood in it is read as a paragraph. */
    private static Item item(List<Block> content) {
        List<Block> held = new ArrayList<>();
        for (Block block : content) {
            held.add(block instanceof ListBlock || block instanceof Paragraph ? block : new Paragraph(block.printed()));
        }
        if (!(held.get(0) instanceof Paragraph)) {
            held.add(0, new Paragraph(List.of()));
        }
        return new Item(held);
    }

    private void addQuote(Element element) {
        Elements named = element.select("> cite, > footer, > p > cite:only-child");
        String source = Spaces.single(cleaning.clean(named.text().replace('\n', ' ')));
        boolean fits = source.codePointCount(0, source.length()) <= MOST_IN_SOURCE && named.size() == 1;
        if (fits) {
            named.remove();
        }
        List<Inline> words = new ArrayList<>();
        for (Block block : within(element)) {
            if (!words.isEmpty()) {
                words.add(Break.LINE);
            }
            words.addAll(block.printed());
        }
        if (!words.isEmpty()) {
            blocks.add(new Quote(words, fits ? source : ""));
        } else if (fits) {
            blocks.add(new Paragraph(source));
        }
    }

    /** A table of data as a table; one that lays a page out, or is too large, as what stands in its cells. */
    private void addTable(Element table) {
        endParagraph();
        Elements rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        int columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        boolean laysOut = !table.select("table table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, hr, pre").isEmpty();
        if (laysOut || columns < 2 || columns > MOST_COLUMNS || rows.size() > MOST_ROWS) {
            readWithin(table, List.of());
            endParagraph();
            return;
        }
        table.select("> caption").forEach(caption -> blocks.addAll(within(caption)));
        boolean header = cells(rows.get(0)).stream().allMatch(cell -> cell.normalName().equals("th"));
        blocks.add(new Table(header, rows.stream().map(row -> row(row, columns)).toList()));
    }

    private static Elements cells(Element row) {
        return row.select("> td, > th");
    }

    private Table.Row row(Element row, int columns) {
        List<Table.Cell> cells = new ArrayList<>();
        for (Element cell : cells(row)) {
            List<Inline> content = new ArrayList<>();
            for (Block block : within(cell)) {
                if (!content.isEmpty()) {
                    content.add(Break.LINE);
                }
                content.addAll(block.printed());
            }
            cells.add(new Table.Cell(content));
        }
        while (cells.size() < columns) {
            cells.add(new Table.Cell(List.of()));
        }
        return new Table.Row(cells);
    }

    private void addPreformatted(Element element) {
        endParagraph();
        List<Inline> lines = new ArrayList<>();
        for (String line : element.wholeText().split("\n", -1)) {
            if (!lines.isEmpty()) {
                lines.add(Break.LINE);
            }
            lines.add(new Text(cleaned(line)));
        }
        Paragraph paragraph = new Paragraph(lines);
        if (!paragraph.text().isBlank()) {
            blocks.add(paragraph);
        }
    }
}
