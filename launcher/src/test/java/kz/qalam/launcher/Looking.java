package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/**
 * What is wrong with pages as they stand before a person: axe violations, more width than the window has, errors of scripts.
 * With -Dqalam.pictures=true each is left as a picture in target/pages, to be looked at.
 */
final class Looking {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final boolean PICTURED = Boolean.getBoolean("qalam.pictures");
    /** As it is in the browser: no other page is opened for its sum, which takes most of the time. */
    private static final String AXE = axe();

    private final Browsing browsing;
    private final List<String> faults = new ArrayList<>();

    Looking(Browsing browsing) {
        this.browsing = browsing;
    }

    /** @param where what it is called among the faults */
    void width(Page page, String where) {
        int over = ((Number) page
                .evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")).intValue();
        if (over > 0) {
            faults.add(where + ": " + over + " px too wide");
        }
    }

    void violations(Page page, String where) {
        // Axe would wait for ever to be let into a frame that runs no script; what stands in it is a page of its own.
        page.evaluate("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        Object found = page.evaluate(
                """
                        async () => (await axe.run()).violations.map(({id, nodes}) => id + ' ' + nodes[0].target + ' ' + nodes[0].html)""");
        ((List<?>) found).forEach(violation -> faults.add(where + ": " + violation));
    }

    /** For people to look at; a browser that has no memory for it at this moment is asked once more. */
    void picture(Page page, String name) {
        if (!PICTURED) {
            return;
        }
        Page.ScreenshotOptions options = new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png"));
        try {
            page.screenshot(options);
        } catch (PlaywrightException busy) {
            page.waitForTimeout(1_000);
            page.screenshot(options);
        }
    }

    void wrong(String fault) {
        faults.add(fault);
    }

    /** Nothing was wrong. */
    void none() {
        faults.addAll(browsing.errors);
        assertEquals("", String.join("\n", faults));
    }

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
