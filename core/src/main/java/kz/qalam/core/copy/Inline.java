package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A piece of a line: text, or the break between two lines. */
public sealed interface Inline permits Text, Break {

    /** What it reads as; a break is a line feed. */
    String text();

    List<Mark> marks();

    JsonNode json();

    /** The same pieces with neighbours of equal marks joined and empty text left out, so that equal lines are equal. */
    static List<Inline> joined(List<? extends Inline> pieces) {
        List<Inline> joined = new ArrayList<>(pieces.size());
        StringBuilder run = new StringBuilder();
        List<Mark> marks = List.of();
        for (Inline piece : pieces) {
            if (piece.text().isEmpty()) {
                continue;
            }
            boolean isBreak = piece == Break.LINE;
            if ((isBreak || !piece.marks().equals(marks)) && !run.isEmpty()) {
                joined.add(new Text(run.toString(), marks));
                run.setLength(0);
            }
            if (isBreak) {
                joined.add(piece);
            } else {
                run.append(piece.text());
                marks = piece.marks();
            }
        }
        if (!run.isEmpty()) {
            joined.add(new Text(run.toString(), marks));
        }
        return List.copyOf(joined);
    }

    /** What a line of pieces reads as. */
    static String text(List<? extends Inline> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
