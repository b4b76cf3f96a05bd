package kz.qalam.core.language.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import kz.qalam.core.language.LineTool;

/** An index in memory over documents in files, searched as the public search is. */
public final class StorySearch implements LineTool {

    private static final int MOST_FOUND = 10;
    private static final int MOST_LINE = 4_000_000;

    private static final float K1 = 1.1f;
    private static final float B = 0.5f;

    /** The question asks for no phrases, so places are kept only where they are shown. */
    private static final FieldType COUNTED = words(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PLACED = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);

    private final IndexSearcher searcher;
    private final StoryQuery query;

    private StorySearch(IndexSearcher searcher, StoryQuery query) {
        this.searcher = searcher;
        this.query = query;
    }

    /**
     * Reads documents, a JSON object a line with id, title (may be absent) and text; files whose name ends in .gz are
     * unpacked. A line that is no such object is left out.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public static StorySearch over(List<Path> files, Keys keys) {
        StoryAnalyzer analyzer = new StoryAnalyzer(keys);
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(ranking());
        ByteBuffersDirectory folder = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(folder, config)) {
                for (Path file : files) {
                    read(file, writer);
                }
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(folder));
            searcher.setSimilarity(ranking());
            return new StorySearch(searcher, new StoryQuery(analyzer, keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** BM25: the same when indexing as when searching. */
    public static Similarity ranking() {
        return new BM25Similarity(K1, B);
    }

    /** The fields of a story, for any index that {@link StoryQuery} is to search: which words it has, and how often. */
    static Document document(String id, String title, String text) {
        return document(id, title, text, COUNTED);
    }

    /** The same, with where in title and text each word stands: by its key, and by its beginning. */
    public static Document placed(String id, String title, String text) {
        return document(id, title, text, PLACED);
    }

    private static Document document(String id, String title, String text, FieldType marked) {
        Document document = new Document();
        document.add(new StoredField("id", id));
        for (String form : List.of(StoryAnalyzer.KEY, StoryAnalyzer.BEGINNING)) {
            document.add(new Field("title" + form, title, marked));
            document.add(new Field("text" + form, text, marked));
        }
        document.add(new Field("text" + StoryAnalyzer.EXACT, text, COUNTED));
        return document;
    }

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private static void read(Path file, IndexWriter writer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() > MOST_LINE || !line.startsWith("{")) {
                    continue;
                }
                JsonNode told = json.readTree(line);
                String id = told.path("id").asText();
                if (!id.isEmpty()) {
                    writer.addDocument(document(id, told.path("title").asText(), told.path("text").asText()));
                }
            }
        }
    }

    /** The ids of the ten best documents, best first, tab-separated; an empty line where nothing is found. */
    @Override
    public String answer(String line) {
        try {
            List<String> ids = new ArrayList<>(MOST_FOUND);
            for (ScoreDoc found : searcher.search(query.of(line), MOST_FOUND).scoreDocs) {
                ids.add(searcher.storedFields().document(found.doc).get("id"));
            }
            return String.join("\t", ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
