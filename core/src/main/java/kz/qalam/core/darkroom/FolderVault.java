package kz.qalam.core.darkroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** A vault in a folder. A file is there whole or not at all: written aside, put on the disk, then renamed. */
final class FolderVault implements Vault {

    private final Path root;

    FolderVault(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String keep(Shelf shelf, byte[] bytes) {
        String digest = Digests.hex(Digests.of(bytes));
        Path file = root.resolve(shelf.place(digest));
        try {
            // Also where it is there: how long keeping takes must not tell whether somebody has it
            Path folder = Objects.requireNonNull(file.getParent());
            make(folder);
            Path half = folder.resolve("." + UUID.randomUUID());
            try {
                write(half, bytes);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            sync(folder);
            return digest;
        } catch (IOException e) {
            throw new VaultAway("a picture could not be kept", e);
        }
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = Objects.requireNonNull(folder.getParent());
            make(above);
            Files.createDirectories(folder);
            sync(above);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public byte[] fetch(Shelf shelf, String digest) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(shelf.place(digest)));
            if (!Digests.hex(Digests.of(bytes)).equals(digest)) {
                throw new VaultAway("a picture is not what was kept");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new VaultAway("a picture is not in the vault");
        } catch (IOException e) {
            throw new VaultAway("a picture could not be read", e);
        }
    }

    @Override
    public void close() {
        // Holds nothing open
    }
}
