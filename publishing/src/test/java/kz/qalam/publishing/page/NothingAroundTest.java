package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import kz.qalam.publishing.feed.Feeds;

/** What composes pages asks the machine for nothing: not for the time, its language, its zone or its letters. */
class NothingAroundTest {
    private static final List<String> ASKING = List.of("now", "currentTimeMillis", "nanoTime", "systemUTC",
            "systemDefault", "systemDefaultZone", "getDefault", "defaultCharset", "getenv", "randomUUID");

    @Test
    void pagesKnowNothingOfTheMachine() throws Exception {
        var asking = new ArrayList<String>();
        int looked = 0;
        for (var part : List.of(Pages.class, Feeds.class)) {
            var classes = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve(part.getPackageName().replace('.', '/'));
            try (var files = Files.list(classes)) {
                for (var file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    looked++;
                    var code = new String(Files.readAllBytes(file), ISO_8859_1);
                    ASKING.stream().filter(name -> code.contains("\1\0" + (char) name.length() + name))
                            .forEach(name -> asking.add(file.getFileName() + " " + name));
                }
            }
        }
        assertEquals(List.of(), asking);
        assertTrue(looked > 30, looked + " classes");
    }
}
