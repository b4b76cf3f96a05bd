package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
    public static final String INNER = ".qalam";

    /** No address of the site needs more; nothing here can climb out of the folder or hide in it. */
    private static final Pattern ADDRESS = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}){1,8}");
    private static final Pattern INNER_ADDRESS = Pattern.compile("/\\.qalam/[a-z]+\\.map");

    private final Path root;
    private final Path temporary;
    private final Fence fence;
    private final Consumer<FileChanged> changed;
    private final Manifest manifest;
    private final Set<Path> unsealedFiles = new LinkedHashSet<>();
    private final Set<Path> unsealedFolders = new LinkedHashSet<>();
    private long written;

    private Folder(Path root, Fence fence, Consumer<FileChanged> changed, Manifest manifest) {
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
        var root = place.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var inner = root.resolve(INNER);
            if (!Files.isDirectory(inner)) {
                try (var files = Files.list(root)) {
                    if (files.findAny().isPresent()) {
                        throw new TargetFailed(
                                "%s holds files and is no target of Qalam: name an empty folder".formatted(root));
                    }
                }
                Files.createDirectories(inner);
            }
            var folder = new Folder(root, fence, changed, Manifest.read(inner.resolve("manifest")));
            folder.sweep();
            return folder;
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be taken over", e);
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

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Brings a file into sight, at once and whole. Does nothing, and says false, when these very bytes stand there.
     */
    public boolean put(Printed printed) {
        var digest = digest(printed.bytes());
        var was = manifest.entry(printed.path());
        var now = new Manifest.Entry(printed.release(), digest, printed.article(), printed.shows());
        if (was != null && was.digest().equals(digest)) {
            if (!was.equals(now)) {
                manifest.holds(printed.path(), now);
            }
            return false;
        }
        write(printed.path(), printed.bytes());
        manifest.holds(printed.path(), now);
        return true;
    }

    /** Writes the file even if the manifest says that these bytes stand there: someone wants to see it sent again. */
    public void putAgain(Printed printed) {
        write(printed.path(), printed.bytes());
        manifest.holds(printed.path(),
                new Manifest.Entry(printed.release(), digest(printed.bytes()), printed.article(), printed.shows()));
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
            if (!Files.exists(file) || !digest(file).equals(digest(bytes))) {
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
            rename(path, file, bytes);
        } catch (IOException e) {
            throw new TargetFailed("a file cannot be written", e);
        }
    }

    private void rename(String path, Path file, byte[] bytes) throws IOException {
        var half = temporary.resolve(Long.toString(written++));
        Files.write(half, bytes);
        fence.pass();
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        unsealedFiles.add(file);
        unsealedFolders.add(parent(file));
        changed.accept(new FileChanged(path));
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
            fence.pass();
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
        manifest.gone(path);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /** One sync: every file and folder changed since the last one, then the manifest that vouches for them. */
    public void seal() {
        try {
            for (var file : unsealedFiles) {
                sync(file);
            }
            for (var folder : unsealedFolders) {
                sync(folder);
            }
            manifest.write();
            unsealedFiles.clear();
            unsealedFolders.clear();
        } catch (IOException e) {
            throw new TargetFailed("the files cannot be put on the disk", e);
        }
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException removedSince) {
            return;
        }
    }

    /** Remembers the rendering with which the whole folder has been printed. */
    public void style(String style) {
        manifest.style(style);
    }

    /**
     * Compares the folder with its manifest: forgets what is missing or differs, so that it is printed again, and
     * returns the paths that the manifest does not know.
     */
    public Set<String> audit() {
        var found = new TreeMap<String, String>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(root.resolve(INNER)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    found.put(path(file), attributes.isRegularFile() ? digest(file) : "");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
        for (var path : manifest.paths("/")) {
            var entry = manifest.entry(path);
            if (entry != null && !entry.digest().equals(found.get(path))) {
                manifest.gone(path);
            }
        }
        var unknown = new LinkedHashSet<String>();
        found.keySet().stream().filter(path -> manifest.entry(path) == null).forEach(unknown::add);
        return unknown;
    }

    private String path(Path file) {
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

    private static String digest(Path file) throws IOException {
        return digest(Files.readAllBytes(file));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
