package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Arrays;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A text as the index keeps it: two bytes a sign, so that marks, which count signs, lead straight into it. Of the whole text a
 * page of results shows two lines, and only these are made a string.
 */
final class StoredText implements CharSequence {
    private final byte[] bytes;
    private final int from;
    private final int length;

    private StoredText(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** As it is kept. */
    static BytesRef of(String text) {
        return new BytesRef(text.getBytes(UTF_16BE));
    }

    /** @param kept which may be filled with something else afterwards */
    static StoredText read(BytesRef kept) {
        return new StoredText(Arrays.copyOfRange(kept.bytes, kept.offset, kept.offset + kept.length), 0,
                kept.length / 2);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        int at = 2 * (from + index);
        return (char) (bytes[at] << 8 | (bytes[at + 1] & 0xff));
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        if (start < 0 || end > length || start > end) {
            throw new StringIndexOutOfBoundsException("from " + start + " to " + end + " of " + length);
        }
        return new StoredText(bytes, from + start, end - start);
    }

    @Override
    public String toString() {
        return new String(bytes, 2 * from, 2 * length, UTF_16BE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredText text && toString().equals(text.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
