package kz.qalam.publishing.target;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import com.aayushatharva.brotli4j.encoder.Encoder;

/**
 * A file's compressed twins, which stand beside it under its name and an ending: {@code index.html.gz},
 * {@code index.html.br}. They say nothing of their own: one that does not unfold to its file counts for nothing.
 */
public enum Pressed {
    GZIP(".gz", "gzip") {
        @Override
        byte[] fold(byte[] bytes) throws IOException {
            return zipped(bytes, LEVEL);
        }

        @Override
        byte[] unfold(byte[] folded, int most) throws IOException {
            try (var zip = new GZIPInputStream(new ByteArrayInputStream(folded))) {
                return zip.readNBytes(most);
            }
        }

        @Override
        boolean works() {
            return true;
        }
    },
    BROTLI(".br", "br") {
        @Override
        byte[] fold(byte[] bytes) throws IOException {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(QUALITY));
        }

        @Override
        byte[] unfold(byte[] folded, int most) throws IOException {
            var unfolded = Decoder.decompress(folded);
            return unfolded.getResultStatus() == DecoderJNI.Status.DONE
                    ? unfolded.getDecompressedData()
                    : new byte[0];
        }

        @Override
        boolean works() {
            return Brotli4jLoader.isAvailable();
        }
    };

    private static final String NONE = "none";
    private static final Set<String> WORTH_IT = Set.of("html", "css", "js", "xml", "json", "txt", "svg");
    /** Below this, what is saved on the way is lost in the headers. */
    private static final int LEAST = 400;
    /** Measured over pages of this site: beyond these, a millisecond more saves less than two in a hundred. */
    private static final int LEVEL = Deflater.BEST_COMPRESSION;
    private static final int QUALITY = 5;

    /** Those that this machine can make, best last. */
    static final List<Pressed> AT_HAND = Arrays.stream(values()).filter(Pressed::works).toList();

    private final String ending;
    private final String coding;

    Pressed(String ending, String coding) {
        this.ending = ending;
        this.coding = coding;
    }

    abstract byte[] fold(byte[] bytes) throws IOException;

    abstract byte[] unfold(byte[] folded, int most) throws IOException;

    abstract boolean works();

    /**
     * Those of them that are wanted and that this machine can make.
     *
     * @param codings as HTTP calls them, or «none»
     */
    public static List<Pressed> called(Collection<String> codings) {
        var known = Arrays.stream(values()).map(Pressed::coding).toList();
        var unknown = codings.stream().filter(coding -> !known.contains(coding) && !coding.equals(NONE)).toList();
        if (!unknown.isEmpty()) {
            throw new TargetFailed("there is no such compression: " + String.join(", ", unknown));
        }
        return AT_HAND.stream().filter(kind -> codings.contains(kind.coding())).toList();
    }

    /** What a twin's name has after its file's. */
    public String ending() {
        return ending;
    }

    /** As HTTP calls it. */
    public String coding() {
        return coding;
    }

    /** Whether a file of this name and size has twins. */
    public static boolean isWorthIt(String path, long size) {
        return size >= LEAST && WORTH_IT.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /** Whether a path is a twin's, and not a file's own. */
    public static boolean isTwin(String path) {
        return Arrays.stream(values()).anyMatch(kind -> path.endsWith(kind.ending));
    }

    /** The file whose twin this is. */
    static String file(String twin) {
        return twin.substring(0, twin.lastIndexOf('.'));
    }

    /** In gzip, for the moment until a twin stands: larger by a fifth, in a fraction of the time. Null as for twins. */
    public static byte @Nullable [] hastily(byte[] bytes) {
        try {
            var folded = zipped(bytes, Deflater.BEST_SPEED);
            return folded.length < bytes.length ? folded : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(byte[] bytes, int level) throws IOException {
        var folded = new ByteArrayOutputStream(bytes.length / 3);
        try (var zip = new GZIPOutputStream(folded) {
            {
                def.setLevel(level);
            }
        }) {
            zip.write(bytes);
        }
        return folded.toByteArray();
    }

    /** The twin, or null where compressing this does not pay. */
    public byte @Nullable [] twin(byte[] bytes) {
        try {
            var folded = fold(bytes);
            return folded.length < bytes.length ? folded : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a twin unfolds to exactly these bytes. */
    public boolean isTwin(byte[] twin, byte[] bytes) {
        try {
            return works() && Arrays.equals(unfold(twin, bytes.length + 1), bytes);
        } catch (IOException | RuntimeException garbled) {
            return false;
        }
    }
}
