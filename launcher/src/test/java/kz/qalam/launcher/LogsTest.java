package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that a running part holds open are kept small. */
class LogsTest {

    @Test
    void turnsALogUnderItsWriter(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("site.log");
        Logs logs = new Logs(folder, 10);
        try (OutputStream part = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int n = 1; n <= 5; n++) {
                part.write(("this is line " + n + "\n").getBytes(StandardCharsets.UTF_8));
                logs.turn();
            }
            part.write("short\n".getBytes(StandardCharsets.UTF_8));
            logs.turn();
        }
        assertEquals("short\n", Files.readString(log));
        assertEquals("this is line 5\n", Files.readString(folder.resolve("site.log.1")));
        assertEquals("this is line 3\n", Files.readString(folder.resolve("site.log.3")));
        assertFalse(Files.exists(folder.resolve("site.log.4")));
    }
}
