package kz.qalam.core.intake;

import java.util.ArrayList;
import java.util.List;

import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Mark;
import kz.qalam.core.copy.Text;

/** A line of text being put together from a page: white space as a browser shows it, breaks only between words. */
final class InlineRun {

    private final List<Inline> pieces = new ArrayList<>();
    private boolean spaceDue;
    private boolean breakDue;

    /** Adds text; white space in it, but not a no-break space, counts as one space at most. */
    void add(String text, List<Mark> marks) {
        StringBuilder words = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                spaceDue = !pieces.isEmpty() || !words.isEmpty();
                continue;
            }
            if (breakDue) {
                pieces.add(Break.LINE);
            } else if (spaceDue && words.isEmpty()) {
                pieces.add(new Text(" ", between(marks)));
            } else if (spaceDue) {
                words.append(' ');
            }
            breakDue = false;
            spaceDue = false;
            words.append(c);
        }
        if (!words.isEmpty()) {
            pieces.add(new Text(words.toString(), marks));
        }
    }

    /** What a space is marked with that stands between differently marked words. */
    private List<Mark> between(List<Mark> marks) {
        return pieces.get(pieces.size() - 1).marks().stream().filter(marks::contains).toList();
    }

    /** Adds a line break. Says whether one is due already, so that this ends a paragraph. */
    boolean addBreak() {
        boolean second = breakDue;
        breakDue = !pieces.isEmpty();
        return second;
    }

    /** What was added, which is then forgotten. */
    List<Inline> take() {
        // what is harmless in pieces may not be so together
        Cleaning.refuseOverload(Inline.text(pieces));
        List<Inline> taken = Inline.joined(pieces);
        pieces.clear();
        spaceDue = false;
        breakDue = false;
        return taken;
    }
}
