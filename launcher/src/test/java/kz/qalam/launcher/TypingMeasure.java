package kz.qalam.launcher;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * How long the writing page keeps a writer waiting in a story of 5,000 words. It measures and claims nothing, and its name
 * keeps it out of the test run; docs/writing.md says how it is started and what was seen.
 */
class TypingMeasure {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private static final int WORDS = 5_000;
    private static final int KEYS = 400;

    /** What blocked the page for 50 ms or more, by the browser's own word, and how long each key took until it was drawn. */
    private static final String WATCH = """
            () => {
              window.blocked = [];
              window.keys = [];
              new PerformanceObserver(list => list.getEntries().forEach(entry => window.blocked.push(entry.duration)))
                .observe({type: 'longtask'});
              new PerformanceObserver(list => list.getEntries().filter(entry => entry.name === 'keydown')
                .forEach(entry => window.keys.push(entry.processingEnd - entry.processingStart)))
                .observe({type: 'event', durationThreshold: 16});
              // A beat every few milliseconds: how late it comes is how long the page could not answer
              window.late = 0;
              let last = performance.now();
              setInterval(() => {
                const now = performance.now();
                window.late = Math.max(window.late, now - last - 5);
                last = now;
              }, 5);
            }""";

    @Test
    void typesInALongStory() {
        String story = browsing.json("author", "POST", "/articles",
                "{\"copy\":{\"headline\":\"Ұзақ мақала\",\"body\":" + body() + "}}").path("id").asText();
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator("[data-proofing] [data-findings] li").first().waitFor();
        page.waitForTimeout(15_000);
        Locator text = page.locator(".ProseMirror");
        for (String where : List.of("start", "middle", "end")) {
            page.evaluate(WATCH);
            text.locator("> p").nth(where.equals("start") ? 0 : where.equals("middle") ? 50 : 99).click();
            page.keyboard().press("End");
            for (int key = 0; key < KEYS; key++) {
                page.keyboard().type(key % 7 == 6 ? " " : "абвгдежзикл".substring(key % 11, key % 11 + 1));
                page.waitForTimeout(key % 50 == 49 ? 1_500 : 40);
            }
            page.waitForTimeout(9_000);
            System.out.println("{\"name\":\"typing_" + where + "\",\"words\":" + WORDS + ",\"keys\":" + KEYS
                    + ",\"blocked_50ms\":" + page.evaluate("JSON.stringify(window.blocked)")
                    + ",\"longest_ms\":" + page.evaluate("Math.round(window.late)") + "}");
        }
    }

    private static String body() {
        String[] words = "қала әкімдігі жаңа көпірдің құрылысын келер жылы аяқтауды жоспарлап отыр деп хабарлады "
                .split(" ");
        StringBuilder body = new StringBuilder("{\"type\":\"doc\",\"content\":[");
        for (int paragraph = 0; paragraph < 100; paragraph++) {
            StringBuilder text = new StringBuilder("Бүгін");
            for (int word = 1; word < WORDS / 100; word++) {
                text.append(word % 12 == 0 ? ". Оны " : " ").append(words[(word * 7 + paragraph) % words.length]);
            }
            body.append(paragraph == 0 ? "" : ",")
                    .append("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"")
                    .append(text).append(" сaны.\"}]}");
        }
        return body.append("]}").toString();
    }
}
