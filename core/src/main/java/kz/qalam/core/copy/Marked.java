package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;

import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.language.proofing.Proofreading;
import kz.qalam.core.language.proofing.Span;
import kz.qalam.core.language.proofing.StyleBook;

/**
 * A finding and where in a copy it stands.
 *
 * @param pointer the field's JSON pointer: /headline, /lead, or the block of the body, /body/content/3
 * @param finding its place is counted in what the block reads as ({@link Block#text}), dashes of direct speech included
 */
public record Marked(String pointer, Finding finding) {

    /**
     * Proofreads a Kazakh copy; one in another language has no findings. Words under a {@link Lang} mark are left
     * alone.
     */
    public static List<Marked> in(Copy copy, StyleBook book) {
        if (copy.language() != Language.KK) {
            return List.of();
        }
        List<String> pointers = new ArrayList<>(List.of("/headline", "/lead"));
        List<Passage> passages = new ArrayList<>(
                List.of(new Passage(copy.headline(), List.of()), new Passage(copy.lead(), List.of())));
        for (int i = 0; i < copy.body().size(); i++) {
            List<Inline> printed = copy.body().get(i).printed();
            pointers.add("/body/content/" + i);
            passages.add(new Passage(Inline.text(printed), foreign(printed)));
        }
        List<List<Finding>> findings = Proofreading.shipped().findings(passages, book);
        List<Marked> marked = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String pointer = pointers.get(i);
            findings.get(i).forEach(finding -> marked.add(new Marked(pointer, finding)));
        }
        return marked;
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
