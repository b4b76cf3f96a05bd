package kz.qalam.publishing.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import kz.qalam.core.copy.Copy;
import kz.qalam.publishing.page.Sought.Piece;

/** Shows where in a story what was sought stands: the passage that says most of it, its forms marked. */
final class Telling {
    private static final int PASSAGE = 240;
    private static final int BEFORE = 60;

    private Telling() {
    }

    /** What of a story is read: its lead and its body, a line a block. */
    static String text(Copy copy) {
        var text = new StringBuilder(copy.lead());
        copy.body().forEach(block -> text.append('\n').append(block.text()));
        return text.toString();
    }

    /** A line, whole. */
    static List<Piece> line(String line, List<Mark> marks) {
        return pieces(line, marks, 0, line.length());
    }

    /** The passage that says most, on one line; how the text begins where none says anything. */
    static List<Piece> passage(CharSequence text, List<Mark> marks) {
        var best = 0;
        var most = 0;
        for (int i = 0; i < marks.size(); i++) {
            var said = new HashSet<String>();
            for (int j = i; j < marks.size() && marks.get(j).end() <= marks.get(i).start() + PASSAGE - BEFORE; j++) {
                said.add(marks.get(j).term());
            }
            if (said.size() > most) {
                most = said.size();
                best = marks.get(i).start();
            }
        }
        var start = wordAfter(text, most == 0 ? 0 : best - BEFORE);
        var end = wordBefore(text, start + PASSAGE);
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece("… ", false));
        }
        pieces.addAll(pieces(text, marks, start, end));
        if (end < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return pieces;
    }

    private static int wordAfter(CharSequence text, int at) {
        if (at <= 0) {
            return 0;
        }
        for (int i = at; i <= at + BEFORE && i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                return i + 1;
            }
        }
        return boundary(text, at);
    }

    private static int wordBefore(CharSequence text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        for (int i = at; i >= at - BEFORE && i >= 0; i--) {
            if (isSpace(text.charAt(i))) {
                return i;
            }
        }
        return boundary(text, at);
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n';
    }

    /** Not between the halves of one character. */
    private static int boundary(CharSequence text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Piece> pieces(CharSequence text, List<Mark> marks, int start, int end) {
        var pieces = new ArrayList<Piece>();
        var at = start;
        for (var mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                if (mark.start() > at) {
                    pieces.add(piece(text, at, mark.start(), false));
                }
                pieces.add(piece(text, mark.start(), mark.end(), true));
                at = mark.end();
            }
        }
        if (at < end) {
            pieces.add(piece(text, at, end, false));
        }
        return pieces;
    }

    private static Piece piece(CharSequence text, int start, int end, boolean found) {
        return new Piece(text.subSequence(start, end).toString().replace('\n', ' '), found);
    }
}
