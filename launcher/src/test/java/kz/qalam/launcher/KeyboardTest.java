package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The desk without a mouse: all that can be pressed is come to by Tab, where it is looked for, and is seen to be come to. */
class KeyboardTest {

    @RegisterExtension
    static final Browsing browsing = new Browsing();
    private static String draft = "";
    private static String waiting = "";
    private static String planned = "";
    private static String picture = "";

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() {
        draft = story("Пернемен жазылған мәтін");
        browsing.saved(draft, 1, copy("Пернемен өзгертілген мәтін"));
        waiting = browsing.submitted(story("Пернемен тексерілетін мәтін"), 1, "");
        planned = browsing.approved(browsing.submitted(story("Пернемен шығарылатын мәтін"), 1,
                "\"from\":\"" + Instant.now().plusSeconds(90_000) + "\""), 1);
        picture = browsing.picture("author", PagesTest.drawn(0x8fbc8f));
    }

    @Test
    void tabComesToAllThatCanBePressed() {
        walks("author",
                Map.of("/", "", "/stories/new", "", "/stories/" + draft, "", "/stories/" + draft + "/submission",
                        "", "/pictures/" + picture, ""));
        walks("reviewer", Map.of("/stories/" + waiting + "/review", "", "/stories/" + draft + "/history", ""));
        walks("publisher", Map.of("/publication", "", "/stories/" + planned + "/publication", "details",
                "/tags", ""));
        walks("editor",
                Map.of("/stories?stage=DRAFT&outlook=LIVE", "", "/stories", "li:first-child .choose input", "/pictures",
                        "", "/style-book/new", "",
                        "/lexicon", "", "/ignored-words", ""));
        Map<String, String> rooms = new LinkedHashMap<>();
        rooms.put("/staff", "li:first-child details");
        rooms.put("/desks", "details");
        rooms.put("/sections", "details");
        rooms.put("/trail", "");
        rooms.put("/deliveries", "");
        walks("admin", rooms);
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void whatOpensKeepsTheKeyboardAndGivesItBack() {
        Page page = browsing.comesIn("author", "/stories/" + draft);
        page.locator("form[data-script]").waitFor();
        // the sheet of shortcuts
        page.locator("[data-sheet]").focus();
        page.keyboard().press("Enter");
        page.locator("dialog[open]").waitFor();
        for (int presses = 0; presses < 6; presses++) {
            page.keyboard().press("Tab");
            assertTrue((boolean) page.evaluate(
                    "document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"),
                    "Tab leads out of the dialog");
        }
        page.keyboard().press("Escape");
        assertEquals(0, page.locator("dialog[open]").count());
        assertAt(page, "[data-sheet]");
        // a question under the toolbar goes back to the text
        page.locator(".ProseMirror").focus();
        page.keyboard().press("Control+f");
        assertAt(page, "#find-words");
        page.keyboard().press("Escape");
        assertAt(page, ".ProseMirror");
        // the menu
        page.locator(".menu summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertTrue((boolean) page.evaluate("document.querySelector('.menu-sheet').contains(document.activeElement)"));
        page.keyboard().press("Escape");
        assertAt(page, ".menu summary");
        page.keyboard().press("Enter");
        page.locator("#headline").focus();
        assertEquals(0, page.locator(".menu[open]").count(), "a menu is shut by going on");
    }

    /** One stop for Tab; arrows go over what is seen, round and round, and never onto a hidden button. */
    @Test
    void arrowsWalkTheToolbar() {
        Page page = browsing.comesIn("author", "/stories/" + draft);
        page.locator("form[data-script]").waitFor();
        page.locator(".ProseMirror").focus();
        page.keyboard().press("Alt+F10");
        assertAt(page, "[data-do=heading2]");
        page.keyboard().press("ArrowLeft");
        assertAt(page, "[data-sheet]");
        page.keyboard().press("ArrowRight");
        assertAt(page, "[data-do=heading2]");
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        assertAt(page, "[data-do=find]");
        page.keyboard().press("Home");
        for (int presses = 0; presses < 7; presses++) {
            page.keyboard().press("ArrowRight");
        }
        assertAt(page, "[data-do=table]");
        page.keyboard().press("Enter");
        page.locator("[data-table-tools]:not([hidden])").waitFor();
        page.keyboard().press("Alt+F10");
        page.keyboard().press("End");
        assertAt(page, "[data-do=deleteTable]");
        page.keyboard().press("Enter");
        page.locator("[data-table-tools]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.keyboard().press("Alt+F10");
        assertAt(page, "[data-do=heading2]");
        page.keyboard().press("Escape");
        assertAt(page, ".ProseMirror");
    }

    /** What a mouse draws can be typed, slid or pressed. */
    @Test
    void nothingNeedsAMouse() {
        Page page = browsing.comesIn("author", "/pictures/" + picture);
        String before = String.valueOf(page.locator(".cut-focus").evaluate("focus => focus.style.left"));
        page.locator("#focus-x").fill("20");
        assertEquals("50% 20%", before + " " + page.locator(".cut-focus").evaluate("focus => focus.style.left"));
        page.navigate(browsing.house.newsroomUrl() + "/stories/" + draft + "/history");
        page.locator("#slide").focus();
        page.keyboard().press("ArrowLeft");
        page.locator("#slid:has-text('1-нұсқа')").waitFor();
    }

    private static void assertAt(Page page, String selector) {
        assertEquals(true, page.evaluate("selector => document.activeElement?.matches(selector)", selector),
                () -> "the keyboard is not at " + selector + " but at "
                        + page.evaluate("document.activeElement?.outerHTML.slice(0, 200)"));
    }

    /** Addresses, with what is opened or chosen on each before it is walked. */
    private void walks(String user, Map<String, String> addresses) {
        Page page = browsing.comesIn(user, "/");
        addresses.forEach((address, opened) -> {
            page.navigate(browsing.house.newsroomUrl() + address);
            if (opened.endsWith("input")) {
                page.locator("main " + opened).check();
            } else if (!opened.isEmpty()) {
                page.locator("main " + opened).evaluateAll("all => all.forEach(one => one.open = true)");
            }
            walk(page, address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…"));
        });
    }

    private void walk(Page page, String where) {
        page.evaluate(
                """
                        () => {
                          document.querySelectorAll('iframe').forEach(frame => frame.remove());
                          scrollTo(0, 0);
                          document.activeElement?.blur();
                          const isSeen = one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
                          // one of several stands for all: of radio buttons with one name, of a toolbar
                          const of = one => one.type === 'radio' ? `radio ${one.form?.action} ${one.name}` : one.closest('[role=toolbar] .toolbar-row, [data-table-tools]') ? 'toolbar' : one;
                          const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable=true], [role=button]';
                          const wanted = new Map();
                          const boxes = new Map();
                          for (const one of document.querySelectorAll(pressed)) {
                            if (isSeen(one) && !one.disabled) {
                              wanted.set(of(one), one);
                              boxes.set(one, one.getBoundingClientRect());
                            }
                          }
                          globalThis.walked = {wanted, left: new Set(wanted.keys()), unseen: [], back: [], before: null};
                          document.addEventListener('focusin', ({target}) => {
                            const {left, unseen, back} = walked;
                            left.delete(of(target));
                            // in the text it is the caret that tells
                            const told = target.isContentEditable || [target, ...target.labels ?? [], target.closest('.row'), target.closest('label')].filter(Boolean)
                              .some(each => getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 2);
                            if (!told) unseen.push(target.outerHTML.slice(0, 120));
                            const box = boxes.get(target);
                            const isAside = target.closest('.bar-bottom, .bulk, .skip, dialog');
                            const {before} = walked;
                            if (box && before && !isAside) {
                              const isUp = box.bottom <= before.box.top + 4 && box.left < before.box.right - 4;
                              const isBack = box.right <= before.box.left + 4 && box.top < before.box.bottom - 4 && box.bottom > before.box.top + 4;
                              if (isUp || isBack) back.push(before.target.outerHTML.slice(0, 90) + ' → ' + target.outerHTML.slice(0, 90));
                            }
                            walked.before = box && !isAside ? {target, box} : null;
                          });
                        }""");
        int left = 1;
        for (int presses = 0; presses < 400 && left > 0; presses += 10) {
            for (int press = 0; press < 10; press++) {
                page.keyboard().press("Tab");
            }
            left = ((Number) page.evaluate("walked.left.size")).intValue();
        }
        String told = String.valueOf(page.evaluate(
                """
                        () => [
                          ...[...walked.left].map(one => 'is not come to: ' + (one.outerHTML?.slice(0, 160) ?? one)),
                          ...walked.unseen.map(one => 'is not seen to be come to: ' + one),
                          ...walked.back.map(one => 'goes back: ' + one),
                        ].join('\\n')"""));
        if (!told.isEmpty()) {
            told.lines().forEach(line -> faults.add(where + " " + line));
        }
    }

    private static String story(String headline) {
        return browsing.story(copy(headline));
    }

    private static String copy(String headline) {
        return """
                {"headline":"%s","section":"qogam","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text",\
                "text":"%s: мәтіннің өзі осында."}]}]}}"""
                .formatted(headline, headline);
    }
}
