package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup does not hold, and where pictures are. */
class KeptElsewhereTest {

    @TempDir
    Path place;

    @Test
    void aBackupSaysWhatItLeavesOut() {
        assertEquals(List.of(), Backup.left(new Settings(Map.of(), true)));
        assertEquals(List.of("pictures", "accounts"), Backup.left(new Settings(
                Map.of("QALAM_PICTURES_BUCKET", "suret", "QALAM_KEYCLOAK_URL", "https://kiru.example"), false)));
        for (String language : List.of("kk", "ru", "en")) {
            Words words = Words.in(Map.of("QALAM_LANG", language));
            for (String what : List.of("pictures", "accounts")) {
                assertEquals(1, words.say("backup.without-" + what).lines().count());
            }
        }
    }

    @Test
    void picturesAreRestoredToWhereTheyAreRead() throws IOException {
        DataFolder data = DataFolder.at(place.resolve("data"));
        Path mine = place.resolve("suret");
        assertEquals(data.pictures(), data.pictures(new Settings(Map.of(), true)));
        assertEquals(mine, data.pictures(new Settings(Map.of("QALAM_PICTURES_FOLDER", mine.toString()), true)));
        Restore.requireEmpty(mine);
        Files.createDirectories(mine);
        Restore.requireEmpty(mine);
        Files.createDirectories(mine.resolve("originals"));
        assertThrows(Trouble.class, () -> Restore.requireEmpty(mine));
    }

    @Test
    void aPageSaysOfWhichReleaseItIs() {
        assertEquals(7, Verify.release("<html><head><meta name=\"qalam-release\" content=\"7\"></head></html>"));
        assertEquals(0, Verify.release("<p>qalam-release 7</p>"));
        assertEquals(0, Verify.release("<meta name=\"qalam-release\" content=\"x\">"));
    }
}
