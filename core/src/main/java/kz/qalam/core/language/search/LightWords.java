package kz.qalam.core.language.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** light-words.tsv: words that say little of what is sought. */
final class LightWords {

    private LightWords() {
    }

    /** Word, weight. */
    static List<String[]> rows() {
        InputStream in = Objects.requireNonNull(LightWords.class.getResourceAsStream("light-words.tsv"),
                "light-words.tsv");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
