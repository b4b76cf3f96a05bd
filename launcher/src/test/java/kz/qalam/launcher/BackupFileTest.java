package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** A backup's file: whole under its name or not there at all, and refused when it is not what was written. */
class BackupFileTest {

    @TempDir
    private Path folder;

    /** A newsroom of the first release, as it was backed up: kept for upgrades, and good enough to be damaged. */
    static Path ofVersion1(Path folder) throws IOException {
        Path file = folder.resolve("v1.qalam");
        try (InputStream kept = Objects
                .requireNonNull(BackupFileTest.class.getResourceAsStream("newsroom-v1.backup"))) {
            Files.write(file, kept.readAllBytes());
        }
        return file;
    }

    private static Map<String, Integer> contents(Path file) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (BackupReader backup = BackupReader.open(file)) {
            for (String name : backup.members("")) {
                try (InputStream member = backup.member(name)) {
                    contents.put(name, Arrays.hashCode(member.readAllBytes()));
                }
            }
        }
        return contents;
    }

    private static String refusal(Path file) {
        return assertThrows(Trouble.class, () -> BackupReader.open(file)).key();
    }

    /** Neither in a member nor in what ZIP writes between them, such as a time in a header. */
    @Test
    void noFlippedByteGoesUnnoticed() throws IOException {
        Path whole = folder.resolve("whole");
        try (BackupWriter writer = new BackupWriter(whole, Json.object().put("qalam", "1"))) {
            writer.text("settings.json", "{}");
            writer.text("newsroom/newsroom.revision.copy", "Мәтін\n".repeat(50));
            try (OutputStream member = writer.packedMember("pictures/originals/x")) {
                member.write(new byte[300]);
            }
            writer.finish();
        }
        assertEquals(3, contents(whole).size());
        byte[] bytes = Files.readAllBytes(whole);
        Path damaged = folder.resolve("damaged");
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            Files.write(damaged, flipped);
            refusal(damaged);
        }
    }

    /** The first release did not seal the whole file: there every member is what was written, or it is refused. */
    @Test
    void noFlippedByteReachesAMemberOfTheFirstFormat() throws IOException {
        Path whole = ofVersion1(folder);
        Map<String, Integer> contents = contents(whole);
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(7);
        Path damaged = folder.resolve("damaged");
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, flipped);
            try {
                assertEquals(contents, contents(damaged), "seed 7, flip " + i);
            } catch (Trouble told) {
                refused++;
            }
        }
        assertTrue(refused > 250, "only what means nothing passes: " + refused);
    }

    @Test
    void aBackupCutShortAnywhereIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(ofVersion1(folder));
        Path cut = folder.resolve("cut");
        for (int length = 4; length < bytes.length; length += 997) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertEquals("backup-cut-short", refusal(cut), length + " bytes");
        }
    }

    /** Of 30,000 pictures with ten files each, in the memory that the command has. */
    @Test
    void aBackupMayHaveVeryManyMembers() throws Exception {
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Many.class.getName(), folder.resolve("many").toString())
                .redirectErrorStream(true).redirectOutput(told.toFile()).start();
        // Seconds; were each member sought among all, a quarter of an hour
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        assertTrue(ended, () -> "it is still at it");
        assertEquals("whole\n", Files.readString(told));
    }

    /** Writes a large backup and reads it as a restore does. */
    static final class Many {

        private static final int FILES = 300_000;

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
                for (int i = 0; i < FILES; i++) {
                    try (OutputStream member = writer.packedMember(name(i))) {
                        member.write(i);
                    }
                }
                writer.finish();
            }
            try (BackupReader backup = BackupReader.open(file)) {
                int at = 0;
                for (String name : backup.members("pictures/")) {
                    try (InputStream member = backup.member(name)) {
                        require(name.equals(name(at)) && member.read() == (at & 0xff) && member.read() < 0, name);
                    }
                    at++;
                }
                require(at == FILES && backup.has(name(FILES - 1)) && !backup.has(name(FILES)), at + " files");
                require(backup.manifest().path("qalam").asText().equals("1"), "the manifest");
            }
            System.out.println("whole");
        }

        private static String name(int number) {
            return String.format("pictures/renditions/%02x/%064x", number & 0xff, number);
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalStateException(what);
            }
        }
    }

    /** What reads backups of format 2 may be older than what writes them. */
    @Test
    void theManifestIsOneObjectThatEndsWithTheMembers() throws IOException {
        Path file = folder.resolve("told");
        try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
            writer.text("settings.json", "{}");
            writer.finish();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode manifest = Json.read(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes());
            assertEquals(Json.read("""
                    {"qalam": "1", "format": 2, "members": [{"name": "settings.json", "size": 2,
                      "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}]}"""
                    .getBytes(StandardCharsets.UTF_8)), manifest);
        }
    }

    @Test
    void aManifestThatIsNotAsWeWriteThemIsRefused() throws IOException {
        for (String[] one : new String[][]{{"[]", "backup-foreign"},
                {"{\"format\":2,\"qalam\":\"1\"}", "backup-foreign"},
                {"{\"format\":2,\"qalam\":\"1\",\"members\":{}}", "backup-foreign"},
                {"{\"format\":2,\"qalam\":\"1\",\"members\":[1,2,3]}", "backup-foreign"},
                {"{\"format\":1,\"qalam\":\"1\",\"members\":[{\"name\":\"realm.json\",\"size\":0}]}", "backup-damaged"},
                {"{\"format\":1,\"qalam\":\"1\",\"members\":[", "backup-damaged"},
                {"{\"format\":1,\"qalam\":\"1\",\"members\":[]} {}", "backup-damaged"}}) {
            Path file = folder.resolve("manifest-" + one[0].hashCode());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("manifest.json"));
                zip.write(one[0].getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(one[1], refusal(file), one[0]);
        }
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        assertEquals("backup-missing", refusal(folder.resolve("nothing")));
        assertEquals("backup-foreign", refusal(Files.writeString(folder.resolve("letter"), "Құрметті әріптес")));
        assertEquals("backup-foreign", refusal(Files.createFile(folder.resolve("empty"))));
        Path stranger = folder.resolve("stranger.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(stranger))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{\"name\":\"theirs\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("backup-foreign", refusal(stranger));
    }

    @Test
    void nothingLeadsOutOfTheFolder() throws IOException {
        for (String name : new String[]{"secrets/../../escaped", "/etc/passwd", "run/lock", "pictures/./x", "seals/"}) {
            Path file = folder.resolve("escape-" + name.hashCode());
            try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
                writer.text(name, "x");
                writer.finish();
            }
            assertEquals("backup-foreign", refusal(file), name);
        }
    }

    @Test
    void whatANewerOneMadeIsRefused() throws IOException {
        Path file = folder.resolve("newer");
        try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "9.0"))) {
            writer.finish();
        }
        byte[] bytes = Files.readAllBytes(file);
        try (BackupReader backup = BackupReader.open(file)) {
            assertEquals(2, backup.manifest().path("format").asInt());
        }
        Path next = folder.resolve("next");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(next))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{\"format\":3,\"qalam\":\"9.0\",\"members\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("backup-newer", refusal(next));
        assertTrue(bytes.length > 0);
    }

    @Test
    void aHalfWrittenBackupHasNoName() throws IOException {
        Path file = folder.resolve("half");
        try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
            try (OutputStream member = writer.member("settings.json")) {
                member.write(1);
            }
            assertFalse(Files.exists(file));
        }
        assertFalse(Files.exists(file));
        assertEquals(0, Objects.requireNonNull(folder.toFile().list((in, name) -> name.startsWith("half"))).length);
    }

    @Test
    void twoBackupsToOneFileDoNotTouchEachOther() throws IOException {
        Path file = folder.resolve("both");
        try (BackupWriter first = new BackupWriter(file, Json.object().put("qalam", "1"))) {
            first.text("settings.json", "{\"first\":1}");
            try (BackupWriter second = new BackupWriter(file, Json.object().put("qalam", "1"))) {
                second.text("settings.json", "{}");
                first.finish();
                assertThrows(FileAlreadyExistsException.class, second::finish);
            }
        }
        try (BackupReader backup = BackupReader.open(file); InputStream member = backup.member("settings.json")) {
            assertEquals("{\"first\":1}", new String(member.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(1, Objects.requireNonNull(folder.toFile().list()).length);
    }

    @Test
    void whatAnInterruptedOneLeftGoesWithTheNext() throws IOException {
        Path file = folder.resolve("daily");
        Files.writeString(folder.resolve("daily.unfinished"), "of an earlier release");
        Files.writeString(folder.resolve("daily.0123456789abcdef.unfinished"), "half");
        Path others = Files.writeString(folder.resolve("daily.2.unfinished"), "of another file");
        try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
            writer.finish();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(Set.of(file, others), left.collect(Collectors.toSet()));
        }
    }

    @Test
    void aDiskWithoutLinksTakesABackupToo() throws IOException {
        BackupWriter.Link none = (name, of) -> {
            throw new FileSystemException(name.toString(), of.toString(), "Operation not permitted");
        };
        Path half = Files.writeString(folder.resolve("half"), "whole");
        BackupWriter.name(half, folder.resolve("named"), none);
        assertEquals("whole", Files.readString(folder.resolve("named")));
        assertFalse(Files.exists(half));
        Path another = Files.writeString(folder.resolve("another"), "newer");
        assertThrows(FileAlreadyExistsException.class,
                () -> BackupWriter.name(another, folder.resolve("named"), none));
        assertEquals("whole", Files.readString(folder.resolve("named")), "never over another");
    }

    /** A folder, or one below it, may be a link to another disk. */
    @Test
    void whatIsLinkedIsBackedUp() throws IOException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Files.writeString(disk.resolve("2026.seals"), "seal");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x"), "picture");
        Files.createSymbolicLink(disk.resolve("originals"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("back"), disk);
        Path seals = Files.createSymbolicLink(folder.resolve("seals"), disk);
        Map<String, String> seen = new TreeMap<>();
        Backup.each(seals, (file, name) -> seen.put(name.toString(), Files.readString(file)));
        assertEquals(Map.of("2026.seals", "seal", "originals/x", "picture"), seen);

        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("unmounted"));
        assertThrows(NoSuchFileException.class, () -> Backup.each(nowhere, (file, name) -> seen.clear()));
        Backup.each(folder.resolve("never"), (file, name) -> seen.clear());
        assertEquals(2, seen.size());
    }

    @Test
    void noBackupIsWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "older");
        try (BackupWriter writer = new BackupWriter(file, Json.object().put("qalam", "1"))) {
            assertThrows(IOException.class, writer::finish);
        }
        assertEquals("older", Files.readString(file));
    }
}
