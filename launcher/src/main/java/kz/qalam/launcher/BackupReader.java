package kz.qalam.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;

/** A backup as it is read. Opening it looks through every byte and refuses what is not exactly what was written. */
final class BackupReader implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 200_000_000;
    private static final Pattern NAME = Pattern
            .compile(
                    "(settings\\.json|realm\\.json|(secrets|seals|newsroom|keycloak|pictures)(/[^/\\\\\\x00-\\x1f]+)+)");
    private static final Pattern UP = Pattern.compile("(^|/)\\.\\.?(/|$)");

    private final Path file;
    private final ZipFile zip;
    private final JsonNode manifest;

    private BackupReader(Path file, ZipFile zip, JsonNode manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("backup-missing", file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException unreadable) {
            throw new Trouble(beginsAsOne(file) ? "backup-cut-short" : "backup-foreign", file);
        }
        try {
            BackupReader backup = new BackupReader(file, zip, manifest(file, zip));
            backup.lookThrough();
            backup.requireSealed();
            return backup;
        } catch (IOException | RuntimeException refused) {
            zip.close();
            if (refused instanceof ZipException || refused instanceof EOFException
                    || refused instanceof IllegalArgumentException) {
                throw new Trouble("backup-damaged", file, String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }

    private static boolean beginsAsOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(4)).equals("504b0304");
        }
    }

    private static JsonNode manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
        if (entry == null) {
            throw new Trouble("backup-foreign", file);
        }
        JsonNode manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Json.read(in.readNBytes(LARGEST_MANIFEST));
        } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
            throw new Trouble("backup-damaged", file, BackupWriter.MANIFEST);
        }
        int format = manifest.path("format").asInt();
        if (format < 1 || !manifest.path("members").isArray() || !manifest.has("qalam")) {
            throw new Trouble("backup-foreign", file);
        }
        if (format > BackupWriter.FORMAT) {
            throw new Trouble("backup-newer", file, manifest.path("qalam").asText());
        }
        return manifest;
    }

    /** Every member there, none besides, each with the size and the digest that the manifest says. */
    private void lookThrough() throws IOException {
        Set<String> known = new HashSet<>(Set.of(BackupWriter.MANIFEST));
        for (JsonNode member : manifest.path("members")) {
            String name = member.path("name").asText();
            if (!NAME.matcher(name).matches() || UP.matcher(name).find() || !known.add(name)) {
                throw new Trouble("backup-foreign", file);
            }
            try (Checked in = new Checked(member)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            String name = entries.nextElement().getName();
            if (!known.contains(name)) {
                throw new Trouble("backup-damaged", file, name);
            }
        }
    }

    /** The digest at the end of the file is that of every byte of it, also of those that belong to no member. */
    private void requireSealed() throws IOException {
        if (manifest.path("format").asInt() < 2) {
            return;
        }
        int digits = BackupWriter.UNSEALED.length;
        MessageDigest digest = sha256();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] buffer = new byte[1 << 16];
            for (long left = bytes.length() - digits; left > 0;) {
                int count = (int) Math.min(buffer.length, left);
                bytes.readFully(buffer, 0, count);
                digest.update(buffer, 0, count);
                left -= count;
            }
            digest.update(BackupWriter.UNSEALED);
            byte[] says = new byte[digits];
            bytes.readFully(says);
            String is = HexFormat.of().formatHex(digest.digest());
            if (!is.equals(new String(says, StandardCharsets.ISO_8859_1))) {
                throw new Trouble("backup-damaged", file, "SHA-256");
            }
        }
    }

    JsonNode manifest() {
        return manifest;
    }

    List<String> members(String folder) {
        List<String> names = new ArrayList<>();
        for (JsonNode member : manifest.path("members")) {
            if (member.path("name").asText().startsWith(folder)) {
                names.add(member.path("name").asText());
            }
        }
        return names;
    }

    boolean has(String name) {
        return members(name).contains(name);
    }

    /** A member's bytes; reading them to the end compares them with the manifest once more. */
    InputStream member(String name) throws IOException {
        for (JsonNode member : manifest.path("members")) {
            if (member.path("name").asText().equals(name)) {
                return new Checked(member);
            }
        }
        throw new Trouble("backup-damaged", file, name);
    }

    JsonNode json(String name) throws IOException {
        try (InputStream in = member(name)) {
            return Json.read(in.readAllBytes());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Checked extends DigestInputStream {

        private final JsonNode says;
        private long size;

        Checked(JsonNode says) throws IOException {
            super(stream(says), sha256());
            this.says = says;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            size += one < 0 ? 0 : 1;
            return one < 0 ? end() : one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            size += Math.max(count, 0);
            return count < 0 ? end() : count;
        }

        private int end() {
            if (size != says.path("size").asLong() || !HexFormat.of()
                    .formatHex(((MessageDigest) cloned()).digest()).equals(says.path("sha256").asText())) {
                throw new Trouble("backup-damaged", file, says.path("name").asText());
            }
            return -1;
        }

        private Object cloned() {
            try {
                return digest.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private InputStream stream(JsonNode member) throws IOException {
        ZipEntry entry = zip.getEntry(member.path("name").asText());
        if (entry == null) {
            throw new Trouble("backup-damaged", file, member.path("name").asText());
        }
        return zip.getInputStream(entry);
    }

    private static MessageDigest sha256() {
        return BackupWriter.sha256();
    }
}
