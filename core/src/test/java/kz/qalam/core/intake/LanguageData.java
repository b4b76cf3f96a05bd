package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Real Kazakh text to measure on. It is not kept here: QALAM_LANGUAGE_DATA, in the environment or as a system property,
 * names the folder that holds it, and what needs it is skipped where nothing does.
 */
final class LanguageData {

    private LanguageData() {
    }

    /** Paragraphs of television news: KazNERD's validation part, CC BY 4.0. */
    static List<String> news() {
        return texts("news/kaznerd-paragraphs-dev.jsonl.gz");
    }

    /** Passages of the Kazakh Wikipedia: KazQAD, CC BY-SA 4.0. */
    static List<String> passages() {
        return texts("retrieval/kazqad-passages.jsonl.gz");
    }

    /** Sentences of the Universal Declaration of Human Rights, in Russian. */
    static List<String> russian() {
        try {
            return Files.readAllLines(file("proof/langid-udhr-dev.tsv")).stream()
                    .filter(line -> line.startsWith("rus\t"))
                    .map(line -> line.substring(4)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(String name) {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
            List<String> texts = new java.util.ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                texts.add(json.readTree(line).get("text").textValue().replaceAll("\\R", " ").strip());
            }
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path file(String name) {
        String folder = System.getProperty("QALAM_LANGUAGE_DATA", System.getenv("QALAM_LANGUAGE_DATA"));
        boolean readable = folder != null && Files.isReadable(Path.of(folder, name));
        String why = "skipped: QALAM_LANGUAGE_DATA names no folder with " + name;
        if (!readable) {
            System.out.println(why);
        }
        assumeTrue(readable, why);
        return Path.of(folder, name);
    }
}
