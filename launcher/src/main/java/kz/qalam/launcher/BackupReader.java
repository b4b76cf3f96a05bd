package kz.qalam.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.launcher.BackupWriter.Sealed;

/** A backup as it is read. Opening it looks through every byte and refuses what is not exactly what was written. */
final class BackupReader implements AutoCloseable {

    private static final Pattern NAME = Pattern
            .compile(
                    "(settings\\.json|realm\\.json|(secrets|seals|newsroom|keycloak|pictures)(/[^/\\\\\\x00-\\x1f]+)+)");
    private static final Pattern UP = Pattern.compile("(^|/)\\.\\.?(/|$)");

    private final Path file;
    private final ZipFile zip;
    private final JsonNode manifest;
    private final Map<String, Sealed> members;

    private BackupReader(Path file, ZipFile zip, JsonNode manifest, Map<String, Sealed> members) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
        this.members = members;
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
            BackupReader backup = read(file, zip);
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

    private static BackupReader read(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
        if (entry == null) {
            throw new Trouble("backup-foreign", file);
        }
        ObjectNode manifest = Json.object();
        List<Sealed> members = null;
        try (InputStream in = zip.getInputStream(entry); JsonParser json = Json.reader(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Trouble("backup-foreign", file);
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals("members")) {
                    members = members(json, zip.size());
                    if (members == null) {
                        throw new Trouble("backup-foreign", file);
                    }
                } else {
                    manifest.set(name, json.<JsonNode>readValueAsTree());
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new Trouble("backup-damaged", file, BackupWriter.MANIFEST);
            }
        } catch (JsonProcessingException unreadable) {
            throw new Trouble("backup-damaged", file, BackupWriter.MANIFEST);
        }
        int format = manifest.path("format").asInt();
        if (format < 1 || members == null || !manifest.has("qalam")) {
            throw new Trouble("backup-foreign", file);
        }
        if (format > BackupWriter.FORMAT) {
            throw new Trouble("backup-newer", file, manifest.path("qalam").asText());
        }
        Map<String, Sealed> byName = new LinkedHashMap<>();
        for (Sealed member : members) {
            if (!NAME.matcher(member.name()).matches() || UP.matcher(member.name()).find()
                    || byName.put(member.name(), member) != null) {
                throw new Trouble("backup-foreign", file);
            }
        }
        return new BackupReader(file, zip, manifest, byName);
    }

    /** One at a time, as they were written; no more than the file can have, and null if there are. */
    private static @Nullable List<Sealed> members(JsonParser json, int most) throws IOException {
        List<Sealed> members = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode member = json.readValueAsTree();
            if (members.size() == most) {
                return null;
            }
            members.add(new Sealed(member.path("name").asText(), member.path("size").asLong(-1),
                    digest(member.path("sha256").asText())));
        }
        return members;
    }

    /** What is no digest is that of nothing. */
    private static byte[] digest(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    /** Every member there, none besides, each with the size and the digest that the manifest says. */
    private void lookThrough() throws IOException {
        for (Sealed member : members.values()) {
            try (Checked in = new Checked(member)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            String name = entries.nextElement().getName();
            if (!members.containsKey(name) && !name.equals(BackupWriter.MANIFEST)) {
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

    /** What it says of the whole: all but the members. */
    JsonNode manifest() {
        return manifest;
    }

    /** In the order in which they were written. */
    List<String> members(String folder) {
        return members.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A member's bytes; reading them to the end compares them with the manifest once more. */
    InputStream member(String name) throws IOException {
        Sealed member = members.get(name);
        if (member == null) {
            throw new Trouble("backup-damaged", file, name);
        }
        return new Checked(member);
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

        private final Sealed says;
        private long size;

        Checked(Sealed says) throws IOException {
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
            if (size != says.size() || !Arrays.equals(((MessageDigest) cloned()).digest(), says.sha256())) {
                throw new Trouble("backup-damaged", file, says.name());
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

    private InputStream stream(Sealed member) throws IOException {
        ZipEntry entry = zip.getEntry(member.name());
        if (entry == null) {
            throw new Trouble("backup-damaged", file, member.name());
        }
        return zip.getInputStream(entry);
    }

    private static MessageDigest sha256() {
        return BackupWriter.sha256();
    }
}
