package kz.qalam.core.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The single-byte code pages in which Kazakh text has been kept. All share US-ASCII and the letters of Russian. */
enum CodePage {

    WINDOWS_1251("windows-1251", "cp1251", "win-1251", "x-cp1251"),
    KZ_1048("kz-1048", "strk1048-2002", "rk1048",
            "kz1048"),
    PTCP154("ptcp154", "pt154", "cp154", "cyrillic-asian");

    private static final char UNUSED = '\uFFFF';

    private final String label;
    private final Set<String> aliases;
    private final char[] letters;

    CodePage(String label, String... aliases) {
        this.label = label;
        this.aliases = Set.of(aliases);
        this.letters = table(label);
    }

    /** The page of this name, in lower case, or nothing. */
    static @Nullable CodePage named(String name) {
        for (CodePage page : values()) {
            if (page.label.equals(name) || page.aliases.contains(name)) {
                return page;
            }
        }
        return null;
    }

    String label() {
        return label;
    }

    /** The text of these bytes, or nothing when one of them is no character of this page. */
    @Nullable
    String decode(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = letters[bytes[i] & 0xFF];
            if (text[i] == UNUSED) {
                return null;
            }
        }
        return new String(text);
    }

    private static char[] table(String label) {
        char[] table = new char[256];
        for (char c = 0; c < 128; c++) {
            table[c] = c;
        }
        Arrays.fill(table, 128, 256, UNUSED);
        String file = label + ".tsv";
        try (InputStream in = Objects.requireNonNull(CodePage.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                table[Integer.parseInt(cells[0], 16)] = (char) Integer.parseInt(cells[1].substring(2), 16);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
