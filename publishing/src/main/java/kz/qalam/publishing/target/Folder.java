package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A folder of finished files, as its one writer sees it. A file comes into sight whole, by a rename from a temporary one
 * in the same tree; what stands already is not written again. {@link #seal()} puts all of it on the disk.
 *
 * <p>Whoever reads the folder passes over {@value #INNER}, in which the writer keeps its own.
 */
public final class Folder {
    /** The style of a folder whose pages have none in common. */
    public static final String MIXED = "-";
    /** Before the style of a folder whose lists may not yet say what its stories do. */
    public static final String LISTS_BEHIND = "~";
    public static final String INNER = ".qalam";
    private static final String MANIFEST = "manifest";

    /** No address of the site needs more; nothing here can climb out of the folder or hide in it. */
    private static final Pattern ADDRESS = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}){1,8}");
    /** What is no older than this before the last seal, the disk may not have had yet when the machine lost its power. */
    private static final Duration YOUNG = Duration.ofMinutes(2);
    private static final Pattern INNER_ADDRESS = Pattern.compile("/\\.qalam/[a-z-]+\\.(map|conf)");
    private static final Executor BESIDE = task -> {
        var thread = new Thread(task, "sweeper");
        thread.setDaemon(true);
        thread.start();
    };

    private final Path root;
    private final Path temporary;
    private final Fence fence;
    private final Consumer<FileChanged> changed;
    private final Manifest manifest;
    private final List<Pressed> kinds;
    /** A folder that nobody reads yet is written by several hands, and put on the disk once, as a whole. */
    private final @Nullable Hands hands;
    private final Set<Path> unsealedFiles = new LinkedHashSet<>();
    private final Set<Path> unsealedFolders = new LinkedHashSet<>();
    /** The paths whose twins wait to be made: of a file that changes again before, only the last text is compressed. */
    private final Set<String> unpressed = new LinkedHashSet<>();
    /** The paths whose files may not be what the manifest says: they were read and are not, or could not be written. */
    private final Set<String> unsure = new LinkedHashSet<>();
    private long written;
    /** When what stands was last put on the disk: a file that is hardly older may be what a crash has left of it. */
    private Instant lastSeal;
    /** The files that were not read since this process took the folder over, the oldest of them last; null at first. */
    private @Nullable ArrayDeque<String> unread;
    /** Its files on their way to the disk, beside other work. */
    private @Nullable CompletableFuture<Void> settling;
    /** The site that stood here before, on its way out. */
    private static volatile CompletableFuture<Void> sweeping = CompletableFuture.completedFuture(null);

    private Folder(Path root, Fence fence, Consumer<FileChanged> changed, Manifest manifest, List<Pressed> kinds,
            boolean unread, Instant lastSeal) {
        this.lastSeal = lastSeal;
        this.kinds = kinds;
        this.hands = unread ? new Hands(kinds) : null;
        this.root = root;
        this.temporary = root.resolve(INNER).resolve("tmp");
        this.fence = fence;
        this.changed = changed;
        this.manifest = manifest;
    }

    /**
     * Takes the folder over from whoever wrote it before. Refuses one that holds files and was never a target, for a
     * writer removes what it does not know.
     */
    public static Folder open(Path place, Fence fence, Consumer<FileChanged> changed) {
        return open(place, fence, changed, Pressed.AT_HAND);
    }

    /** @param kinds of twins that files have beside them */
    public static Folder open(Path place, Fence fence, Consumer<FileChanged> changed, List<Pressed> kinds) {
        var root = place.toAbsolutePath().normalize();
        try {
            var old = old(root);
            if (Files.isDirectory(old.resolve(INNER))) {
                if (Files.isDirectory(root.resolve(INNER))) {
                    // A rebuild was killed after its two renames: the next one need not wait for that
                    sweepAway(old);
                } else if (!Files.exists(root) || isEmpty(root)) {
                    // Or between them: what stood before is what readers had. (Who starts us may make an empty folder.)
                    Files.deleteIfExists(root);
                    Files.move(old, root, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            Files.createDirectories(root);
            var inner = root.resolve(INNER);
            if (!Files.isDirectory(inner)) {
                if (!isEmpty(root)) {
                    throw new TargetFailed(
                            "%s holds files and is no target of Qalam: name an empty folder".formatted(root));
                }
                Files.createDirectories(inner);
            }
            var log = inner.resolve(MANIFEST);
            var lastSeal = Files.exists(log) ? Files.getLastModifiedTime(log).toInstant() : Instant.EPOCH;
            var folder = new Folder(root, fence, changed, Manifest.read(log), kinds, false, lastSeal);
            folder.sweep();
            return folder;
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be taken over", e);
        }
    }

    /** An empty folder beside this one, in which a new site is made; what an earlier try has left there goes. */
    public Folder beside() {
        var place = Folder.parent(root).resolve("." + root.getFileName() + ".new");
        try {
            delete(place);
            Files.createDirectories(place.resolve(INNER));
            var folder = new Folder(place, fence, file -> {},
                    Manifest.beside(manifest, place.resolve(INNER).resolve(MANIFEST)), kinds, true, Instant.EPOCH);
            folder.sweep();
            return folder;
        } catch (IOException e) {
            throw new TargetFailed("there is no room for a new site", e);
        }
    }

    /**
     * Takes the place of the standing folder, whole and at once, when everything is on the disk. A crash between the two
     * renames leaves no folder; {@link #open} then puts the old one back.
     */
    public void replace(Folder standing) {
        if (hands == null) {
            throw new TargetFailed("only a new folder takes another's place");
        }
        try {
            hands.close();
            manifest.write();
            manifest.standAlone();
            Disk.syncAll(root);
            fence.pass();
            var old = old(standing.root);
            sweeping.join();
            delete(old);
            // That may have taken minutes
            fence.pass();
            Files.move(standing.root, old, StandardCopyOption.ATOMIC_MOVE);
            comeAfter(old, standing.root);
            syncExchange();
            standing.changed.accept(new FileChanged(FileChanged.ALL));
            sweepAway(old);
        } catch (IOException e) {
            throw new TargetFailed("the new site cannot take the old one's place", e);
        }
    }

    /** Nobody waits for it, and it may take minutes; what is left of it goes before the next one comes there. */
    private static void sweepAway(Path old) {
        sweeping = sweeping.thenRunAsync(() -> {
            try {
                delete(old);
            } catch (IOException | RuntimeException left) {
                return;
            }
        }, BESIDE);
    }

    /**
     * Waits until the place is free and all files are on the disk, for which minutes may go by, so that {@link #replace} has
     * little to wait for. What goes wrong, that says.
     *
     * @param most how long this waits; the disk works on meanwhile
     * @return whether it is so
     */
    public boolean settles(Duration most) {
        var underway = settling;
        if (underway == null) {
            underway = sweeping.thenRunAsync(() -> {
                try {
                    Disk.syncAll(root);
                } catch (IOException | RuntimeException saidAgain) {
                    return;
                }
            }, BESIDE);
            settling = underway;
        }
        try {
            underway.get(most.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException saidAgain) {
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where this cannot come, what readers had comes back. */
    private void comeAfter(Path old, Path place) throws IOException {
        try {
            fence.pass();
            Files.move(root, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            try {
                Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException takenOver) {
                // Whoever has the lease now has put it back already
                e.addSuppressed(takenOver);
            }
            throw e;
        }
    }

    /** It has come about, whatever the disk says: only what a crash right now would leave is not sure. */
    private void syncExchange() {
        try {
            Disk.sync(List.of(parent(root)));
        } catch (IOException notYet) {
            return;
        }
    }

    private static Path old(Path root) {
        return parent(root).resolve("." + root.getFileName() + ".old");
    }

    /** Gives up a new folder, and removes it unless it is another's by now. */
    public void discard() {
        if (hands != null) {
            try {
                hands.abandon();
                fence.pass();
                delete(root);
            } catch (IOException e) {
                throw new TargetFailed("the new site cannot be removed", e);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Begins to look at what really stands in it. */
    public Stocktaking takeStock() {
        return new Stocktaking(this);
    }

    /** As its manifest has it, by path: the digest of each file that is not only kept for a while. */
    public Map<String, Digest> vouched() {
        var digests = manifest.digests();
        digests.keySet().removeIf(path -> manifest.leaving(path) != null);
        return digests;
    }

    /** Whether nobody reads it yet. */
    public boolean isUnread() {
        return hands != null;
    }

    /** Waits until all that was put into a folder that nobody reads yet is written. */
    public void rest() {
        try {
            if (hands != null) {
                hands.rest();
            }
        } catch (IOException e) {
            throw new TargetFailed("a file cannot be written", e);
        }
    }

    /** Shows whoever watches its manifest that someone is at work. */
    public void touch() {
        try {
            Files.setLastModifiedTime(root.resolve(INNER).resolve(MANIFEST), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new TargetFailed("the manifest cannot be touched", e);
        }
    }

    private void sweep() throws IOException {
        Files.createDirectories(temporary);
        try (var left = Files.list(temporary)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Where it stands. */
    public Path place() {
        return root;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What stands at a path, if the manifest vouches for it. */
    public byte @Nullable [] bytes(String path) {
        var entry = manifest.entry(path);
        if (entry == null) {
            return null;
        }
        try {
            if (hands != null) {
                hands.rest();
            }
            var bytes = Files.readAllBytes(resolve(path));
            return Digest.of(bytes).equals(entry.digest()) ? bytes : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /**
     * Brings a file into sight, at once and whole. Does nothing, and says false, when these very bytes stand there.
     */
    public boolean put(Printed printed) {
        var digest = Digest.of(printed.bytes());
        var was = manifest.entry(printed.path());
        var now = new Manifest.Entry(printed.release(), digest, printed.article(), printed.shows());
        if (was != null && was.digest().equals(digest) && !unsure.contains(printed.path())) {
            if (!was.equals(now)) {
                manifest.holds(printed.path(), now);
            }
            return false;
        }
        write(printed.path(), printed.bytes());
        manifest.holds(printed.path(), now);
        return true;
    }

    /**
     * Lets a file that stands in another folder stand in this one too, unread: neither is ever written to in its place.
     *
     * @return false where it does not stand there
     */
    public boolean take(Folder other, String path) {
        var entry = other.manifest.entry(path);
        if (entry == null) {
            return false;
        }
        var file = resolve(path);
        try {
            makeFolders(parent(file));
            Files.deleteIfExists(file);
            Files.createLink(file, other.resolve(path));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException | UnsupportedOperationException noLinks) {
            var bytes = other.bytes(path);
            if (bytes == null) {
                return false;
            }
            write(path, bytes);
        }
        manifest.holds(path, entry);
        return true;
    }

    /** Writes the file even if the manifest says that these bytes stand there: someone wants to see it sent again. */
    public void putAgain(Printed printed) {
        write(printed.path(), printed.bytes());
        manifest.holds(printed.path(),
                new Manifest.Entry(printed.release(), Digest.of(printed.bytes()), printed.article(), printed.shows()));
    }

    /** Notes which stories a file names from now on; the file stays as it is. */
    public void shows(String path, Map<UUID, Long> shows) {
        var was = manifest.entry(path);
        if (was != null && !was.shows().equals(shows)) {
            manifest.holds(path, new Manifest.Entry(was.release(), was.digest(), was.article(), Map.copyOf(shows)));
        }
    }

    /** Writes one of the writer's own maps, which are no pages: {@code /.qalam/gone.map}. */
    public void note(String path, byte[] bytes) {
        if (!INNER_ADDRESS.matcher(path).matches()) {
            throw new TargetFailed("no inner address: " + path);
        }
        var file = root.resolve(path.substring(1));
        try {
            if (!Files.exists(file) || !Digest.of(file).equals(Digest.of(bytes))) {
                rename(path, file, bytes);
            }
        } catch (IOException e) {
            throw new TargetFailed("a map cannot be written", e);
        }
    }

    private void write(String path, byte[] bytes) {
        var file = resolve(path);
        try {
            makeFolders(parent(file));
            if (hands != null) {
                hands.write(file, bytes, Pressed.isWorthIt(path, bytes.length), manifest.entry(path) != null);
                return;
            }
            unsure.add(path);
            rename(path, file, bytes);
            // The older text's go, so that nobody is handed that; this one's are made when there is time.
            for (var kind : Pressed.values()) {
                Files.deleteIfExists(twin(file, kind));
            }
            unpressed.add(path);
            unsure.remove(path);
        } catch (IOException e) {
            throw new TargetFailed("a file cannot be written", e);
        }
    }

    /**
     * Compresses the file that has waited longest. Until then it stands alone, and web servers hand it out as it is.
     *
     * @return false when none waits
     */
    public boolean press() {
        if (unpressed.isEmpty()) {
            return false;
        }
        var path = unpressed.iterator().next();
        var file = resolve(path);
        try {
            if (Pressed.isWorthIt(path, Files.size(file))) {
                var bytes = Files.readAllBytes(file);
                for (var kind : kinds) {
                    var twin = kind.twin(bytes);
                    if (twin != null) {
                        rename(path, twin(file, kind), twin);
                    }
                }
            }
            unpressed.remove(path);
        } catch (NoSuchFileException removedSince) {
            unpressed.remove(path);
        } catch (IOException e) {
            throw new TargetFailed("a file cannot be compressed", e);
        }
        return true;
    }

    private static Path twin(Path file, Pressed kind) {
        return file.resolveSibling(file.getFileName() + kind.ending());
    }

    private void rename(String path, Path file, byte[] bytes) throws IOException {
        var half = temporary.resolve(Long.toString(written++));
        try {
            Files.write(half, bytes);
            fence.pass();
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            removeHalf(half, e);
            throw e;
        }
        unsealedFiles.add(file);
        unsealedFolders.add(parent(file));
        changed.accept(new FileChanged(path));
    }

    /** Of a full disk it would take the rest, once more with each try. */
    private static void removeHalf(Path half, IOException why) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolders(parent(folder));
            fence.pass();
            // Something else in a folder's place is none of ours.
            Files.deleteIfExists(folder);
            Files.createDirectory(folder);
            unsealedFolders.add(parent(folder));
        }
    }

    /** Takes a file out of sight, with the folders that it leaves empty. */
    public void remove(String path) {
        // Of a file that is not ours the name may be anything; it was found here, so it lies here.
        var file = root.resolve(path.substring(1)).normalize();
        if (!file.startsWith(root) || file.startsWith(root.resolve(INNER)) || file.equals(root)) {
            throw new TargetFailed("nothing of the site: " + path);
        }
        try {
            if (hands != null) {
                if (manifest.entry(path) == null) {
                    // Nobody else writes there
                    return;
                }
                hands.rest();
            }
            fence.pass();
            // First what is the file's in another form: of what is gone, nothing may be left to hand out.
            for (var kind : Pressed.values()) {
                if (Files.deleteIfExists(twin(file, kind))) {
                    unsealedFiles.remove(twin(file, kind));
                    unsealedFolders.add(parent(file));
                }
            }
            if (Files.deleteIfExists(file)) {
                changed.accept(new FileChanged(path));
                unsealedFiles.remove(file);
                var folder = parent(file);
                while (!folder.equals(root) && isEmpty(folder)) {
                    Files.delete(folder);
                    unsealedFolders.remove(folder);
                    folder = parent(folder);
                }
                unsealedFolders.add(folder);
            }
        } catch (IOException e) {
            throw new TargetFailed("a file cannot be removed", e);
        }
        unpressed.remove(path);
        unsure.remove(path);
        manifest.gone(path);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /**
     * One sync: every file and folder changed since the last one, then the manifest that vouches for them. The files of a
     * folder that nobody reads yet are put on the disk when it takes another's place; until then only its manifest grows.
     */
    public void seal() {
        try {
            if (hands == null) {
                Disk.sync(unsealedFiles);
                Disk.sync(unsealedFolders);
            }
            manifest.write();
            lastSeal = Instant.now();
            unsealedFiles.clear();
            unsealedFolders.clear();
        } catch (IOException e) {
            throw new TargetFailed("the files cannot be put on the disk", e);
        }
    }

    /**
     * A file that no page needs any more stays for a while, for readers and caches that have an older page; then it goes.
     *
     * @param needed until when one that leaves now is kept
     */
    public void leave(String path, Instant now, Instant needed) {
        var until = manifest.leaving(path);
        if (until == null) {
            manifest.leaves(path, needed);
        } else if (!until.isAfter(now)) {
            remove(path);
        }
    }

    /** A file that may have been leaving is needed again. */
    public void stay(String path) {
        if (manifest.leaving(path) != null) {
            manifest.leaves(path, null);
        }
    }

    /** Remembers the version of the exception lexicon by which the whole folder is spelt. */
    public void spelling(int version) {
        manifest.spelling(version);
    }

    /** Remembers the rendering with which the whole folder has been printed. */
    public void style(String style) {
        manifest.style(style);
    }

    /**
     * Compares the folder with its manifest: forgets what is missing or differs, so that it is printed again, and returns the
     * paths that the manifest does not know. Only what is about as young as the last seal, or empty, is read for it: a site
     * may be large, and releases wait. The rest is for {@link #read}.
     */
    public Set<String> audit() {
        var twins = new LinkedHashMap<String, Boolean>();
        var found = found(twins, lastSeal.minus(YOUNG));
        for (var path : manifest.paths("/")) {
            var entry = manifest.entry(path);
            if (entry != null && !entry.digest().equals(found.get(path))) {
                manifest.gone(path);
            }
        }
        check(twins);
        if (unread == null) {
            unread = new ArrayDeque<>(manifest.newestFirst());
        }
        var unknown = new LinkedHashSet<String>();
        found.keySet().stream().filter(path -> manifest.entry(path) == null).forEach(unknown::add);
        return unknown;
    }

    /** Whether there are files that were not read since this process took the folder over. */
    public boolean hasUnread() {
        return unread != null && !unread.isEmpty();
    }

    /**
     * Reads some of the files that were not read yet, the newest first. Those that are not what the manifest says are written
     * when they are put again, and forgotten when all are read: until then a list may name the story whose page it is. A twin
     * that is not its file's is made again.
     *
     * @return how many differ, twins apart
     */
    public int read(int most) {
        var waiting = unread;
        var differing = 0;
        try {
            for (int left = most; left > 0 && waiting != null && !waiting.isEmpty(); left--) {
                var path = waiting.remove();
                var entry = manifest.entry(path);
                var file = root.resolve(path.substring(1));
                if (entry == null) {
                    continue;
                }
                var bytes = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : null;
                if (bytes == null || !entry.digest().equals(Digest.of(bytes))) {
                    unsure.add(path);
                    differing++;
                } else if (!areTwins(path, bytes)) {
                    unpressed.add(path);
                }
            }
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
        if (!hasUnread()) {
            unsure.forEach(manifest::gone);
            unsure.clear();
        }
        return differing;
    }

    private boolean areTwins(String path, byte[] bytes) throws IOException {
        var all = true;
        for (var kind : kinds) {
            var twin = root.resolve(path.substring(1) + kind.ending());
            if (Files.exists(twin) && !kind.isTwin(Files.readAllBytes(twin), bytes)) {
                fence.pass();
                Files.delete(twin);
                unsealedFolders.add(parent(twin));
                all = false;
            }
        }
        return all;
    }

    /** The live stories whose pages were read and are not what the manifest says. */
    public Set<UUID> damaged() {
        var damaged = new LinkedHashSet<UUID>();
        unsure.stream().map(manifest::entry).filter(Objects::nonNull).map(Manifest.Entry::article)
                .filter(Objects::nonNull).forEach(damaged::add);
        return damaged;
    }

    /**
     * The files on the disk, each with its digest; twins apart, with whether they are to be read.
     *
     * @param since older ones are taken to be what the manifest says
     */
    private TreeMap<String, Digest> found(Map<String, Boolean> twins, Instant since) {
        var found = new TreeMap<String, Digest>();
        try {
            if (hands != null) {
                hands.rest();
            }
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(root.resolve(INNER)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var path = path(file);
                    var isYoung = attributes.size() == 0
                            || attributes.lastModifiedTime().toInstant().compareTo(since) >= 0;
                    if (attributes.isRegularFile() && Pressed.isTwin(path)) {
                        twins.put(path, isYoung);
                    } else {
                        var entry = manifest.entry(path);
                        found.put(path, !attributes.isRegularFile()
                                ? Digest.NONE
                                : isYoung || entry == null ? Digest.of(file) : entry.digest());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
        return found;
    }

    /** A twin that is not its file's goes at once; a file that lacks one is printed again. */
    private void check(Map<String, Boolean> twins) {
        try {
            for (var one : twins.entrySet()) {
                var twin = one.getKey();
                var kind = Arrays.stream(Pressed.values()).filter(each -> twin.endsWith(each.ending())).findFirst()
                        .orElseThrow();
                var file = root.resolve(Pressed.file(twin).substring(1));
                if (!kinds.contains(kind)) {
                    fence.pass();
                    Files.delete(root.resolve(twin.substring(1)));
                } else if (manifest.entry(Pressed.file(twin)) == null || !Files.exists(file)
                        || !Pressed.isWorthIt(Pressed.file(twin), Files.size(file))
                        || (one.getValue() && !kind.isTwin(Files.readAllBytes(root.resolve(twin.substring(1))),
                                Files.readAllBytes(file)))) {
                    fence.pass();
                    Files.delete(root.resolve(twin.substring(1)));
                    manifest.gone(Pressed.file(twin));
                }
            }
            for (var path : manifest.paths("/")) {
                if (kinds.stream().anyMatch(kind -> !twins.containsKey(path + kind.ending()))
                        && Pressed.isWorthIt(path, Files.size(root.resolve(path.substring(1))))) {
                    manifest.gone(path);
                }
            }
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
    }

    /** The path at which a file stands. */
    String path(Path file) {
        return "/" + root.relativize(file).toString().replace('\\', '/');
    }

    private Path resolve(String path) {
        if (!ADDRESS.matcher(path).matches()) {
            throw new TargetFailed("no address of a site: " + path);
        }
        return root.resolve(path.substring(1));
    }

    private static Path parent(Path file) {
        @Nullable
        Path parent = file.getParent();
        if (parent == null) {
            throw new TargetFailed("the folder is the root of the disk");
        }
        return parent;
    }
}
