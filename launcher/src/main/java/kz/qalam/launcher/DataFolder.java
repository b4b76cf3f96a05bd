package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The folder in which an instance keeps everything that must survive: the database, secrets, the site, seals, logs, and what
 * runs now. A demo's folder never becomes a real newsroom's, nor the reverse: a marker file says which it is.
 */
record DataFolder(Path path) {

    static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    Path run() {
        return path.resolve("run");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path parts() {
        return path.resolve("parts");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path site() {
        return path.resolve("site");
    }

    /** The search's index: a cache of the site's process, made anew whenever it is missing. */
    Path search() {
        return path.resolve("search");
    }

    Path seals() {
        return path.resolve("seals");
    }

    /** Originals of pictures, and what is made of them, where they are kept in a folder. */
    Path pictures() {
        return path.resolve("pictures");
    }

    /** Where pictures are kept, if not in a bucket. */
    Path pictures(Settings settings) {
        return settings.text("QALAM_PICTURES_FOLDER").map(Path::of).orElse(pictures()).toAbsolutePath().normalize();
    }

    /** Where the site is printed: a folder that is named without its root is in the data folder, in which the site's process works. */
    Path site(Settings settings) {
        return settings.text("QALAM_SITE_FOLDER").map(path::resolve).orElse(site()).normalize();
    }

    /** With what the house was last started, as a restore wants to be reminded; no secret is in it. */
    Path settings() {
        return path.resolve("settings.json");
    }

    /** Says that Keycloak has taken in our realm. */
    Path realm() {
        return path.resolve("realm.json");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    private Path marker() {
        return path.resolve("qalam.json");
    }

    boolean isSettled() {
        return Files.isRegularFile(marker());
    }

    /** Makes the folder ready for a demo or a real newsroom, or says why it can't be. */
    void settle(boolean demo) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Trouble("folder-is-file", path);
        }
        Optional<Boolean> held = heldDemo();
        if (held.isPresent() && held.get() != demo) {
            throw new Trouble(demo ? "folder-is-real" : "folder-is-demo", path);
        }
        if (held.isEmpty() && !isEmpty()) {
            throw new Trouble("folder-is-others", path);
        }
        try {
            // Others may pass through (PostgreSQL runs as another user when we are root), not look.
            directory(path, "rwx--x--x");
            if (held.isEmpty()) {
                mark(demo, false);
            }
            directory(run(), "rwx------");
            directory(logs(), "rwx------");
            directory(secrets(), "rwx------");
            directory(parts(), "rwx--x--x");
            directory(site(), "rwxr-xr-x");
            directory(seals(), "rwx------");
            directory(pictures(), "rwx------");
        } catch (FileSystemException refused) {
            if (Trouble.behind(refused) != null) {
                throw Trouble.of(refused);
            }
            throw new Trouble("folder-unwritable", path);
        } catch (IOException e) {
            throw Trouble.of(e);
        }
        if (!Files.isWritable(path)) {
            throw new Trouble("folder-unwritable", path);
        }
    }

    private void mark(boolean demo, boolean restoring) throws IOException {
        ObjectNode marker = Json.object().put("format", 1).put("demo", demo);
        if (restoring) {
            marker.put("restoring", true);
        }
        write(marker(), marker.toString());
    }

    /** Only where nothing is, something is restored. */
    void requireEmpty() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Trouble("folder-is-file", path);
        }
        if (!isEmpty()) {
            throw new Trouble("folder-not-empty", path);
        }
    }

    /** Until {@link #endRestore} nobody starts what is half restored. */
    void beginRestore(boolean demo) throws IOException {
        settle(demo);
        mark(demo, true);
        BackupWriter.sync(path);
    }

    void endRestore(boolean demo) throws IOException {
        mark(demo, false);
        BackupWriter.sync(path);
    }

    private Optional<Boolean> heldDemo() {
        if (!isSettled()) {
            return Optional.empty();
        }
        try {
            JsonNode written = Json.read(Files.readAllBytes(marker()));
            if (written.path("format").asInt() != 1) {
                throw new Trouble("folder-newer", path);
            }
            if (written.path("restoring").asBoolean()) {
                throw new Trouble("folder-half-restored", path);
            }
            return Optional.of(written.path("demo").asBoolean());
        } catch (IOException e) {
            throw new Trouble("folder-unreadable", path);
        }
    }

    private boolean isEmpty() {
        if (!Files.exists(path)) {
            return true;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            throw new Trouble("folder-unreadable", path);
        }
    }

    /** Refuses to begin where there is too little room to end well. */
    void requireRoom(long megabytes) {
        long free;
        try {
            Path there = path;
            while (!Files.exists(there)) {
                there = Objects.requireNonNull(there.getParent());
            }
            free = Files.getFileStore(there).getUsableSpace() / 1_000_000;
        } catch (IOException e) {
            throw Trouble.of(e);
        }
        if (free < megabytes) {
            throw new Trouble("disk-nearly-full", path, megabytes, free);
        }
    }

    static void directory(Path folder, String rights) throws IOException {
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
            } catch (FileAlreadyExistsException raced) {
                if (!Files.isDirectory(folder)) {
                    throw raced;
                }
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
        }
    }

    /** Writes a small file that only we may read, whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
