package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files an import means. */
class RawFilesTest {

    @Test
    void takesNamedFilesAsTheyAreAndOfFoldersWhatIsText(@TempDir Path folder) throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.md"), "x");
        Path missing = folder.resolve("missing.txt");
        Path raw = Files.createDirectories(folder.resolve("raw/2026"));
        for (String name : List.of("б.txt", "а.TXT", "page.html", "old.htm", "README.md", ".hidden.txt")) {
            Files.writeString(raw.resolve(name), "x");
        }
        Files.createDirectories(folder.resolve("raw/.git"));
        Files.writeString(folder.resolve("raw/.git/c.txt"), "x");

        RawFiles files = RawFiles.in(List.of(notes, missing, folder.resolve("raw")));
        assertEquals(List.of(notes, missing, raw.resolve("old.htm"), raw.resolve("page.html"), raw.resolve("а.TXT"),
                raw.resolve("б.txt")), files.all());
        assertEquals(1, files.passedOver());
        assertEquals(List.of("text/plain", "text/plain", "text/html", "text/html", "text/plain", "text/plain"),
                files.all().stream().map(RawFiles::mediaType).toList());
        assertEquals("application/xml", RawFiles.mediaType(Path.of("export.XML")));
    }
}
