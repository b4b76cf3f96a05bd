package kz.qalam.publishing.site;

import java.nio.file.attribute.FileTime;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/**
 * A file as it is handed out; without content where there is none.
 *
 * @param zipped the same in gzip, where that is worth it
 * @param brotli the same in brotli, where it stands beside the file
 * @param tag what names these very bytes
 */
record Issue(@Nullable Buffer content, @Nullable Buffer zipped, @Nullable Buffer brotli, String tag, Stamp stamp,
        long checkedAt) {

    /** By which it is told, without reading it, whether a file is still the same. */
    record Stamp(FileTime modified, long size, @Nullable Object key) {
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, null);
    }

    static Issue none(long now) {
        return new Issue(null, null, null, "", Stamp.NONE, now);
    }

    boolean exists() {
        return content != null;
    }

    Issue checked(long now) {
        return new Issue(content, zipped, brotli, tag, stamp, now);
    }

    int weight() {
        return 200 + (content == null ? 0 : content.length()) + (zipped == null ? 0 : zipped.length())
                + (brotli == null ? 0 : brotli.length());
    }
}
