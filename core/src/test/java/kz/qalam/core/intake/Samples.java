package kz.qalam.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The raw articles that lie beside the tests: invented texts in the shape in which newsrooms have them. */
final class Samples {

    static final List<String> READABLE = List.of("01-plain.txt", "02-windows-newlines-views-with-space.txt",
            "03-homoglyphs-hyphens-straight-quotes.txt", "04-no-lead-no-counters-subheads.txt", "05-hostile.txt",
            "06-windows-1251.txt",
            "09-kz-1048.txt", "10-ptcp154.txt", "11-utf-16.txt");

    private Samples() {
    }

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Incoming read(String name) {
        return Intake.read(bytes(name), "text/plain", name);
    }

    static Incoming readText(String text) {
        return Intake.read(text.getBytes(StandardCharsets.UTF_8), "text/plain", "a.txt");
    }
}
