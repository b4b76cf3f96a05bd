package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page is set with. */
class AssetsTest {
    private static final int MOST_OF_A_TYPEFACE = 40_000;

    private final Assets assets = new Assets();
    private final String css = new String(assets.files().get(assets.style()), UTF_8);

    @Test
    void noTypefaceIsHeavy() {
        assets.files().forEach((path, bytes) -> {
            if (path.endsWith(".woff2")) {
                assertTrue(bytes.length <= MOST_OF_A_TYPEFACE, path + " " + bytes.length);
            }
        });
    }

    @Test
    void theSheetAsksForNothingOfOthers() {
        assertFalse(css.contains("http:") || css.contains("https:") || css.contains("@import"), css);
        var urls = Pattern.compile("url\\(\"([^\"]*)\"\\)").matcher(css);
        int found = 0;
        while (urls.find()) {
            found++;
            assertTrue(assets.files().containsKey(urls.group(1)), urls.group(1));
        }
        assertEquals(2, found);
    }

    /** A page in Arabic letters asks for one file of letters, whatever it names: ADR 57. */
    @Test
    void nothingWithinArabicLettersIsSetInAnotherTypeface() {
        var naming = Pattern.compile("([^{}]*)\\{([^{}]*)}").matcher(css.replaceAll("/\\*[^*]*\\*/", ""));
        int named = 0;
        while (naming.find()) {
            if (naming.group(2).contains("Literata") && !naming.group(1).contains("@font-face")) {
                named++;
                // Only as the face that Arabic letters then change
                assertEquals(":root", naming.group(1).strip());
                assertTrue(naming.group(2).contains("--face: Literata"), naming.group(2));
            }
        }
        assertEquals(1, named);
        assertTrue(css.contains(":root[dir=\"rtl\"] {\n  --face: \"Noto Naskh\""), css);
    }

    /** On a screen of 320 pixels; what does not would be broken in the middle. */
    @ParameterizedTest
    @ValueSource(strings = {"Қазақстандықтардың", "қазақстандықтардың"})
    void aLongWordStandsInALineOfAHeadline(String word) {
        var narrow = Pattern.compile("@media \\(max-width: 22\\.49rem\\) \\{\\s*[^{]*"
                + "\\.story h1[^{]*\\{\\s*font-size: ([0-9.]+)rem;").matcher(css);
        assertTrue(narrow.find(), css);
        var outlines = new Outlines("/site/serif-700.outlines");
        assertTrue(outlines.canShow(word), word);
        var width = outlines.width(word, Double.parseDouble(narrow.group(1)) * 16);
        assertTrue(width <= 320 - 2 * 16, "%s: %.0f pixels".formatted(word, width));
        assertTrue(outlines.width(word, 1.9 * 16) > 320 - 2 * 16, "it would not at the usual size");
    }

    @Test
    void namesCarryDigests() {
        assets.files().keySet()
                .forEach(path -> assertTrue(path.matches("/-/assets/[a-z]+\\.[0-9a-f]{12}\\.[a-z0-9]+"), path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromPaper(String scheme) {
        var colours = colours(scheme);
        for (var text : List.of("ink", "soft", "dim", "accent")) {
            for (var paper : List.of("paper", "tint")) {
                var contrast = contrast(colours.get(text), colours.get(paper));
                assertTrue(contrast >= 4.5, "%s on %s, %s: %.2f".formatted(text, paper, scheme, contrast));
            }
        }
    }

    private Map<String, Integer> colours(String scheme) {
        var dark = css.indexOf("prefers-color-scheme: dark");
        var block = scheme.equals("dark") ? css.substring(dark, css.indexOf("*, ::before")) : css.substring(0, dark);
        var colours = new HashMap<String, Integer>();
        var matcher = Pattern.compile("--(\\w+): #([0-9a-f]{6})").matcher(block);
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    /** As WCAG 2 reckons it. */
    private static double contrast(int one, int other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * part(colour >> 16 & 255) + 0.7152 * part(colour >> 8 & 255) + 0.0722 * part(colour & 255);
    }

    private static double part(int value) {
        var share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
