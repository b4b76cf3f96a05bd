package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The review page in a real browser: whoever judges writes in two places of it, and loses nothing of either. */
class ReviewTest {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AfterEach
    void noErrors() {
        assertEquals(List.of(), browsing.errors);
    }

    /** Notes come and go beside what is half written to the writers; a note that is half written holds the verdict back once. */
    @Test
    void losesNothingThatIsHalfWritten() {
        String story = submitted();
        Page page = reviewing(story);
        page.locator("#note").fill("Жақсы мәтін, бірақ дереккөзін көрсетіңіз.");
        page.locator("#quoted").fill("жаңа көпір");
        page.locator("#said").fill("Қай өзенде?");
        page.locator(".note-form button").click();
        page.locator("[data-note-told]:has-text('Ескертпе қалдырылды.')").waitFor();
        assertEquals("Қай өзенде?", page.locator("#noted .lines").innerText());
        assertEquals("", page.locator("#said").inputValue() + page.locator("#quoted").inputValue());
        assertEquals(1, page.evaluate("CSS.highlights.get('noted').size"), "it is marked in the text");

        page.locator("#said").fill("Тағы бір ескертпе");
        page.locator("#noted button").click();
        page.locator("#noted .is-resolved").waitFor();
        assertEquals(true, page.evaluate("document.activeElement.matches('[data-note-told]')"));
        assertEquals("Тағы бір ескертпе", page.locator("#said").inputValue());
        assertEquals("Жақсы мәтін, бірақ дереккөзін көрсетіңіз.", page.locator("#note").inputValue());

        page.locator(".decision .main-act").click();
        Locator held = page.locator(".decision [data-held-back]");
        held.waitFor();
        assertEquals("#said", held.locator("a").getAttribute("href"));
        assertEquals("IN_REVIEW", stage(story));
        page.locator(".decision .main-act").click();
        page.waitForURL(browsing.house.newsroomUrl() + "/");
        assertEquals("APPROVED", stage(story));
    }

    /** What is refused says why beside the form, in which it stands. */
    @Test
    void saysWhyANoteIsNotTaken() {
        String story = submitted();
        Page page = reviewing(story);
        page.locator("#note").fill("Қараңыз.");
        page.locator("#quoted").fill("мұндай сөз мәтінде тұрған жоқ");
        page.locator("#said").fill("Қайда?");
        page.locator(".note-form button").click();
        page.locator(".note-form [data-held-back]").getByText("Бұл сөздер мәтінде жоқ.").waitFor();
        assertEquals("Қайда?Қараңыз.", page.locator("#said").inputValue() + page.locator("#note").inputValue());
        page.context().setOffline(true);
        page.locator(".note-form button").click();
        page.locator(".note-form [data-held-back]").getByText("Сервермен байланыс жоқ.").waitFor();
        page.context().setOffline(false);
        page.locator("#quoted").fill("");
        page.locator(".note-form button").click();
        page.locator("#noted .note-row").waitFor();
        assertEquals(0, page.locator(".note-form [data-held-back]").count());
    }

    /** Without script both forms lead to the page anew, as ever. */
    @Test
    void notesNeedNoScript() {
        String story = submitted();
        Page page = browsing.comesIn("reviewer", "/stories/" + story + "/review",
                browsing.desktop().setJavaScriptEnabled(false));
        page.locator("#said").fill("Қай өзенде?");
        page.locator(".note-form button").click();
        page.waitForURL("**/review#notes");
        page.locator("#noted button").click();
        page.locator("#noted .is-resolved").waitFor();
        assertTrue(page.url().endsWith("/review#notes"), page.url());
    }

    /** Once the script of the notes is there: a note that is left before is taken all the same, but nothing tells of it. */
    private static Page reviewing(String story) {
        Page page = browsing.comesIn("reviewer", "/stories/" + story + "/review");
        House.waitFor("the script of the notes", () -> (boolean) page.evaluate("CSS.highlights.has('noted')"));
        return page;
    }

    private static String submitted() {
        return browsing.submitted(browsing
                .story("""
                        {"headline":"Көпір салынды","section":"qogam","body":{"type":"doc","content":[{"type":"paragraph","content":[\
                        {"type":"text","text":"Қалада жаңа көпір ашылды. %s"}]}]}}"""
                        .formatted(System.nanoTime())),
                1, "");
    }

    private static String stage(String story) {
        return browsing.json("reviewer", "GET", "/articles/" + story, "").path("stage").asText();
    }
}
