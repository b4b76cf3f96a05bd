package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every setting that the programs read is told of where operators look. */
class SettingsToldTest {
    private static final Pattern NAME = Pattern.compile("QALAM_[A-Z_]*[A-Z]");

    @Test
    void noSettingIsKnownToTheCodeAlone() throws IOException {
        Path root = Path.of("..");
        String told = Files.readString(root.resolve("docs/operations.md"))
                + Files.readString(root.resolve("docs/running.md"));
        TreeSet<String> read = new TreeSet<>(names(root.resolve("qalam")));
        for (String module : List.of("core", "editor-api", "web-admin", "publishing", "launcher")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|properties)")).toList()) {
                    read.addAll(names(file));
                }
            }
        }
        assertTrue(read.size() > 40, read.toString());
        assertEquals(List.of(), read.stream().filter(name -> !told.contains(name)).toList());
    }

    private static List<String> names(Path file) throws IOException {
        return NAME.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    }
}
