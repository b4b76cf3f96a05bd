package kz.qalam.publishing.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import kz.qalam.core.language.search.StoryAnalyzer;

/** Where the words of a question stand in a story, as its index knows: by their keys, or else by how they begin. */
final class Marking {
    /** Words that ask and bind weigh less, and are not marked. */
    private static final float HEAVY = .5f;
    private static final int MOST = 1_000;

    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> beginnings = new LinkedHashSet<>();

    /** @param query as {@link kz.qalam.core.language.search.StoryQuery} makes it */
    Marking(Query query) {
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

    /**
     * In the order of the text, none within another, at most 1,000.
     *
     * @param doc by its number in this part of the index
     * @param part title or text
     * @param length of what is shown of that part: what stands behind it is not marked
     */
    List<Mark> marks(LeafReader reader, int doc, String part, int length) throws IOException {
        var marks = marks(reader, doc, part + StoryAnalyzer.KEY, keys, length);
        return marks.isEmpty() ? marks(reader, doc, part + StoryAnalyzer.BEGINNING, beginnings, length) : marks;
    }

    private static List<Mark> marks(LeafReader reader, int doc, String field, Collection<String> sought, int length)
            throws IOException {
        var terms = reader.terms(field);
        if (terms == null) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        var found = terms.iterator();
        for (var term : sought) {
            if (!found.seekExact(new BytesRef(term))) {
                continue;
            }
            var places = found.postings(null, PostingsEnum.OFFSETS);
            if (places.advance(doc) == doc) {
                var left = Math.min(places.freq(), MOST);
                for (; left > 0 && places.nextPosition() >= 0 && places.endOffset() <= length; left--) {
                    marks.add(new Mark(places.startOffset(), places.endOffset(), term));
                }
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks.size() > MOST ? List.copyOf(marks.subList(0, MOST)) : marks;
    }
}
