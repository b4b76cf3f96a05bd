package kz.qalam.publishing.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
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

    /** @param question as {@link kz.qalam.core.language.search.StoryQuery} makes it */
    Marking(BooleanQuery question) {
        collect(question, HEAVY);
        if (keys.isEmpty()) {
            collect(question, 0);
        }
    }

    private void collect(BooleanQuery question, float least) {
        for (var word : question) {
            if (word.getQuery() instanceof BooleanQuery ways && weight(ways) >= least) {
                ways.forEach(way -> collect(way.getQuery()));
            }
        }
    }

    private static float weight(BooleanQuery ways) {
        var most = 0f;
        for (var way : ways) {
            most = way.getQuery() instanceof BoostQuery weighed ? Math.max(most, weighed.getBoost()) : most;
        }
        return most;
    }

    private void collect(Query way) {
        if (way instanceof BoostQuery weighed && weighed.getQuery() instanceof TermQuery term) {
            var field = term.getTerm().field();
            if (field.endsWith(StoryAnalyzer.KEY)) {
                keys.add(term.getTerm().text());
            } else if (field.endsWith(StoryAnalyzer.BEGINNING)) {
                beginnings.add(term.getTerm().text());
            }
        }
    }

    /** In one part of the index, for its stories in the order in which they stand there: each word is looked up once. */
    Places in(LeafReader reader) {
        return new Places(reader);
    }

    final class Places {
        private final LeafReader reader;
        private final Map<String, List<Word>> words = new HashMap<>();

        private record Word(String term, PostingsEnum places) {}

        private Places(LeafReader reader) {
            this.reader = reader;
        }

        /**
         * In the order of the text, none within another, at most 1,000.
         *
         * @param doc by its number in this part of the index; none before the last one
         * @param part title or text
         * @param length of what is shown of that part: what stands behind it is not marked
         */
        List<Mark> marks(int doc, String part, int length) throws IOException {
            var marks = marks(doc, part + StoryAnalyzer.KEY, keys, length);
            return marks.isEmpty() ? marks(doc, part + StoryAnalyzer.BEGINNING, beginnings, length) : marks;
        }

        private List<Mark> marks(int doc, String field, Collection<String> sought, int length) throws IOException {
            var marks = new ArrayList<Mark>();
            for (var word : words(field, sought)) {
                var places = word.places();
                if (places.docID() == doc || (places.docID() < doc && places.advance(doc) == doc)) {
                    var left = Math.min(places.freq(), MOST);
                    for (; left > 0 && places.nextPosition() >= 0 && places.endOffset() <= length; left--) {
                        marks.add(new Mark(places.startOffset(), places.endOffset(), word.term()));
                    }
                }
            }
            marks.sort(Comparator.comparingInt(Mark::start));
            return marks.size() > MOST ? List.copyOf(marks.subList(0, MOST)) : marks;
        }

        private List<Word> words(String field, Collection<String> sought) throws IOException {
            var known = words.get(field);
            if (known == null) {
                known = new ArrayList<>();
                var terms = reader.terms(field);
                if (terms != null) {
                    var found = terms.iterator();
                    for (var term : sought) {
                        if (found.seekExact(new BytesRef(term))) {
                            known.add(new Word(term, found.postings(null, PostingsEnum.OFFSETS)));
                        }
                    }
                }
                words.put(field, known);
            }
            return known;
        }
    }
}
