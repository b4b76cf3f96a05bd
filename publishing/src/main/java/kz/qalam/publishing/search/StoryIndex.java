package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;
import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.core.language.search.StorySearch;

/**
 * An index on the disk, and the release up to which it knows: of each live story its text, where in it each word stands, its
 * address, which section, when. What it says is a guess until the database has confirmed it.
 */
final class StoryIndex implements AutoCloseable {
    /** Changes with the fields below, and with what an index may lack: one of another format is made anew. */
    private static final int FORMAT = 9;
    private static final String LANGUAGE_TABLES = "/kz/qalam/core/language/";
    private static final List<String> TABLES = List.of("morphology/abbreviations.tsv", "morphology/frequencies.tsv",
            "morphology/irregular.tsv", "morphology/suffixes.tsv", "morphology/words-common.tsv",
            "morphology/words-hunspell-kk.tsv", "morphology/words-news.tsv", "morphology/words.tsv",
            "proofing/wrong-letters.tsv");

    private static final String POSITION = "position";
    private static final String LAST = "last";
    private static final String REDACTIONS = "redactions";
    private static final String MADE_BY = "made-by";
    private static final String ID = "article";
    private static final String PATH = "path";
    private static final String SECTION = "section";
    private static final String AT = "at";
    private static final String RELEASE = "release";
    private static final String LANGUAGE = "language";
    private static final String HEADLINE = "headline";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String TOLD = "told";
    /** As long as a value may be. What is longer, as few stories are, is stored in pieces that have to be unpacked. */
    private static final int LONGEST_VALUE = 32_766;
    private static final Set<String> STORED = Set.of(TEXT);
    private static final List<Language> LANGUAGES = List.of(Language.KK, Language.RU);

    /** Words by which stories are set side by side. */
    private static final int TELLING = 24;
    private static final int FEWEST_TELLING = 3;
    /** Stories that may have a word, however few there are in all. */
    private static final int FEW = 20;
    /** So many stories that were removed are passed over in each part before a word counts as unknown. */
    private static final int MOST_GONE = 1_000;

    private static final double BUFFER_MB = 24;
    /** Of like size, until they are made one: each word of a question is looked up in each of them. */
    private static final double PARTS = 4;
    /** Smaller ones count as of this size. */
    private static final double SMALL_MB = 16;
    /** Beside the largest part: with more than so many, one is made of all when there is time. A question costs half as much then. */
    private static final int MANY_BESIDE = 1_000;
    /** And with more than one of so many: what is written anew is written for enough stories, however many there are. */
    private static final int BESIDE_OF = 50;
    /** So many are counted; beyond, it is only said that there are more. */
    static final int COUNTED = 100;

    /** What the newest story has over an old one that says the same: about as much as one more common word found. */
    private static final float RECENCY = 2;
    private static final Duration HALF = Duration.ofDays(60);

    private static final Sort NEWEST_FIRST = new Sort(new SortedNumericSortField(AT, SortField.Type.LONG, true));

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String madeBy;
    private long position;
    private @Nullable UUID last;
    private long redactions;

    private StoryIndex(FSDirectory directory, IndexWriter writer, SearcherManager searchers, String madeBy) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.madeBy = madeBy;
    }

    /** Opens what stands there, read through once; throws whatever Lucene throws if that is damaged. */
    static StoryIndex open(Path folder, StoryAnalyzer analyzer) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(StorySearch.ranking())
                    .setRAMBufferSizeMB(BUFFER_MB).setCommitOnClose(false).setIndexSort(NEWEST_FIRST)
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(PARTS)
                            .setFloorSegmentMB(SMALL_MB).setForceMergeDeletesPctAllowed(0)));
            var searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader,
                        @Nullable IndexReader previous) {
                    return searcher(reader);
                }
            });
            var index = new StoryIndex(directory, writer, searchers, fingerprint());
            if (DirectoryReader.indexExists(directory)) {
                index.check();
            }
            index.learn();
            return index;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /** Takes what stands there away. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** By what words are parted: with other tables a word has other keys. */
    private static String fingerprint() throws IOException {
        var sum = new CRC32();
        for (var table : TABLES) {
            try (var in = StoryAnalyzer.class.getResourceAsStream(LANGUAGE_TABLES + table)) {
                sum.update(requireNonNull(in, table).readAllBytes());
            }
        }
        return FORMAT + " " + Version.LATEST + " " + Long.toHexString(sum.getValue());
    }

    private void check() throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                if (leaf.reader() instanceof org.apache.lucene.index.CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
        }
    }

    private void learn() throws IOException {
        var said = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        }
        if (madeBy.equals(said.get(MADE_BY))) {
            position = Long.parseLong(said.getOrDefault(POSITION, "0"));
            last = said.containsKey(LAST) ? UUID.fromString(said.get(LAST)) : null;
            redactions = Long.parseLong(said.getOrDefault(REDACTIONS, "0"));
        } else {
            clear();
        }
    }

    /** Forgets everything. */
    void clear() throws IOException {
        writer.deleteAll();
        position = 0;
        last = null;
        redactions = 0;
        commit();
        searchers.maybeRefreshBlocking();
    }

    /** The number of the last release that it knows. */
    long position() {
        return position;
    }

    /** The story of that release. */
    @Nullable
    UUID last() {
        return last;
    }

    /**
     * A story as it was released.
     *
     * @param section in which it was then, or null
     * @param at when it was first published, to the millisecond
     * @param text what is read of it: its lead and its body
     */
    record Story(UUID article, long release, String path, @Nullable String section, Instant at, Language language,
            String headline, CharSequence text) {}

    /**
     * Takes a live story in, in place of what it knew of it.
     *
     * @param about it can be found by this too, which is no part of its text
     */
    void put(Story story, String about) throws IOException {
        var id = story.article().toString();
        var document = StorySearch.placed(id, story.headline(), story.text() + "\n" + about);
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(RELEASE, story.release()));
        document.add(new NumericDocValuesField(LANGUAGE, LANGUAGES.indexOf(story.language())));
        document.add(new BinaryDocValuesField(HEADLINE, new BytesRef(story.headline())));
        var told = StoredText.of(story.text().toString());
        document.add(told.length <= LONGEST_VALUE
                ? new BinaryDocValuesField(TOLD, told)
                : new StoredField(TEXT, told));
        document.add(new BinaryDocValuesField(PATH, new BytesRef(story.path())));
        document.add(new LongField(AT, story.at().toEpochMilli(), Field.Store.NO));
        var section = story.section();
        if (section != null) {
            document.add(new StringField(SECTION, section, Field.Store.NO));
            document.add(new BinaryDocValuesField(SECTION, new BytesRef(section)));
        }
        writer.updateDocument(new Term(ID, id), document);
    }

    void remove(UUID article) throws IOException {
        writer.deleteDocuments(new Term(ID, article.toString()));
    }

    /** How many redactions there were when the files were last purged. */
    long redactions() {
        return redactions;
    }

    /**
     * Writes anew the files in which something stands that was removed, so that no word of it is left on the disk.
     *
     * @param redactions so many there are now
     */
    void purge(long redactions) throws IOException {
        writer.forceMergeDeletes(true);
        // What others are merging just now is passed over: then it is to be done again
        if (!writer.hasDeletions()) {
            this.redactions = redactions;
        }
        commit();
        searchers.maybeRefreshBlocking();
    }

    /**
     * For when there is nothing else to do: makes one part of many, beside whatever else happens, and looks at them.
     *
     * @return whether there is something to {@link #commit}: until then the files of the many stay on the disk
     */
    boolean gather() throws IOException {
        searchers.maybeRefresh();
        var searcher = searchers.acquire();
        try {
            var stories = searcher.getIndexReader().numDocs();
            var beside = stories - searcher.getIndexReader().leaves().stream().mapToInt(part -> part.reader().numDocs())
                    .max().orElse(0);
            if (beside > Math.max(MANY_BESIDE, stories / BESIDE_OF) && !writer.hasPendingMerges()) {
                writer.forceMerge(1, false);
            }
            return !writer.hasPendingMerges() && writer.hasUncommittedChanges();
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was put and removed is seen from now on. */
    void advance(long position, UUID last) throws IOException {
        this.position = position;
        this.last = last;
        searchers.maybeRefreshBlocking();
    }

    /** Puts it on the disk; what is lost without it is followed again. */
    void commit() throws IOException {
        var data = new HashMap<>(Map.of(POSITION, Long.toString(position), MADE_BY, madeBy, REDACTIONS,
                Long.toString(redactions)));
        if (last != null) {
            data.put(LAST, last.toString());
        }
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** A story that may be what is sought, and where in its headline and its text that stands. */
    record Candidate(Story story, List<Mark> inHeadline, List<Mark> inText) {}

    /**
     * Stories that may be what is sought, best first.
     *
     * @param total at most {@link #COUNTED} are counted
     * @param more whether there are more
     */
    record Found(List<Candidate> stories, int total, boolean more, boolean timedOut) {}

    /**
     * Some of the best of what is sought.
     *
     * @param words a disjunction, by the words of the question
     * @param sections any of which it is in, or null
     * @param from not before, or null
     * @param until before, or null
     * @param skipped so many of the best are not wanted
     */
    Found search(BooleanQuery words, Marking marking, @Nullable Set<String> sections,
            @Nullable Instant from,
            @Nullable Instant until, Instant now, int skipped, int most, Duration time) throws IOException {
        var query = new BooleanQuery.Builder();
        words.forEach(query::add);
        if (sections != null) {
            query.add(new TermInSetQuery(SECTION, sections.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
        if (from != null || until != null) {
            query.add(LongField.newRangeQuery(AT, from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                    until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1), Occur.FILTER);
        }
        if (sections != null || from != null || until != null) {
            query.setMinimumNumberShouldMatch(1);
        }
        var shared = searchers.acquire();
        try {
            var deadline = System.nanoTime() + time.toNanos();
            var top = shared.search(query.build(),
                    new Recent(skipped + most, COUNTED, AT, RECENCY, now.toEpochMilli(), HALF.toMillis(), deadline));
            var wanted = top.best().subList(Math.min(skipped, top.best().size()), top.best().size());
            return new Found(candidates(shared, wanted, marking), Math.min(top.total(), COUNTED),
                    top.total() > COUNTED, top.late());
        } finally {
            searchers.release(shared);
        }
    }

    private static List<Candidate> candidates(IndexSearcher searcher, List<Recent.Scored> found, Marking marking)
            throws IOException {
        var reader = searcher.getIndexReader();
        var stories = new Candidate[found.size()];
        // In the order in which they stand in the index, as its files want to be read
        var order = IntStream.range(0, stories.length).boxed()
                .sorted(Comparator.comparingInt(i -> found.get(i).doc())).toList();
        LeafReaderContext leaf = null;
        Part part = null;
        Marking.Places places = null;
        for (int i : order) {
            var doc = found.get(i).doc();
            var at = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
            if (part == null || places == null || at != leaf) {
                leaf = at;
                part = new Part(at.reader());
                places = marking.in(at.reader());
            }
            var story = part.story(doc - at.docBase);
            stories[i] = new Candidate(story, places.marks(doc - at.docBase, TITLE, story.headline().length()),
                    places.marks(doc - at.docBase, TEXT, story.text().length()));
        }
        return List.of(stories);
    }

    private static Story story(IndexReader reader, int doc) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        return new Part(leaf.reader()).story(doc - leaf.docBase);
    }

    /** What a part of the index says of its stories, which are asked for in the order in which they stand there. */
    private static final class Part {
        private final LeafReader reader;
        private final BinaryDocValues ids;
        private final BinaryDocValues paths;
        private final BinaryDocValues sections;
        private final BinaryDocValues headlines;
        private final BinaryDocValues texts;
        private final NumericDocValues releases;
        private final NumericDocValues languages;
        private final SortedNumericDocValues times;

        Part(LeafReader reader) throws IOException {
            this.reader = reader;
            ids = DocValues.getBinary(reader, ID);
            paths = DocValues.getBinary(reader, PATH);
            sections = DocValues.getBinary(reader, SECTION);
            headlines = DocValues.getBinary(reader, HEADLINE);
            texts = DocValues.getBinary(reader, TOLD);
            releases = DocValues.getNumeric(reader, RELEASE);
            languages = DocValues.getNumeric(reader, LANGUAGE);
            times = DocValues.getSortedNumeric(reader, AT);
        }

        Story story(int doc) throws IOException {
            if (!ids.advanceExact(doc) || !paths.advanceExact(doc) || !headlines.advanceExact(doc)
                    || !releases.advanceExact(doc) || !languages.advanceExact(doc) || !times.advanceExact(doc)) {
                throw new CorruptIndexException("a story without what each has", "index");
            }
            var text = texts.advanceExact(doc)
                    ? texts.binaryValue()
                    : reader.storedFields().document(doc, STORED).getBinaryValue(TEXT);
            return new Story(UUID.fromString(string(ids)), releases.longValue(), string(paths),
                    sections.advanceExact(doc) ? string(sections) : null, Instant.ofEpochMilli(times.nextValue()),
                    LANGUAGES.get((int) languages.longValue()), string(headlines), StoredText.read(text));
        }

        /** Lucene's own way to a string copies it twice more. */
        private static String string(BinaryDocValues values) throws IOException {
            var utf8 = values.binaryValue();
            return new String(utf8.bytes, utf8.offset, utf8.length, UTF_8);
        }
    }

    private static IndexSearcher searcher(IndexReader reader) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(StorySearch.ranking());
        // Questions are many and small
        searcher.setQueryCache(null);
        return searcher;
    }

    /** One with its own clock. */
    private static IndexSearcher timed(IndexSearcher shared, Duration time) {
        var searcher = searcher(shared.getIndexReader());
        searcher.setTimeout(new QueryTimeoutImpl(time.toMillis()));
        return searcher;
    }

    /** What it knows of a story, or null. */
    @Nullable
    Story story(UUID article) throws IOException {
        var shared = searchers.acquire();
        try {
            var found = shared.search(new TermQuery(new Term(ID, article.toString())), 1).scoreDocs;
            return found.length == 0 ? null : story(shared.getIndexReader(), found[0].doc);
        } finally {
            searchers.release(shared);
        }
    }

    /**
     * Stories that tell of the same: they have at least a third of the words that set this one apart, best first.
     *
     * @param words of the story by key, how often each
     */
    List<Story> related(UUID article, Map<String, Integer> words, int most, Duration time) throws IOException {
        var shared = searchers.acquire();
        try {
            var reader = shared.getIndexReader();
            var stories = reader.numDocs();
            record Weighed(Term term, double weight) {}
            var weighed = new ArrayList<Weighed>();
            for (var word : words.entrySet()) {
                var term = new Term("text" + StoryAnalyzer.KEY, word.getKey());
                var having = reader.docFreq(term);
                // a word of this story alone leads nowhere, one that every tenth has says nothing
                if (having > 1 && having <= Math.max(FEW, stories / 10)) {
                    weighed.add(new Weighed(term,
                            (1 + Math.log(word.getValue())) * Math.log(1 + (double) stories / having)));
                }
            }
            weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term));
            var telling = weighed.subList(0, Math.min(TELLING, weighed.size()));
            if (telling.size() < FEWEST_TELLING) {
                return List.of();
            }
            var query = new BooleanQuery.Builder().add(new TermQuery(new Term(ID, article.toString())), Occur.MUST_NOT)
                    .setMinimumNumberShouldMatch(Math.max(FEWEST_TELLING, telling.size() / 3));
            telling.forEach(word -> query.add(new TermQuery(word.term()), Occur.SHOULD));
            var searcher = timed(shared, time);
            var near = new ArrayList<Story>(most);
            for (var one : searcher.search(query.build(), most).scoreDocs) {
                near.add(story(searcher.getIndexReader(), one.doc));
            }
            return near;
        } finally {
            searchers.release(shared);
        }
    }

    /**
     * Whether some live story has a word under this term. What was removed stands in the index until its part is written anew; a
     * word whose first many stories are gone counts as unknown.
     */
    boolean knows(Term term) throws IOException {
        var searcher = searchers.acquire();
        try {
            for (var part : searcher.getIndexReader().leaves()) {
                if (isLive(part.reader(), term)) {
                    return true;
                }
            }
            return false;
        } finally {
            searchers.release(searcher);
        }
    }

    private static boolean isLive(LeafReader part, Term term) throws IOException {
        var stories = part.postings(term, PostingsEnum.NONE);
        var live = part.getLiveDocs();
        for (int left = MOST_GONE; left > 0 && stories != null; left--) {
            int story = stories.nextDoc();
            if (story == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            if (live == null || live.get(story)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
