package kz.qalam.core.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * A stream that ends in a failure when one event of its XML takes too much of it: a text that would fill the memory.
 */
final class MeteredStream extends FilterInputStream {

    /** Far above the largest post that is taken, and far below what memory holds. */
    private static final long MOST_PER_EVENT = 32_000_000;

    private long left = MOST_PER_EVENT;
    private @Nullable IOException failure;

    MeteredStream(InputStream in) {
        super(in);
    }

    void nextEvent() {
        left = MOST_PER_EVENT;
    }

    boolean isExceeded() {
        return left < 0;
    }

    /** What kept the stream itself from being read. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left < 0) {
            throw new IOException("one event takes too much");
        }
        try {
            int count = in.read(buffer, offset, length);
            left -= Math.max(0, count);
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
