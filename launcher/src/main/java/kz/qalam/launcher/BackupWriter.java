package kz.qalam.launcher;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A backup as it is written: a ZIP file whose last member, the manifest, names every other one with its size and SHA-256, and
 * whose comment, the last bytes of the file, is the SHA-256 of the whole file (its own digits counted as zeros): ZIP has bytes
 * that no member's digest covers. It grows under another name and gets its own only when all of it is on the disk.
 */
final class BackupWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    /** From 2 on the whole file is sealed by its comment. */
    static final int FORMAT = 2;
    static final String SEAL = "sha256:";
    static final byte[] UNSEALED = "0".repeat(64).getBytes(StandardCharsets.US_ASCII);

    private static final String UNFINISHED = ".unfinished";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Path half;
    private final FileChannel channel;
    private final DigestOutputStream all;
    private final ZipOutputStream zip;
    private final List<Sealed> members = new ArrayList<>();
    private final ObjectNode manifest;
    private boolean whole;

    BackupWriter(Path file, ObjectNode manifest) throws IOException {
        this.file = file;
        forgetUnfinished(file);
        // Its own name: another backup may be on its way to the same file.
        this.half = file
                .resolveSibling(file.getFileName() + "." + HexFormat.of().toHexDigits(RANDOM.nextLong()) + UNFINISHED);
        // It holds passwords and drafts.
        this.channel = FileChannel.open(half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        lock(channel);
        this.all = new DigestOutputStream(Channels.newOutputStream(channel), sha256());
        this.zip = new ZipOutputStream(all, StandardCharsets.UTF_8);
        zip.setComment(SEAL + new String(UNSEALED, StandardCharsets.US_ASCII));
        this.manifest = manifest.put("format", FORMAT);
    }

    /** What an interrupted one left of this file: nobody holds it. */
    private static void forgetUnfinished(Path file) throws IOException {
        Pattern left = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "([0-9a-f]{16}\\.)?unfinished");
        try (Stream<Path> there = Files.list(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            for (Path half : there.filter(one -> left.matcher(one.getFileName().toString()).matches()).toList()) {
                try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                    if (lock(channel)) {
                        Files.deleteIfExists(half);
                    }
                } catch (NoSuchFileException | AccessDeniedException finished) {
                    // It has got its name, or is another's
                }
            }
        }
    }

    /** Whether it is held now by nobody but us; what cannot be locked is taken for held. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException noLocksHere) {
            return false;
        }
    }

    /** A member as the manifest names it: some 150 bytes of memory, and a large house has a million. */
    record Sealed(String name, long size, byte[] sha256) {}

    /** Opens the next member; it is written to its end and closed before another is opened. */
    OutputStream member(String name) throws IOException {
        return member(name, Deflater.BEST_SPEED);
    }

    /** The same, for what is compressed already. */
    OutputStream packedMember(String name) throws IOException {
        return member(name, Deflater.NO_COMPRESSION);
    }

    private OutputStream member(String name, int level) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        return new Member(name, new DigestOutputStream(zip, sha256()));
    }

    void text(String name, String text) throws IOException {
        try (OutputStream member = member(name)) {
            member.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Everything is in: writes the manifest, brings it all to the disk and gives the file its name. */
    long finish() throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        writeManifest();
        zip.closeEntry();
        zip.finish();
        zip.flush();
        long size = channel.size();
        ByteBuffer seal = ByteBuffer.wrap(
                HexFormat.of().formatHex(all.getMessageDigest().digest()).getBytes(StandardCharsets.US_ASCII));
        for (long at = size - seal.remaining(); seal.hasRemaining(); at = size - seal.remaining()) {
            channel.write(seal, at);
        }
        channel.force(true);
        name(half, file, Files::createLink);
        whole = true;
        channel.close();
        sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return size;
    }

    /** How a second name is given to a file. */
    interface Link {
        void make(Path name, Path of) throws IOException;
    }

    /** Gives a finished file its name, and never over another backup: a link refuses to be made where something is. */
    static void name(Path half, Path file, Link link) throws IOException {
        try {
            link.make(file, half);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
            // As on exFAT or a share of Windows's: takes the name first, and then puts the file there.
            Files.createFile(file);
            try {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.delete(file);
                throw e;
            }
            return;
        }
        Files.delete(half);
    }

    /** Member by member: as one text it may be larger than the memory that there is. */
    private void writeManifest() throws IOException {
        try (JsonGenerator json = Json.writer(zip)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> said : manifest.properties()) {
                json.writeFieldName(said.getKey());
                json.writeTree(said.getValue());
            }
            json.writeArrayFieldStart("members");
            for (Sealed member : members) {
                json.writeStartObject();
                json.writeStringField("name", member.name());
                json.writeNumberField("size", member.size());
                json.writeStringField("sha256", HexFormat.of().formatHex(member.sha256()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            channel.close();
            Files.deleteIfExists(half);
        }
    }

    /** Brings a new or renamed entry of a folder to the disk. */
    static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /** Writes a file that must be there after a lost power supply. */
    static void write(Path file, InputStream from, String rights) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(half, Set.of(StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)))) {
            from.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Member extends FilterOutputStream {

        private final String name;
        private final DigestOutputStream digested;
        private long size;

        Member(String name, DigestOutputStream digested) {
            super(digested);
            this.name = name;
            this.digested = digested;
        }

        @Override
        public void write(int one) throws IOException {
            digested.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digested.write(bytes, from, length);
            size += length;
        }

        @Override
        public void flush() {
            // The file is brought to the disk once, at its end.
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
            members.add(new Sealed(name, size, digested.getMessageDigest().digest()));
        }
    }
}
