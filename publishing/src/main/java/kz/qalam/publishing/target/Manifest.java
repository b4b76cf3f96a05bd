package kz.qalam.publishing.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a folder holds: of each file the release it tells, its digest, and the stories that it names. Kept as a log of
 * lines to which a line is added for each change; the last line about a path counts, and a torn one counts for nothing.
 */
public final class Manifest {

    /** One file. */
    public record Entry(long release, Digest digest, @Nullable UUID article, Map<UUID, Long> shows) {}

    private static final String STYLE = "=";
    private static final String SPELLING = "^";
    private static final String HOLDS = "+";
    private static final String GONE = "-";
    private static final String LEAVES = "~";
    private static final String NONE = "-";
    /** As many pages as name a story among those before theirs, in one script. */
    private static final int FEW = 4;

    private final Path file;
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    /** The paths whose entries name a story. */
    private final Map<UUID, List<String>> shownBy = new HashMap<>();
    private final Map<String, Instant> leaving = new TreeMap<>();
    private final StringBuilder unwritten = new StringBuilder();
    private String style = NONE;
    private int spelling;
    private long lines;
    /** What stands there cannot be added to: it is written anew. */
    private boolean torn;
    /** Of the folder that this one is to replace: most of what both hold is the same, and is held once. */
    private @Nullable Manifest standing;

    private Manifest(Path file) {
        this.file = file;
    }

    /** An empty one, of a folder that is to take another's place. */
    static Manifest beside(Manifest standing, Path file) {
        var manifest = new Manifest(file);
        manifest.standing = standing;
        return manifest;
    }

    /** The other's folder is no more, or no concern of this one's. */
    void standAlone() {
        standing = null;
    }

    static Manifest read(Path file) throws IOException {
        var manifest = new Manifest(file);
        if (Files.exists(file)) {
            var log = new String(Files.readAllBytes(file), UTF_8);
            // What stands after the last line end was torn by a crash.
            var whole = log.substring(0, log.lastIndexOf('\n') + 1);
            var reading = new Reading();
            whole.lines().forEach(line -> manifest.take(line, reading));
            if (whole.length() != log.length() || manifest.lines > 2L * manifest.entries.size() + 1000) {
                manifest.torn = true;
                try {
                    manifest.write();
                } catch (IOException later) {
                    // A full disk keeps nobody from taking away: it is written before anything is added
                    return manifest;
                }
            }
        }
        return manifest;
    }

    /** What lines have in common is held once: a story stands in several scripts, and is named by others. */
    private static final class Reading {
        private final Map<UUID, UUID> known = new HashMap<>();
        private final Map<UUID, Map<UUID, Long>> shows = new HashMap<>();

        UUID uuid(String word) {
            var uuid = UUID.fromString(word);
            var same = known.putIfAbsent(uuid, uuid);
            return same == null ? uuid : same;
        }

        Map<UUID, Long> shows(@Nullable UUID article, String word) {
            if (word.equals(NONE)) {
                return Map.of();
            }
            var read = new HashMap<UUID, Long>();
            for (var one : word.split(",", -1)) {
                var at = one.indexOf(':');
                read.put(uuid(one.substring(0, at)), Long.valueOf(one.substring(at + 1)));
            }
            var before = article == null ? null : shows.get(article);
            if (before != null && before.equals(read)) {
                return before;
            }
            var now = Map.copyOf(read);
            if (article != null) {
                shows.put(article, now);
            }
            return now;
        }
    }

    private void take(String line, Reading reading) {
        lines++;
        var words = line.split(" ", -1);
        try {
            if (words[0].equals(STYLE) && words.length == 2) {
                style = words[1];
            } else if (words[0].equals(SPELLING) && words.length == 2) {
                spelling = Integer.parseInt(words[1]);
            } else if (words[0].equals(GONE) && words.length == 2) {
                drop(words[1]);
            } else if (words[0].equals(LEAVES) && words.length == 3) {
                leaving(words[1], words[2].equals(NONE) ? null : Instant.ofEpochSecond(Long.parseLong(words[2])));
            } else if (words[0].equals(HOLDS) && words.length == 6) {
                var article = words[4].equals(NONE) ? null : reading.uuid(words[4]);
                keep(words[1], new Entry(Long.parseLong(words[2]), Digest.parse(words[3]), article,
                        reading.shows(article, words[5])));
            }
        } catch (IllegalArgumentException garbled) {
            // A line that cannot be read vouches for nothing: its file will be found unlisted and printed again.
            return;
        }
    }

    /** The rendering that the folder was last completely printed with; «-» at first. */
    public String style() {
        return style;
    }

    /** The version of the exception lexicon by which the folder was last completely spelt; 0 at first. */
    public int spelling() {
        return spelling;
    }

    public @Nullable Entry entry(String path) {
        return entries.get(path);
    }

    /** What each file must say. */
    Map<String, Digest> digests() {
        var digests = new TreeMap<String, Digest>();
        entries.forEach((path, entry) -> digests.put(path, entry.digest()));
        return digests;
    }

    /** The paths that begin so, in order. */
    public List<String> paths(String prefix) {
        return List.copyOf(entries.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** All paths, those of the newest releases first. */
    List<String> newestFirst() {
        return entries.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Entry> one) -> one.getValue().release()).reversed())
                .map(Map.Entry::getKey).toList();
    }

    /** The stories whose pages name this one. */
    public Set<UUID> storiesThatShow(UUID article) {
        return shownBy.getOrDefault(article, List.of()).stream().map(entries::get).filter(Objects::nonNull)
                .map(Entry::article).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The files under a prefix whose entries name this story. */
    public Set<String> pathsThatName(UUID article, String prefix) {
        return shownBy.getOrDefault(article, List.of()).stream().filter(path -> path.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    void holds(String path, Entry entry) {
        keep(path, entry);
        var shows = entry.shows().isEmpty()
                ? NONE
                : entry.shows().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getKey() + ":" + one.getValue()).collect(Collectors.joining(","));
        add(HOLDS, path, Long.toString(entry.release()), entry.digest().toString(),
                entry.article() == null ? NONE : entry.article().toString(), shows);
    }

    void gone(String path) {
        if (drop(path)) {
            add(GONE, path);
        }
    }

    /** Until when a file is kept that no page needs any more; null for all others. */
    public @Nullable Instant leaving(String path) {
        return leaving.get(path);
    }

    /** All that is on its way out. */
    public List<String> leaving() {
        return List.copyOf(leaving.keySet());
    }

    void leaves(String path, @Nullable Instant until) {
        leaving(path, until);
        add(LEAVES, path, until == null ? NONE : Long.toString(until.getEpochSecond()));
    }

    private void leaving(String path, @Nullable Instant until) {
        if (until == null) {
            leaving.remove(path);
        } else if (entries.containsKey(path)) {
            leaving.put(path, until);
        }
    }

    void style(String now) {
        if (!style.equals(now)) {
            style = now;
            add(STYLE, now);
        }
    }

    void spelling(int version) {
        if (spelling != version) {
            spelling = version;
            add(SPELLING, Integer.toString(version));
        }
    }

    private void add(String... words) {
        unwritten.append(String.join(" ", words)).append('\n');
        lines++;
    }

    private void keep(String said, Entry told) {
        drop(said);
        var path = said;
        var entry = told;
        var same = standing == null ? null : standing.entries.floorEntry(said);
        if (same != null && same.getKey().equals(said)) {
            path = same.getKey();
            entry = same.getValue().equals(told) ? same.getValue() : told;
        }
        entries.put(path, entry);
        for (var shown : entry.shows().keySet()) {
            shownBy.computeIfAbsent(shown, none -> new ArrayList<>(FEW)).add(path);
        }
    }

    private boolean drop(String path) {
        var was = entries.remove(path);
        leaving.remove(path);
        if (was == null) {
            return false;
        }
        for (var shown : was.shows().keySet()) {
            var by = shownBy.get(shown);
            int at = by == null ? -1 : by.indexOf(path);
            if (by != null && at >= 0) {
                // In no order: the last one takes its place
                by.set(at, by.get(by.size() - 1));
                by.remove(by.size() - 1);
                if (by.isEmpty()) {
                    shownBy.remove(shown);
                }
            }
        }
        return true;
    }

    /** Puts on the disk what has changed since the last time. */
    void write() throws IOException {
        if (torn) {
            compact();
            torn = false;
            return;
        }
        if (unwritten.isEmpty()) {
            return;
        }
        torn = true;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(unwritten.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        torn = false;
        unwritten.setLength(0);
    }

    private void compact() throws IOException {
        var all = new Manifest(file.resolveSibling(file.getFileName() + ".new"));
        Files.deleteIfExists(all.file);
        all.style(style);
        all.spelling(spelling);
        entries.forEach(all::holds);
        leaving.forEach(all::leaves);
        all.write();
        if (Files.exists(all.file)) {
            Files.move(all.file, file, StandardCopyOption.ATOMIC_MOVE);
        }
        lines = all.lines;
        unwritten.setLength(0);
    }
}
