package kz.qalam.core.language;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists of Kazakh words and sentences to measure on, which cannot ship with Qalam: QALAM_LANGUAGE_DATA, in the environment or
 * as a system property, names the folder that holds them. What needs one is skipped where it is absent, and says so.
 */
public final class SharedData {

    private SharedData() {
    }

    /** The rows of a list without its comments, columns apart. */
    public static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(file(name)).stream().filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1)).toList();
    }

    /** A file of the folder. */
    public static Path file(String name) {
        String folder = System.getProperty("QALAM_LANGUAGE_DATA",
                System.getenv().getOrDefault("QALAM_LANGUAGE_DATA", ""));
        Path file = Path.of(folder, name);
        assumeTrue(!folder.isEmpty() && Files.isReadable(file), "QALAM_LANGUAGE_DATA names no folder with " + name);
        return file;
    }
}
