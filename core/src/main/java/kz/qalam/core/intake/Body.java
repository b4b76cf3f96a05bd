package kz.qalam.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.ListBlock.Item;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.core.intake.RawArticle.Line;

/** The lines of a raw body as blocks: direct speech, subheads and lists where they are clear, paragraphs where not. */
final class Body {

    private static final Pattern BULLET = Pattern.compile("[•●▪◦■►‣]\\h*(?<item>\\S.*)");
    private static final Pattern DASH = Pattern.compile("[–—―‒−*·-]\\h+(?<item>\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("(?<number>\\d{1,3})[.)]\\h+(?<item>\\S.*)");

    private static final int MOST_IN_SUBHEAD = 120;

    private final List<Line> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int next;

    private Body(List<Line> lines) {
        this.lines = lines;
    }

    static List<Block> of(List<Line> lines) {
        Body body = new Body(lines);
        while (body.next < lines.size()) {
            body.readBlock();
        }
        return body.blocks;
    }

    private void readBlock() {
        int items = bullets();
        if (items > 0) {
            addList(items, BULLET, false);
            return;
        }
        items = numbers();
        if (items > 1) {
            addList(items, NUMBER, true);
            return;
        }
        items = dashes();
        if (items > 0) {
            addList(items, DASH, false);
            return;
        }
        addLine();
    }

    private void addLine() {
        String text = lines.get(next).text();
        Speech speech = DirectSpeech.read(text);
        if (speech != null) {
            blocks.add(speech);
        } else if (isSubhead()) {
            blocks.add(new Heading(2, List.of(new Text(text))));
        } else {
            blocks.add(new Paragraph(text));
        }
        next++;
    }

    private void addList(int count, Pattern form, boolean ordered) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Matcher item = form.matcher(lines.get(next + i).text());
            if (item.matches()) {
                items.add(new Item(List.of(new Paragraph(item.group("item")))));
            }
        }
        blocks.add(new ListBlock(ordered, items));
        next += count;
    }

    /** How many items with a bullet begin here: nothing else begins so. */
    private int bullets() {
        return run(line -> BULLET.matcher(line).matches());
    }

    /**
     * How many numbered items begin here, counted from 1 without a gap, so that their numbers can be left to the list.
     */
    private int numbers() {
        int count = 0;
        while (next + count < lines.size()) {
            Matcher item = NUMBER.matcher(lines.get(next + count).text());
            if (!item.matches() || !item.group("number").equals(Integer.toString(count + 1))) {
                break;
            }
            count++;
        }
        return count;
    }

    /**
     * How many items of a list with dashes begin here. A dash begins direct speech, too; a list is what is divided by
     * semicolons, or stands below a colon and begins in lower case.
     */
    private int dashes() {
        boolean announced = next > 0 && endsWithColon(next - 1);
        int all = run(line -> DASH.matcher(line).matches() && !DirectSpeech.isToldIn(line));
        int divided = 0;
        while (divided < all && lines.get(next + divided).text().endsWith(";")) {
            divided++;
        }
        int items = Math.min(all, divided + 1);
        if (divided > 0 && (announced || items > 1)) {
            return items;
        }
        int low = 0;
        while (announced && low < all && beginsLow(lines.get(next + low).text())) {
            low++;
        }
        return low > 1 ? low : 0;
    }

    private int run(Predicate<String> kind) {
        int count = 0;
        while (next + count < lines.size() && kind.test(lines.get(next + count).text())
                && (count == 0 || !lines.get(next + count).afterBlank())) {
            count++;
        }
        return count;
    }

    private static boolean beginsLow(String line) {
        Matcher item = DASH.matcher(line);
        if (!item.matches()) {
            return false;
        }
        char first = item.group("item").charAt(0);
        return Character.isLowerCase(first) || Character.isDigit(first);
    }

    /**
     * A short line apart that asks something answered below, or that announces a list. One sentence, and not the first
     * paragraph, which names the source.
     */
    private boolean isSubhead() {
        Line line = lines.get(next);
        String text = line.text();
        if (next + 1 == lines.size() || !line.afterBlank() || text.length() > MOST_IN_SUBHEAD || !isOneSentence(text)) {
            return false;
        }
        String below = lines.get(next + 1).text();
        if (text.endsWith("?")) {
            return !DirectSpeech.beginsIn(below) && !below.endsWith("?");
        }
        return endsWithColon(next) && isListAt(next + 1);
    }

    private boolean isListAt(int place) {
        Body rest = new Body(lines);
        rest.next = place;
        return rest.bullets() > 0 || rest.numbers() > 1 || rest.dashes() > 0;
    }

    private boolean endsWithColon(int place) {
        return lines.get(place).text().endsWith(":");
    }

    private static boolean isOneSentence(String text) {
        char first = text.charAt(0);
        return !Character.isLowerCase(first) && !text.substring(0, text.length() - 1).matches(".*[.!?…][»”\"]?\\h.*");
    }
}
