package kz.qalam.core.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A rule table that stands beside the code: UTF-8, a row a line, columns set apart by tabs, # begins a comment line. */
public final class Table {

    private Table() {
    }

    /**
     * The rows; each has all its columns, empty ones included.
     *
     * @param beside the class in whose package the table stands
     */
    public static List<String[]> rows(Class<?> beside, String name) {
        InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
