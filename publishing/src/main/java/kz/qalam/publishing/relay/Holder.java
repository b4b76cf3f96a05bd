package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.target.Folder;

/**
 * This process, as the holder of a lease. It keeps a lock of the operating system on a file that names it. Whoever finds
 * the last holder's name in that file, on the same running machine, and the lock free, knows that the holder has ended and
 * need not wait for its lease to run out. In every other case the lease decides.
 */
final class Holder implements AutoCloseable {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final String name;
    private final Path file;
    private @Nullable FileChannel channel;

    Holder(Path folder) {
        this.file = folder.resolve(Folder.INNER).resolve("writer");
        this.name = boot() + " " + UUID.randomUUID();
    }

    /** One word for as long as this machine runs, whatever containers it runs. */
    private static String boot() {
        try {
            return Files.readString(BOOT, UTF_8).strip();
        } catch (IOException noSuchWord) {
            return "-";
        }
    }

    String name() {
        return name;
    }

    /** Whether the last holder is known to have ended. */
    boolean hasEnded(@Nullable String last) {
        // Closing a file gives up every lock that this process has on it: our own file is never opened twice.
        if (channel != null || last == null || !last.startsWith(boot() + " ") || last.startsWith("- ")
                || !Files.exists(file)) {
            return false;
        }
        try (var look = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = look.tryLock()) {
            return lock != null && Files.readString(file, UTF_8).equals(last);
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }

    /** Names this process in the file and locks it, once the lease is ours. */
    void sign() throws IOException {
        if (channel != null) {
            return;
        }
        var open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = open.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            // A holder whose lease ran out still lives: then only the lease counts, for it and for us.
            open.close();
            return;
        }
        open.truncate(0);
        open.write(ByteBuffer.wrap(name.getBytes(UTF_8)));
        open.force(true);
        channel = open;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
