package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
            for (String what : List.of("pictures", "accounts", "originals")) {
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

    /** A command is typed in another shell than the one that started the house. */
    @Test
    void aCommandLooksWhereTheRunningHouseHasItsThings() throws IOException {
        DataFolder data = DataFolder.at(place.resolve("data"));
        Files.createDirectories(data.path());
        Instance house = house(data, "127.0.0.1:25432", "jdbc:postgresql://127.0.0.1:25432/qalam", true);
        assertEquals(data.pictures(), data.pictures(house.settings(Map.of())));

        DataFolder.write(data.settings(), Json.object().put("QALAM_PICTURES_FOLDER", "/srv/suret")
                .put("QALAM_SITE_FOLDER", "/srv/sait").put("QALAM_OWNER_DB_USER", "iesi").toString());
        Settings cron = house.settings(Map.of("QALAM_PICTURES_FOLDER", " "));
        assertEquals(Path.of("/srv/suret"), data.pictures(cron));
        assertEquals(Path.of("/srv/sait"), data.site(cron));
        assertEquals("iesi", cron.user(Settings.Role.OWNER));
        assertEquals("jdbc:postgresql://127.0.0.1:25432/qalam", cron.databaseUrl());
        assertEquals("kalam",
                house.settings(Map.of("QALAM_PICTURES_FOLDER", "/srv/suret/", "QALAM_OWNER_DB_USER", "kalam"))
                        .user(Settings.Role.OWNER),
                "what the command is told about itself counts");
        for (Map<String, String> others : List.of(Map.of("QALAM_PICTURES_FOLDER", "/srv/basqa"),
                Map.of("QALAM_PICTURES_BUCKET", "suret"), Map.of("QALAM_SITE_FOLDER", "/srv/basqa"),
                Map.of("QALAM_DB_URL", "jdbc:postgresql://derekqor/basqa"),
                Map.of("QALAM_KEYCLOAK_URL", "https://kiru.example"))) {
            assertEquals("house-elsewhere", assertThrows(Trouble.class, () -> house.settings(others)).key(),
                    others.toString());
        }

        Instance elsewhere = house(data, "derekqor", "jdbc:postgresql://derekqor/qalam", false);
        assertEquals("jdbc:postgresql://derekqor/qalam", elsewhere.settings(Map.of()).databaseUrl());
        assertEquals("jdbc:postgresql://derekqor/qalam",
                elsewhere.settings(Map.of("QALAM_DB_URL", "jdbc:postgresql://derekqor/qalam")).databaseUrl());
    }

    private static Instance house(DataFolder data, String address, String url, boolean local) {
        return new Instance(data, Footprint.of(ProcessHandle.current().pid(), ""), Instant.now(), true, true,
                "http://127.0.0.1:8180/realms/qalam-demo", "http://127.0.0.1:8080",
                List.of(new Instance.Member("postgresql", address, url, local)));
    }

    @Test
    void onlyWhatWasThereIsSaidToBeRemoved() throws IOException {
        Path there = Files.createDirectories(place.resolve("originals/ab")).resolve("abcd");
        Files.writeString(there, "сурет");
        assertEquals(List.of(place.resolve("renditions/cd/cdef")),
                RedactPicture.removed(place, List.of("originals/ab/abcd", "renditions/cd/cdef")));
        assertTrue(Files.notExists(there));
    }

    @Test
    void aPageSaysOfWhichReleaseItIs() {
        assertEquals(7, Verify.release("<html><head><meta name=\"qalam-release\" content=\"7\"></head></html>"));
        assertEquals(0, Verify.release("<p>qalam-release 7</p>"));
        assertEquals(0, Verify.release("<meta name=\"qalam-release\" content=\"x\">"));
    }
}
