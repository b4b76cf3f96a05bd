package kz.qalam.publishing.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.buffer.Buffer;
import kz.qalam.publishing.target.FileChanged;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Pressed;

/**
 * Holds the files that readers ask for most. What this process writes is handed out at once; what another one writes, as
 * soon as a file's stamp is looked at again.
 */
@ApplicationScoped
class Newsstand {
    private static final int TAG_BYTES = 15;
    private static final Duration AWAITED = Duration.ofMinutes(1);
    /** What the system says of a path that leads through a file. */
    private static final String NOT_A_DIRECTORY = "Not a directory";

    private final Path root;
    private final long fresh;
    private final Cache<String, Issue> issues;
    private volatile Moves moves = new Moves("", Map.of());

    Newsstand(SiteConfig config) {
        root = config.folder().toAbsolutePath().normalize();
        fresh = config.fresh().toNanos();
        issues = Caffeine.newBuilder().maximumWeight(config.memory().asLongValue())
                .weigher((String path, Issue issue) -> issue.weight() + 2 * path.length()).build();
    }

    void changed(@Observes FileChanged file) {
        if (file.path().equals(FileChanged.ALL)) {
            issues.invalidateAll();
        } else {
            issues.invalidate(file.path());
        }
    }

    /** The file if it is at hand and known to be the same, without touching the disk. */
    @Nullable
    Issue atHand(String path) {
        var issue = issues.getIfPresent(path);
        return issue != null && System.nanoTime() - issue.checkedAt() < fresh ? issue : null;
    }

    /** The file; from the disk if it changed. */
    Issue take(String path) {
        var issue = atHand(path);
        // Computed under the path's lock: a change is never overtaken by what was read before it.
        return issue != null ? issue : issues.asMap().compute(path, this::read);
    }

    private Issue read(String path, @Nullable Issue old) {
        var now = System.nanoTime();
        var file = root.resolve(path.substring(1));
        try {
            while (true) {
                var stamp = stamp(file);
                if (stamp == null) {
                    return Issue.none(now);
                }
                if (old != null && old.stamp().equals(stamp) && !mayGetTwins(path, old)) {
                    return old.checked(now);
                }
                var bytes = Files.readAllBytes(file);
                if (stamp.equals(stamp(file))) {
                    return issue(path, bytes, stamp, now);
                }
            }
        } catch (NoSuchFileException e) {
            return Issue.none(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file stands before its twins do; if another process writes, nobody says when these have come. */
    private static boolean mayGetTwins(String path, Issue issue) {
        return issue.brotli() == null && Pressed.isWorthIt(path, issue.stamp().size())
                && issue.stamp().modified().toInstant().isAfter(Instant.now().minus(AWAITED));
    }

    private static Issue.@Nullable Stamp stamp(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? new Issue.Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey())
                    : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            if (NOT_A_DIRECTORY.equals(e.getReason())) {
                return null;
            }
            throw e;
        }
    }

    private Issue issue(String path, byte[] bytes, Issue.Stamp stamp, long now) throws IOException {
        var worthIt = Pressed.isWorthIt(path, bytes.length);
        var zipped = worthIt ? twin(path, bytes, Pressed.GZIP) : null;
        if (worthIt && zipped == null) {
            zipped = Pressed.hastily(bytes);
        }
        return new Issue(Buffer.buffer(bytes), buffer(zipped),
                worthIt ? buffer(twin(path, bytes, Pressed.BROTLI)) : null, tag(bytes), stamp, now);
    }

    /** What the writer has compressed, if it is of these very bytes. */
    private byte @Nullable [] twin(String path, byte[] bytes, Pressed kind) {
        try {
            var twin = Files.readAllBytes(root.resolve(path.substring(1) + kind.ending()));
            return kind.isTwin(twin, bytes) ? twin : null;
        } catch (IOException none) {
            return null;
        }
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    /** What stands after the last dot of a file's name. */
    static String kind(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where what once stood at a path stands now; null where nothing moved. */
    @Nullable
    String movedTo(String path) {
        var map = take(Layout.MOVED);
        var content = map.content();
        if (content == null) {
            return null;
        }
        var known = moves;
        if (!known.tag().equals(map.tag())) {
            known = new Moves(map.tag(), content.toString().lines().map(line -> line.split("[ ;]"))
                    .filter(words -> words.length == 2)
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1],
                            (first, next) -> first)));
            moves = known;
        }
        return known.ways().get(path);
    }

    /** The map of what has moved, as it was read last. */
    private record Moves(String tag, Map<String, String> ways) {}
}
