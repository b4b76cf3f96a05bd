package kz.qalam.core.language.morphology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the forms of one word meet and those of two do not, on lists that cannot ship with Qalam. */
class ConflationTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            kaznerd-attested-dev.tsv, '', .93, 0
            apertium-paradigms-dev.tsv, '', .93, .95
            apertium-paradigms-dev.tsv, V, 0, .90
            ud-ktb-dev.tsv, '', .88, 0
            unimorph-nouns-dev.tsv, '', .97, 0
            """)
    void theFormsOfAWordMeet(String file, String kind, double f1, double recall) throws IOException {
        String folder = System.getProperty("qalam.language.data",
                System.getenv().getOrDefault("QALAM_LANGUAGE_DATA", ""));
        Path data = Path.of(folder, "morph", file);
        Assumptions.assumeTrue(!folder.isEmpty() && Files.exists(data),
                "QALAM_LANGUAGE_DATA names no folder with morph/" + file + ", whose licence keeps it out of Qalam");
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data)) {
            String[] row = line.split("\t");
            if (!line.startsWith("#") && row.length > 2 && row[2].startsWith(kind)) {
                groups.computeIfAbsent(row[0] + (kind.isEmpty() ? "" : kind), any -> new HashSet<>(Set.of(row[0])))
                        .add(row[1]);
            }
        }
        groups.values().removeIf(group -> group.size() < 2);
        Map<String, Set<String>> gold = new HashMap<>();
        groups.values().forEach(
                group -> group.forEach(form -> gold.computeIfAbsent(form, any -> new HashSet<>()).addAll(group)));
        Map<String, String> keys = new HashMap<>();
        gold.keySet().forEach(form -> keys.put(form, Analyser.shipped().key(form)));
        Map<String, Set<String>> found = new HashMap<>();
        gold.keySet()
                .forEach(form -> found.computeIfAbsent(keys.get(form), any -> new HashSet<>()).add(form));
        double recalls = 0;
        long right = 0;
        long all = 0;
        for (Map.Entry<String, Set<String>> entry : gold.entrySet()) {
            Set<String> met = found.get(keys.get(entry.getKey()));
            long hits = met.stream().filter(entry.getValue()::contains).count() - 1;
            recalls += hits / (double) (entry.getValue().size() - 1);
            right += hits;
            all += met.size() - 1;
        }
        double reached = recalls / gold.size();
        double precision = right / (double) all;
        double score = 2 * reached * precision / (reached + precision);
        assertTrue(score >= f1 && reached >= recall, "F1 %.4f, recall %.4f".formatted(score, reached));
    }
}
