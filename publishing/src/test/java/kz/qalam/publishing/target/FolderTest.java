package kz.qalam.publishing.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder's files are whole, its own, and vouched for. */
class FolderTest {

    @TempDir
    Path place;

    private final List<String> changed = new ArrayList<>();

    private Folder open() {
        return Folder.open(place.resolve("site"), () -> {}, file -> changed.add(file.path()));
    }

    private static Printed page(String path, String text) {
        return Printed.list(path, text.getBytes(UTF_8), 1);
    }

    private String read(String path) throws IOException {
        return Files.readString(place.resolve("site").resolve(path.substring(1)));
    }

    @Test
    void whatIsPutStandsThereAndIsTold() throws IOException {
        var folder = open();
        assertTrue(folder.put(page("/a/index.html", "бір")));
        assertEquals("бір", read("/a/index.html"));
        assertEquals(List.of("/a/index.html"), changed);
    }

    @Test
    void theSameBytesAreNotWrittenAgain() {
        var folder = open();
        folder.put(page("/a/index.html", "бір"));
        assertFalse(folder.put(page("/a/index.html", "бір")));
        assertEquals(1, changed.size());
        folder.putAgain(page("/a/index.html", "бір"));
        assertEquals(2, changed.size());
    }

    @Test
    void twinsComeAfterTheFileAndGoBeforeTheNextOne() throws IOException {
        var folder = open();
        folder.put(page("/a/index.html", "бір ".repeat(200)));
        assertEquals(List.of("index.html"), names("site/a"));
        assertTrue(folder.press());
        assertFalse(folder.press());
        assertEquals(List.of("index.html", "index.html.br", "index.html.gz"), names("site/a"));

        folder.put(page("/a/index.html", "екі ".repeat(200)));
        folder.put(page("/b/index.html", "қысқа"));
        assertEquals(List.of("index.html"), names("site/a"), "an older text is handed out");
        folder.remove("/a/index.html");
        while (folder.press()) {
            assertEquals(List.of("index.html"), names("site/b"));
        }
        assertFalse(Files.exists(place.resolve("site/a")));
    }

    private List<String> names(String folder) throws IOException {
        try (var files = Files.list(place.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theManifestOutlivesTheWriter() {
        var article = UUID.randomUUID();
        var other = UUID.randomUUID();
        var folder = open();
        folder.put(new Printed("/a/index.html", new byte[]{1}, 7, article, Map.of(other, 5L)));
        folder.put(page("/b/index.html", "екі"));
        folder.remove("/b/index.html");
        folder.style("s1");
        folder.seal();

        var again = open().manifest();
        var entry = again.entry("/a/index.html");
        assertNotNull(entry);
        assertEquals(7, entry.release());
        assertEquals(article, entry.article());
        assertEquals(Map.of(other, 5L), entry.shows());
        assertEquals(Set.of(article), again.storiesThatShow(other));
        assertNull(again.entry("/b/index.html"));
        assertEquals("s1", again.style());
    }

    @Test
    void aTornLineOfTheManifestVouchesForNothing() throws IOException {
        var folder = open();
        folder.put(page("/a/index.html", "бір"));
        folder.seal();
        var manifest = place.resolve("site/.qalam/manifest");
        Files.writeString(manifest, "+ /b/index.html 9 abc", StandardOpenOption.APPEND);

        var again = open();
        assertNotNull(again.manifest().entry("/a/index.html"));
        assertNull(again.manifest().entry("/b/index.html"));
        again.put(page("/c/index.html", "үш"));
        again.seal();
        var last = open().manifest();
        assertNotNull(last.entry("/a/index.html"));
        assertNotNull(last.entry("/c/index.html"));
    }

    @Test
    void theAuditFindsWhatIsMissingDifferingAndUnknown() throws IOException {
        var folder = open();
        folder.put(page("/kept/index.html", "1"));
        folder.put(page("/missing/index.html", "2"));
        folder.put(page("/differing/index.html", "3"));
        folder.seal();
        var site = place.resolve("site");
        Files.delete(site.resolve("missing/index.html"));
        Files.writeString(site.resolve("differing/index.html"), "бөтен");
        Files.writeString(site.resolve("unknown name;.html"), "бөтен");

        var again = open();
        assertEquals(Set.of("/differing/index.html", "/unknown name;.html"), again.audit());
        assertNotNull(again.manifest().entry("/kept/index.html"));
        assertNull(again.manifest().entry("/missing/index.html"));
        assertNull(again.manifest().entry("/differing/index.html"));
        again.remove("/unknown name;.html");
        assertFalse(Files.exists(site.resolve("unknown name;.html")));
    }

    @Test
    void whatStoodLongIsReadAfterTheAudit() throws IOException {
        var folder = open();
        folder.put(page("/kept/index.html", "1"));
        folder.put(page("/differing/index.html", "3"));
        folder.put(page("/empty/index.html", "4"));
        folder.seal();
        var site = place.resolve("site");
        var longAgo = FileTime.from(Instant.now().minusSeconds(3_600));
        Files.writeString(site.resolve("differing/index.html"), "бөтен");
        Files.writeString(site.resolve("empty/index.html"), "");
        for (var path : List.of("kept", "differing", "empty")) {
            Files.setLastModifiedTime(site.resolve(path + "/index.html"), longAgo);
        }

        var again = open();
        again.audit();
        assertNull(again.manifest().entry("/empty/index.html"));
        assertNotNull(again.manifest().entry("/differing/index.html"));
        assertTrue(again.hasUnread());
        assertEquals(1, again.read(100));
        assertFalse(again.hasUnread());
        assertNull(again.manifest().entry("/differing/index.html"));
        assertNotNull(again.manifest().entry("/kept/index.html"));
        again.audit();
        assertFalse(again.hasUnread());
    }

    /** Until all is read a list may name it, and who prints it meanwhile writes it. */
    @Test
    void whatIsFoundDamagedStaysVouchedForUntilAllIsRead() throws IOException {
        var story = UUID.randomUUID();
        var folder = open();
        folder.put(page("/first/index.html", "1"));
        folder.put(page("/second/index.html", "2"));
        folder.put(new Printed("/third/index.html", "3".getBytes(UTF_8), 5, story, Map.of()));
        folder.seal();
        var site = place.resolve("site");
        for (var path : List.of("second", "third")) {
            Files.writeString(site.resolve(path + "/index.html"), "бөтен");
            Files.setLastModifiedTime(site.resolve(path + "/index.html"),
                    FileTime.from(Instant.now().minusSeconds(3_600)));
        }

        var again = open();
        again.audit();
        assertEquals(1, again.read(1));
        assertNotNull(again.manifest().entry("/third/index.html"));
        assertEquals(Set.of(story), again.damaged());
        assertTrue(again.put(new Printed("/third/index.html", "3".getBytes(UTF_8), 5, story, Map.of())));
        assertEquals("3", read("/third/index.html"));
        assertEquals(Set.of(), again.damaged());
        assertEquals(1, again.read(100));
        assertNotNull(again.manifest().entry("/third/index.html"));
        assertNull(again.manifest().entry("/second/index.html"));
    }

    @Test
    void aTwinThatIsNotItsFilesIsMadeAgainAndTheFileStays() throws IOException {
        var folder = open();
        folder.put(page("/a/index.html", "бір ".repeat(200)));
        folder.press();
        folder.seal();
        var twin = place.resolve("site/a/index.html.gz");
        var whole = Files.readAllBytes(twin);
        Files.write(twin, Pressed.GZIP.twin("екі ".repeat(200).getBytes(UTF_8)));
        Files.setLastModifiedTime(twin, FileTime.from(Instant.now().minusSeconds(3_600)));

        var again = open();
        again.audit();
        assertEquals(0, again.read(100));
        assertNotNull(again.manifest().entry("/a/index.html"));
        assertFalse(Files.exists(twin), "another text is handed out");
        assertTrue(again.press());
        assertArrayEquals(whole, Files.readAllBytes(twin));
    }

    /** As it was before or as it was to be, nobody knows: turned back, it is written all the same. */
    @Test
    void whatCouldNotBeWrittenWholeIsWrittenAgain() throws IOException {
        var folder = open();
        folder.put(page("/a/index.html", "бір"));
        var inTheWay = place.resolve("site/a/index.html.gz/x");
        Files.createDirectories(inTheWay);
        assertThrows(TargetFailed.class, () -> folder.put(page("/a/index.html", "екі")));
        Files.delete(inTheWay);
        assertTrue(folder.put(page("/a/index.html", "бір")));
        assertEquals("бір", read("/a/index.html"));
        assertFalse(folder.put(page("/a/index.html", "бір")));
    }

    @Test
    void aFileThatCannotComeIntoSightLeavesNoHalf() throws IOException {
        var folder = open();
        Files.createDirectories(place.resolve("site/a/index.html/x"));
        assertThrows(TargetFailed.class, () -> folder.put(page("/a/index.html", "бір")));
        assertEquals(List.of(), names("site/.qalam/tmp"));
    }

    /** Whoever cannot write it anew, as on a full disk, takes the folder over all the same: taking away needs no room. */
    @Test
    void aTornManifestIsWrittenAnewWhenThatIsPossible() throws IOException {
        var folder = open();
        folder.put(page("/a/index.html", "бір"));
        folder.put(page("/b/index.html", "екі"));
        folder.seal();
        Files.writeString(place.resolve("site/.qalam/manifest"), "+ /b/index.html 9 abc", StandardOpenOption.APPEND);
        var inTheWay = place.resolve("site/.qalam/manifest.new/x");
        Files.createDirectories(inTheWay);

        var again = open();
        again.remove("/b/index.html");
        assertFalse(Files.exists(place.resolve("site/b")));
        assertThrows(TargetFailed.class, again::seal);
        Files.delete(inTheWay);
        again.seal();
        assertEquals(List.of("/a/index.html"), open().manifest().paths("/"));
    }

    @Test
    void aLongLogIsMadeShort() throws IOException {
        var folder = open();
        for (int i = 0; i < 3000; i++) {
            folder.put(page("/a/index.html", "мәтін " + i));
        }
        folder.seal();
        open();
        assertTrue(Files.readAllLines(place.resolve("site/.qalam/manifest")).size() < 10);
        assertNotNull(open().manifest().entry("/a/index.html"));
    }

    /** Old pages and caches ask for it meanwhile; a writer that begins anew still knows its time. */
    @Test
    void whatNoPageNeedsAnyMoreStaysForItsTime() throws IOException {
        var now = Instant.parse("2026-11-26T00:00:00Z");
        var until = now.plus(Duration.ofHours(24));
        var folder = open();
        folder.put(page("/-/assets/a.css", "бір"));
        folder.put(page("/-/assets/b.css", "екі"));
        folder.leave("/-/assets/a.css", now, until);
        folder.leave("/-/assets/b.css", now, until);
        folder.seal();

        var again = open();
        again.leave("/-/assets/a.css", until.minusSeconds(1), until.plus(Duration.ofHours(24)));
        assertEquals("бір", read("/-/assets/a.css"));
        again.stay("/-/assets/b.css");
        again.leave("/-/assets/a.css", until, until.plus(Duration.ofHours(24)));
        again.leave("/-/assets/b.css", until, until.plus(Duration.ofHours(24)));
        assertFalse(Files.exists(place.resolve("site/-/assets/a.css")));
        assertEquals("екі", read("/-/assets/b.css"), "it was needed again, and its time begins anew");
    }

    @Test
    void emptyFoldersGoWithTheirLastFile() {
        var folder = open();
        folder.put(page("/2026/11/24/a/index.html", "1"));
        folder.remove("/2026/11/24/a/index.html");
        assertFalse(Files.exists(place.resolve("site/2026")));
    }

    @Test
    void aFolderThatWasNeverATargetIsLeftAlone() throws IOException {
        Files.createDirectories(place.resolve("site"));
        Files.writeString(place.resolve("site/letter.txt"), "жеке хат");
        assertThrows(TargetFailed.class, this::open);
        assertTrue(Files.exists(place.resolve("site/letter.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../a", "/a/../../b", "/.qalam/manifest", "/a//b", "/a/", "a", "/a/.b", "/"})
    void nothingClimbsOutOrHides(String path) {
        var folder = open();
        assertThrows(TargetFailed.class, () -> folder.put(page(path, "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../letter.txt", "/.qalam/manifest", "/", "/a/../../letter.txt"})
    void nothingElseIsRemoved(String path) throws IOException {
        var folder = open();
        folder.seal();
        Files.writeString(place.resolve("letter.txt"), "жеке хат");
        assertThrows(TargetFailed.class, () -> folder.remove(path));
        assertTrue(Files.exists(place.resolve("letter.txt")));
    }

    @Test
    void aWriterWithoutItsLeaseBringsNothingIntoSight() {
        var refusing = Folder.open(place.resolve("site"), () -> {
            throw new IllegalStateException("lapsed");
        }, file -> changed.add(file.path()));
        assertThrows(IllegalStateException.class, () -> refusing.put(page("/index.html", "1")));
        assertFalse(Files.exists(place.resolve("site/index.html")));
        assertEquals(List.of(), changed);
    }

    @Test
    void halfWrittenFilesAreSweptAway() throws IOException {
        open();
        var half = place.resolve("site/.qalam/tmp/7");
        Files.writeString(half, "жарты");
        open();
        assertFalse(Files.exists(half));
    }

    @Test
    void aNewSiteTakesTheOldOnesPlaceWhole() throws IOException {
        var story = UUID.randomUUID();
        var named = UUID.randomUUID();
        var standing = open();
        standing.put(new Printed("/a/index.html", "бір".getBytes(UTF_8), 1, story, Map.of(named, 1L)));
        standing.put(page("/old/index.html", "ескі"));
        standing.seal();
        var fresh = standing.beside();
        fresh.put(page("/a/index.html", "басында басқа ".repeat(200)));
        fresh.put(new Printed("/a/index.html", "бір".getBytes(UTF_8), 1, story, Map.of(named, 1L)));
        for (int i = 0; i < 500; i++) {
            fresh.put(page("/b/" + i + "/index.html", "бет " + i));
        }
        assertTrue(Files.exists(place.resolve("site/old/index.html")));
        fresh.replace(standing);

        assertEquals("бір", read("/a/index.html"), "the later text stays");
        assertEquals("бет 499", read("/b/499/index.html"));
        assertFalse(Files.exists(place.resolve("site/old/index.html")));
        var again = open();
        assertEquals(Set.of(), again.audit());
        assertEquals(Set.of(story), again.manifest().storiesThatShow(named));
        assertEquals(501, again.manifest().paths("/").size(), "all are whole");
        again.remove("/a/index.html");
        assertEquals(Set.of(), again.manifest().storiesThatShow(named));
    }

    @Test
    void whatIsLookedAtPieceByPieceIsWhatStandsThere() throws IOException {
        var folder = open();
        for (var path : List.of("kept", "missing", "differing", "mended", "removed", "leaving")) {
            folder.put(page("/" + path + "/index.html", path.repeat(100)));
        }
        while (folder.press()) {
            continue;
        }
        var site = place.resolve("site");
        Files.delete(site.resolve("missing/index.html"));
        Files.writeString(site.resolve("differing/index.html"), "бөтен");
        Files.writeString(site.resolve("mended/index.html"), "бөтен");
        Files.writeString(site.resolve("unknown name;.html"), "бөтен");
        var now = Instant.now();
        folder.leave("/leaving/index.html", now, now.plusSeconds(60));

        var stock = folder.takeStock();
        assertTrue(stock.goOn(1));
        while (stock.goOn(1)) {
            continue;
        }
        // What its writer does meanwhile
        folder.putAgain(page("/mended/index.html", "жаңа"));
        folder.put(page("/kept/index.html", "жаңа"));
        folder.put(page("/new/index.html", "жаңа"));
        folder.remove("/removed/index.html");
        var another = Digest.of("бөтен".getBytes(UTF_8));
        var anew = Digest.of("жаңа".getBytes(UTF_8));
        assertEquals(Map.of("/kept/index.html", anew, "/differing/index.html", another, "/mended/index.html", anew,
                "/new/index.html", anew, "/unknown name;.html", another), stock.digests());
    }

    /** Between the two renames of a rebuild; the next start of the house has made an empty folder before we look. */
    @Test
    void whatReadersHadComesBackAfterACrash() throws Exception {
        var standing = open();
        standing.put(page("/a/index.html", "ескі"));
        standing.seal();
        Files.move(place.resolve("site"), place.resolve(".site.old"));
        Files.createDirectory(place.resolve("site"));
        assertNotNull(open().manifest().entry("/a/index.html"));
        assertEquals("ескі", read("/a/index.html"));
        assertFalse(Files.exists(place.resolve(".site.old")));

        Files.move(place.resolve("site"), place.resolve(".site.old"));
        Files.createDirectory(place.resolve("site"));
        Files.writeString(place.resolve("site/index.html"), "бөтен");
        assertThrows(TargetFailed.class, this::open);
        assertEquals("ескі", Files.readString(place.resolve(".site.old/a/index.html")));
    }

    /** For either minutes may go by. */
    @Test
    void aNewSiteIsPutOnTheDiskAndTheOneBeforeTheLastRemovedBesideOtherWork() throws Exception {
        var standing = open();
        standing.put(page("/a/index.html", "ескі"));
        standing.seal();
        Files.createDirectories(place.resolve(".site.old/.qalam"));
        Files.writeString(place.resolve(".site.old/index.html"), "ертедегі");
        var again = open();
        var fresh = again.beside();
        fresh.put(page("/a/index.html", "жаңа"));
        assertFalse(fresh.settles(Duration.ZERO), "it was waited for");
        for (int i = 0; i < 200 && !fresh.settles(Duration.ofMillis(50)); i++) {
            continue;
        }
        assertTrue(fresh.settles(Duration.ZERO));
        assertFalse(Files.exists(place.resolve(".site.old")), "what a crash left of it");
        fresh.replace(again);
        assertEquals("жаңа", read("/a/index.html"));
    }

    @Test
    void aFileOfANewSiteThatCannotBeWrittenIsTold() throws IOException {
        var standing = open();
        var fresh = standing.beside();
        fresh.put(page("/a/index.html", "бір"));
        fresh.bytes("/a/index.html");
        Files.createDirectories(fresh.place().resolve("b/index.html"));
        fresh.put(page("/b/index.html", "екі"));
        assertThrows(TargetFailed.class, () -> fresh.replace(standing));
        // Nor is it ever forgotten, for its manifest vouches for the file
        assertThrows(TargetFailed.class, () -> fresh.replace(standing));
        assertThrows(TargetFailed.class, () -> fresh.put(page("/c/index.html", "үш")));
        fresh.discard();
        assertFalse(Files.exists(fresh.place()));
    }

    /** What stood there before the one before may take minutes to delete. */
    @Test
    void aWriterWhoseLeaseLapsesPutsNoNewSiteInTheOldOnesPlace() throws IOException {
        var left = new AtomicInteger(Integer.MAX_VALUE);
        Fence fence = () -> {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("lapsed");
            }
        };
        var standing = Folder.open(place.resolve("site"), fence, file -> {});
        standing.put(page("/a/index.html", "ескі"));
        standing.seal();
        for (int passes = 0; passes < 3; passes++) {
            var fresh = standing.beside();
            fresh.put(page("/a/index.html", "жаңа"));
            left.set(passes);
            assertThrows(IllegalStateException.class, () -> fresh.replace(standing), passes + " passes");
            left.set(Integer.MAX_VALUE);
            assertEquals("ескі", read("/a/index.html"));
        }
        var fresh = standing.beside();
        fresh.put(page("/a/index.html", "жаңа"));
        fresh.replace(standing);
        assertEquals("жаңа", read("/a/index.html"));
    }
}
