package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;

/**
 * Why a story was found: its headline and the passage that holds most of the words looked for, with these marked.
 *
 * @param passage at most some 200 letters of the current text; empty where the words stand elsewhere, as in a tag
 */
public record Excerpt(List<Piece> headline, List<Piece> passage) {

    private static final int BEFORE = 60;
    private static final int LONGEST = 200;
    /** Words that are looked at until the passage is chosen. */
    private static final int FAR = 2_000;

    /** Letters that stand together; marked where they are a form of a word looked for. */
    public record Piece(String text, boolean found) {}

    private record Passage(String text, List<Keys.Place> met, int different) {}

    static Excerpt of(Copy copy, Sought sought) {
        Passage headline = read(copy.headline(), sought, FAR);
        Passage best = null;
        int left = FAR;
        for (String text : (Iterable<String>) Stream
                .concat(Stream.of(copy.lead()), copy.body().stream().map(Block::text))
                .filter(each -> !each.isBlank())::iterator) {
            Passage passage = read(text, sought, left);
            if (passage.different > 0 && (best == null || passage.different > best.different)) {
                best = passage;
            }
            // some five letters a word: counting them would be reading them again
            left -= text.length() / 5;
            if (left <= 0 || (best != null && best.different == sought.words().size())) {
                break;
            }
        }
        return new Excerpt(pieces(headline.text, headline.met, 0, headline.text.length()),
                best == null ? List.of() : cut(best));
    }

    private static Passage read(String text, Sought sought, int most) {
        List<Keys.Place> met = new ArrayList<>();
        Set<Integer> different = new HashSet<>();
        for (Keys.Place place : Keys.places(text, most)) {
            int word = sought.meets(place.form());
            if (word >= 0) {
                met.add(place);
                different.add(word);
            }
        }
        return new Passage(text, met, different.size());
    }

    private static List<Piece> cut(Passage passage) {
        String text = passage.text;
        int first = passage.met.get(0).start();
        int from = first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
        if (first - from > 2 * BEFORE) {
            from = first;
        }
        int to = text.length();
        if (to - from > LONGEST) {
            int space = text.lastIndexOf(' ', from + LONGEST);
            to = space > passage.met.get(0).end()
                    ? space
                    : Math.min(to, Math.max(from + LONGEST, passage.met.get(0).end()));
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        List<Piece> pieces = new ArrayList<>(pieces(text, passage.met, from, to));
        if (from > 0) {
            pieces.add(0, new Piece("… ", false));
        }
        if (to < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return List.copyOf(pieces);
    }

    private static List<Piece> pieces(String text, List<Keys.Place> met, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Keys.Place place : met) {
            if (place.start() < from || place.end() > to) {
                continue;
            }
            if (place.start() > at) {
                pieces.add(new Piece(text.substring(at, place.start()), false));
            }
            pieces.add(new Piece(text.substring(place.start(), place.end()), true));
            at = place.end();
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return List.copyOf(pieces);
    }
}
