package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.language.proofing.Proofreading;
import kz.qalam.core.language.proofing.Span;
import kz.qalam.core.language.proofing.StyleBook;

/**
 * A finding and where in a copy it stands.
 *
 * @param pointer the field's JSON pointer: /headline, /lead, /picture/caption, or the block of the body, /body/content/3
 * @param finding its place is counted in what the block reads as ({@link Block#text}), dashes of direct speech included
 */
public record Marked(String pointer, Finding finding) {

    /**
     * Proofreads a Kazakh copy; one in another language has no findings. Words under a {@link Lang} mark are left
     * alone.
     */
    public static List<Marked> in(Copy copy, StyleBook book) {
        return in(copy, passages -> Proofreading.shipped().findings(passages, book));
    }

    /** What house rules alone say of a Kazakh copy. */
    public static List<Marked> byRules(Copy copy, StyleBook book) {
        return in(copy, passages -> passages.stream().map(book::findings).toList());
    }

    private static List<Marked> in(Copy copy, Function<List<Passage>, List<List<Finding>>> read) {
        if (copy.language() != Language.KK) {
            return List.of();
        }
        Map<String, Passage> passages = passages(copy);
        List<String> pointers = List.copyOf(passages.keySet());
        List<List<Finding>> findings = read.apply(List.copyOf(passages.values()));
        List<Marked> marked = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String pointer = pointers.get(i);
            findings.get(i).forEach(finding -> marked.add(new Marked(pointer, finding)));
        }
        return marked;
    }

    /**
     * What is read of a copy, by the pointers of its fields and blocks, in their order. Cells, a gallery's captions, and a
     * speech's words and tail are read each by itself, as on the writing page.
     */
    public static Map<String, Passage> passages(Copy copy) {
        Map<String, Passage> passages = new LinkedHashMap<>();
        passages.put("/headline", new Passage(copy.headline(), List.of()));
        passages.put("/lead", new Passage(copy.lead(), List.of()));
        if (copy.picture() != null) {
            passages.put("/picture/caption", new Passage(copy.picture().caption(), List.of()));
        }
        for (int i = 0; i < copy.body().size(); i++) {
            Block block = copy.body().get(i);
            List<Inline> printed = block.printed();
            List<Span> parts = new ArrayList<>();
            part(block, 0, parts);
            passages.put("/body/content/" + i, new Passage(Inline.text(printed), foreign(printed), parts));
        }
        return passages;
    }

    /** @param at where the block begins in what is printed */
    private static void part(Block block, int at, List<Span> parts) {
        if (block instanceof Table table) {
            int start = at;
            for (Table.Row row : table.rows()) {
                for (Table.Cell cell : row.cells()) {
                    start = 1 + add(start, Inline.text(cell.content()).length(), parts);
                }
            }
        } else if (block instanceof Gallery gallery) {
            int start = at;
            for (Picture picture : gallery.pictures()) {
                start = 1 + add(start, picture.caption().length(), parts);
            }
        } else if (block instanceof Speech speech) {
            int end = add(at + Speech.DASH.length(), Inline.text(speech.words()).length(), parts);
            add(end + Speech.SECOND_DASH.length(), speech.tail().length(), parts);
        } else if (block instanceof Factbox box) {
            int start = box.title().isEmpty() ? at : 1 + add(at, box.title().length(), parts);
            for (Block within : box.content()) {
                int length = within.text().length();
                part(within, start, parts);
                start += length == 0 ? 0 : length + 1;
            }
        } else {
            add(at, block.text().length(), parts);
        }
    }

    private static int add(int start, int length, List<Span> parts) {
        if (length > 0) {
            parts.add(new Span(start, start + length));
        }
        return start + length;
    }

    /** Where a line of pieces is in another language. */
    static List<Span> foreign(List<Inline> pieces) {
        List<Span> foreign = new ArrayList<>();
        int at = 0;
        for (Inline piece : pieces) {
            int end = at + piece.text().length();
            if (piece.marks().stream().anyMatch(Lang.class::isInstance)) {
                foreign.add(new Span(at, end));
            }
            at = end;
        }
        return foreign;
    }
}
