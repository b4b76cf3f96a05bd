package kz.qalam.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class IntakeTest {

    @ParameterizedTest
    @CsvSource({"text/plain, a.txt, text", "'', a.txt, text", "'', a, text", "text/plain; charset=utf-8, a.html, text",
            "text/html, a.txt, page",
            "TEXT/HTML; charset=utf-8, a, page", "'', A.HTML, page", "'', a.htm, page",
            "application/octet-stream, a.bin, text"})
    void tellsPagesFromText(String mediaType, String fileName, String kind) {
        String body = Intake.read("<h1>Тақырып</h1>\n<p>Мәтін.</p>".getBytes(UTF_8), mediaType, fileName).copy()
                .plainText();
        assertEquals(kind.equals("page") ? "Тақырып\nМәтін." : "<h1>Тақырып</h1>\n<p>Мәтін.</p>", body);
    }

    @Test
    void tellsArchives() {
        assertTrue(Intake.isArchive("", "site.wordpress.2026-11-01.XML"));
        assertTrue(Intake.isArchive("application/rss+xml; charset=UTF-8", "x"));
        assertFalse(Intake.isArchive("text/html", "x.html"));
    }

    @Test
    void refusesMoreThanAMegabyte() {
        byte[] most = "Т\n".concat("a".repeat(Intake.MOST_BYTES - 3)).getBytes(UTF_8);
        assertEquals(Intake.MOST_BYTES, most.length);
        // so long a text is no longer within copy's own limit, in which marks and names of fields count too
        assertThrows(Refusal.class, () -> Intake.read(most, "text/plain", "a.txt"));
        byte[] over = new byte[Intake.MOST_BYTES + 1];
        for (String type : new String[]{"text/plain", "text/html", "text/xml"}) {
            assertEquals(Reason.TOO_LARGE,
                    assertThrows(UnreadableImport.class, () -> Intake.read(over, type, "a")).reason());
        }
        assertEquals(1, Intake.read("Т\n".concat("a".repeat(999_000)).getBytes(UTF_8), "text/plain", "a.txt")
                .copy().body().size());
    }

    @Test
    void digestsTheDocumentAsItCame() throws Exception {
        byte[] sample = Samples.bytes("09-kz-1048.txt");
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(sample), Samples.read("09-kz-1048.txt").digest());
    }

    @Test
    void readsAThousandFilesInFiveSeconds() {
        byte[] file = (new String(Samples.bytes("01-plain.txt"), UTF_8) + "Тағы бір абзац осында тұр.\n".repeat(30))
                .getBytes(UTF_8);
        byte[] old = Encodings.bytes(Encodings.within(new String(file, UTF_8), CodePage.KZ_1048), CodePage.KZ_1048);
        // the processor's time, for other work on the machine says nothing of this
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < 500; i++) {
            Intake.read(file, "text/plain", "a.txt");
            Intake.read(old, "text/plain", "a.txt");
        }
        long took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println("a thousand files of 3 kB: " + took + " ms");
        assertTrue(took < 5_000, took + " ms");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysWhyItRefusesAndWhatToDo(Reason reason) {
        UnreadableImport refusal = new UnreadableImport(reason);
        for (String language : new String[]{"kk", "ru", "en"}) {
            Locale locale = Locale.forLanguageTag(language);
            assertTrue(refusal.detail(locale).length() > 8);
            assertTrue(refusal.wayForward(locale).length() > 8);
        }
    }

    @Test
    void remarksAreInAllThreeLanguages() {
        String bundle = "kz.qalam.core.intake.remarks";
        ResourceBundle.Control exact = ResourceBundle.Control
                .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Set<String> kazakh = ResourceBundle.getBundle(bundle, Locale.ROOT, exact).keySet();
        for (String language : new String[]{"ru", "en"}) {
            ResourceBundle other = ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language), exact);
            assertEquals(language, other.getLocale().getLanguage());
            kazakh.forEach(key -> assertTrue(other.containsKey(key), key));
            assertEquals(kazakh, other.keySet());
        }
    }
}
