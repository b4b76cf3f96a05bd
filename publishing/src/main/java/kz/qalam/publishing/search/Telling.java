package kz.qalam.publishing.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.publishing.page.Sought.Piece;

/** Shows where in a story what was sought stands: the passage that says most of it, its forms marked. */
final class Telling {
    private static final int MOST_READ = 20_000;
    private static final int PASSAGE = 240;
    private static final int BEFORE = 60;
    /** Words that ask and bind weigh less, and are not marked. */
    private static final float HEAVY = .5f;

    private final Analyzer analyzer;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    Telling(Analyzer analyzer, Query query) {
        this.analyzer = analyzer;
        collect(query, HEAVY);
        if (keys.isEmpty()) {
            collect(query, 0);
        }
    }

    private void collect(Query query, float least) {
        if (query instanceof BooleanQuery words) {
            words.clauses().forEach(clause -> collect(clause.getQuery(), least));
        } else if (query instanceof BoostQuery weighed) {
            if (!(weighed.getQuery() instanceof DisjunctionMaxQuery) || weighed.getBoost() >= least) {
                collect(weighed.getQuery(), least);
            }
        } else if (query instanceof DisjunctionMaxQuery ways) {
            ways.getDisjuncts().forEach(way -> collect(way, least));
        } else if (query instanceof TermQuery term) {
            var field = term.getTerm().field();
            if (field.endsWith(StoryAnalyzer.KEY)) {
                keys.add(term.getTerm().text());
            } else if (field.endsWith(StoryAnalyzer.BEGINNING)) {
                beginnings.add(term.getTerm().text());
            }
        }
    }

    /** What of a story is read: its lead and its body, a line a block. */
    static String text(Copy copy) {
        var text = new StringBuilder(copy.lead());
        copy.body().forEach(block -> text.append('\n').append(block.text()));
        return text.toString();
    }

    private record Mark(int start, int end, String term) {}

    /** A line, whole. */
    List<Piece> line(String line) {
        return pieces(line, marks(line), 0, line.length());
    }

    /** The passage that says most; how the text begins where none says anything. */
    List<Piece> passage(String whole) {
        var text = whole.replace('\n', ' ');
        var marks = marks(text);
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

    private static int wordAfter(String text, int at) {
        if (at <= 0) {
            return 0;
        }
        var space = text.indexOf(' ', at);
        return space < 0 || space > at + BEFORE ? boundary(text, at) : space + 1;
    }

    private static int wordBefore(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        var space = text.lastIndexOf(' ', at);
        return space < at - BEFORE ? boundary(text, at) : space;
    }

    /** Not between the halves of one character. */
    private static int boundary(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private List<Mark> marks(String text) {
        var marks = marks(text, StoryAnalyzer.KEY, keys);
        return marks.isEmpty() ? marks(text, StoryAnalyzer.BEGINNING, beginnings) : marks;
    }

    private List<Mark> marks(String text, String field, Set<String> sought) {
        var marks = new ArrayList<Mark>();
        try (var words = analyzer.tokenStream("text" + field,
                text.length() > MOST_READ ? text.substring(0, MOST_READ) : text)) {
            var term = words.getAttribute(CharTermAttribute.class);
            var offset = words.getAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (sought.contains(term.toString())) {
                    marks.add(new Mark(offset.startOffset(), offset.endOffset(), term.toString()));
                }
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    private static List<Piece> pieces(String text, List<Mark> marks, int start, int end) {
        var pieces = new ArrayList<Piece>();
        var at = start;
        for (var mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                if (mark.start() > at) {
                    pieces.add(new Piece(text.substring(at, mark.start()), false));
                }
                pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
                at = mark.end();
            }
        }
        if (at < end) {
            pieces.add(new Piece(text.substring(at, end), false));
        }
        return pieces;
    }
}
