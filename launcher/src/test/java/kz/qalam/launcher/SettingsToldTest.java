package kz.qalam.launcher;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every setting that the programs read is told of where operators look. */
class SettingsToldTest {
    private static final Pattern NAME = Pattern.compile("QALAM_[A-Z_]*[A-Z]\\b");
    private static final Pattern FEATURE = Pattern.compile("@ConfigMapping\\(prefix = \"(qalam[a-z.-]*)\"\\)");
    private static final Pattern SETTING = Pattern.compile("(?m)^ {4}[\\w<>]+ (\\w+)\\(\\);");

    @Test
    void noSettingIsKnownToTheCodeAlone() throws IOException {
        Path root = Path.of("..");
        List<String> told = Stream.concat(names(root.resolve("docs/operations.md")),
                names(root.resolve("docs/running.md"))).toList();
        TreeSet<String> read = new TreeSet<>(names(root.resolve("qalam")).toList());
        for (String module : List.of("core", "editor-api", "web-admin", "publishing", "launcher")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|properties)")).toList()) {
                    names(file).forEach(read::add);
                    ofFeature(Files.readString(file), root.resolve(module)).forEach(read::add);
                }
            }
        }
        // One word for a role's name and its password, in the code
        read.removeIf(name -> name.endsWith("_DB"));
        for (Settings.Role role : Settings.Role.values()) {
            read.addAll(List.of(role.userVariable(), role.passwordVariable()));
        }
        assertTrue(read.size() > 60, read.toString());
        assertEquals(List.of(), read.stream().filter(name -> !told.contains(name)).toList());
    }

    private static Stream<String> names(Path file) throws IOException {
        return NAME.matcher(Files.readString(file)).results().map(MatchResult::group);
    }

    /** What a feature reads by its own names; where its application gives one another, that one counts. */
    private static Stream<String> ofFeature(String code, Path module) throws IOException {
        Matcher feature = FEATURE.matcher(code);
        if (!feature.find()) {
            return Stream.of();
        }
        Path settings = module.resolve("src/main/resources/application.properties");
        String given = Files.exists(settings) ? Files.readString(settings) : "";
        return SETTING.matcher(code).results()
                .map(setting -> feature.group(1) + "."
                        + setting.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(ROOT))
                .filter(name -> !given.contains("\n" + name + "="))
                .map(name -> name.replaceAll("[.-]", "_").toUpperCase(ROOT));
    }
}
