package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for a new site sees whether someone is at work on it. */
class RebuildTest {

    @TempDir
    Path folder;

    @Test
    void aManifestThatGrowsOrIsTouchedIsASignOfWork() throws IOException {
        Path manifest = folder.resolve("manifest");
        assertEquals(0, Rebuild.sign(manifest), "none there yet");
        Files.writeString(manifest, "+");
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(1_000));
        long first = Rebuild.sign(manifest);
        assertEquals(first, Rebuild.sign(manifest));
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(2_000));
        long touched = Rebuild.sign(manifest);
        assertNotEquals(first, touched);
        Files.writeString(manifest, "++");
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(2_000));
        assertNotEquals(touched, Rebuild.sign(manifest));
    }
}
