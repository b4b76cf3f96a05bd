package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The writing page in a real browser: what is typed, pasted and saved is what the API then tells. */
class EditorTest {

    private static final String EVERY_BLOCK = """
            {"type":"doc","content":[
            {"type":"paragraph","content":[{"type":"text","text":"Жай "},{"type":"text","marks":[{"type":"strong"}],"text":"қалың"},
            {"type":"text","text":" "},{"type":"text","marks":[{"type":"em"}],"text":"көлбеу"},{"type":"text","text":" H"},
            {"type":"text","marks":[{"type":"sub"}],"text":"2"},{"type":"text","text":"O x"},{"type":"text","marks":[{"type":"sup"}],"text":"2"},
            {"type":"text","text":" "},{"type":"text","marks":[{"type":"link","attrs":{"href":"https://example.kz/"}}],"text":"сілтеме"},
            {"type":"text","text":" "},{"type":"text","marks":[{"type":"lang","attrs":{"code":"ru"}}],"text":"спасибо"}]},
            {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Екінші дәреже"}]},
            {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Үшінші дәреже"}]},
            {"type":"speech","attrs":{"tail":"деді ол."},"content":[{"type":"text","text":"Келеміз,"}]},
            {"type":"quote","attrs":{"source":"Абай"},"content":[{"type":"text","text":"Адам бол!"}]},
            {"type":"ordered_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"бір"}]},
            {"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"ішкі"}]}]}]}]}]},
            {"type":"embed","attrs":{"provider":"youtube","id":"dQw4w9WgXcQ"}},
            {"type":"table","content":[{"type":"table_row","content":[{"type":"table_header","content":[{"type":"text","text":"Жыл"}]},
            {"type":"table_header","content":[{"type":"text","text":"Саны"}]}]},
            {"type":"table_row","content":[{"type":"table_cell","content":[{"type":"text","text":"2026"}]},
            {"type":"table_cell","content":[{"type":"text","text":"12"}]}]}]},
            {"type":"factbox","attrs":{"title":"Анықтама"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Қосымша дерек."}]}]},
            {"type":"rule"},
            {"type":"paragraph","content":[{"type":"text","text":"Соңғы сөйлем."}]}]}
            """;

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AfterEach
    void noErrors() {
        assertEquals(List.of(), browsing.errors);
    }

    /** Opening and saving a story changes nothing of what the writer did not touch, cards included. */
    @Test
    void keepsEveryBlockThroughARoundTrip() {
        String story = story("Барлық блоктар", EVERY_BLOCK);
        JsonNode before = body(story);
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator("#headline").fill("Барлық блоктар сақталды");
        saves(page);
        JsonNode after = browsing.json("author", "GET", "/articles/" + story, "");
        assertEquals("Барлық блоктар сақталды", after.path("copy").path("headline").asText());
        assertEquals(before, after.path("copy").path("body"));
    }

    @Test
    void turnsWhatIsTypedIntoTheNewsroomsMarks() {
        String story = story("Теру", paragraph("Бастау"));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Enter");
        page.keyboard().type("– Жұмыс бітті, – деді басшы.");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+b");
        page.keyboard().type("Маңызды");
        page.keyboard().press("Control+b");
        page.keyboard().type(" хабар: әғқңөұүһі ӘҒҚҢӨҰҮҺІ.");
        saves(page);
        JsonNode blocks = body(story).path("content");
        assertEquals("speech", blocks.path(1).path("type").asText(), blocks.toString());
        assertEquals("деді басшы.", blocks.path(1).path("attrs").path("tail").asText());
        assertEquals("Жұмыс бітті,", blocks.path(1).path("content").path(0).path("text").asText());
        assertEquals("strong", blocks.path(2).path("content").path(0).path("marks").path(0).path("type").asText());
        assertEquals(" хабар: әғқңөұүһі ӘҒҚҢӨҰҮҺІ.", blocks.path(2).path("content").path(1).path("text").asText());
    }

    /** Word's and a web page's HTML: structure stays, decoration and scripts go, no word is lost. */
    @Test
    void cleansWhatIsPasted() {
        String story = story("Қою", paragraph("Бастау"));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Enter");
        pastes(page,
                """
                        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
                        <!--StartFragment--><h1 style="mso-style-name:x">Тақырып</h1>
                        <p class="MsoNormal" style="font-family:Arial"><b>Қалың</b> сөз <span style="font-style:italic">көлбеу</span>
                        <a href="javascript:alert(1)">қауіпті</a> <a href="https://example.kz/a">сілтеме</a><o:p></o:p></p>
                        <script>window.pasted = 1</script><img src="https://tracker.example/x.gif" onerror="window.pasted = 2">
                        <table><tr><td>Ұяшық бір</td><td>Ұяшық екі</td></tr></table>
                        <p>қалды <del>өшті</del><span style="text-decoration:line-through">сызылды</span></p><iframe src="https://example.kz/v"></iframe>
                        <ul><li>тармақ</li></ul><div>{{=1}} &lt;b&gt;сөз&lt;/b&gt;</div><!--EndFragment--></body></html>
                        """);
        assertEquals(
                "сурет – 1, сырттан енгізілген жазба – 1, қабылданбайтын сілтеме (сөзі қалды) – 1, сызып тасталған жер – 2",
                page.locator("[data-left-what]").textContent());
        saves(page);
        assertEquals(null, page.evaluate("window.pasted ?? null"));
        String text = body(story).toString();
        for (String word : List.of("Тақырып", "Қалың", "көлбеу", "қауіпті", "сілтеме", "Ұяшық бір", "Ұяшық екі",
                "тармақ",
                "{{=1}} <b>сөз</b>")) {
            assertTrue(text.contains(word), word + " is lost: " + text);
        }
        assertTrue(text.contains("https://example.kz/a"), text);
        for (String dirt : List.of("өшті", "сызылды", "javascript:", "tracker", "Arial", "window.pasted",
                "color:red")) {
            assertFalse(text.contains(dirt), dirt + " came in: " + text);
        }
    }

    /** Two people at once: nobody's text is overwritten, both are shown, and one goes on from either. */
    @Test
    void showsBothTextsOfAStaleSave() {
        String story = story("Қайшылық", paragraph("Ортақ сөйлем."));
        Page author = browsing.comesIn("author", "/stories/" + story);
        Page editor = browsing.comesIn("editor", "/stories/" + story);
        atTheEnd(editor);
        editor.keyboard().type(" Редактордың сөзі.");
        saves(editor);
        atTheEnd(author);
        author.keyboard().type(" Автордың сөзі.");
        author.locator("[data-save]").click();
        Locator conflict = author.locator("[data-conflict]");
        conflict.waitFor();
        String both = conflict.innerText();
        assertTrue(both.contains("Редактордың сөзі.") && both.contains("Автордың сөзі."), both);
        assertEquals(2, revision(story), "a stale save writes nothing");
        author.locator("button[name=from][value=mine]").click();
        author.locator("section.beside").waitFor();
        assertTrue(author.locator("[data-editor]").innerText().contains("Автордың сөзі."));
        assertTrue(author.locator("section.beside").innerText().contains("Редактордың сөзі."));
        saves(author);
        assertEquals(3, revision(story));
    }

    /** A line that is away for a moment: the text stays on the page, which says so; the next save brings it in. */
    @Test
    void keepsTheTextWhenTheLineIsAway() {
        String story = story("Желі", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().type(" Желісіз жазылды.");
        page.context().setOffline(true);
        page.locator("[data-save]").click();
        page.locator("[data-notice] .notice").waitFor();
        assertTrue(page.locator("[data-editor]").innerText().contains("Желісіз жазылды."));
        page.context().setOffline(false);
        saves(page);
        assertTrue(body(story).toString().contains("Желісіз жазылды."));
    }

    /** A tab that is closed without saving loses nothing: the text is shown beside what stands, and offered. */
    @Test
    void offersWhatWasLeftUnsaved() {
        String story = story("Жабылған бет", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().type(" Сақталмай қалған сөйлем.");
        page.locator("form[data-keeping=kept]").waitFor();
        assertEquals(1, revision(story), "it is no revision");
        Page again = page.context().newPage();
        page.close();
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        again.locator(".left-behind").waitFor();
        assertFalse(again.locator("[data-editor]").innerText().contains("Сақталмай"), "nothing comes back unseen");
        again.locator(".left-behind a").click();
        assertTrue(again.locator("[data-conflict] ins").first().innerText().contains("Сақталмай қалған сөйлем"));
        again.locator("button[name=from][value=mine]").click();
        again.locator("[data-editor] .ProseMirror").waitFor();
        saves(again);
        assertTrue(body(story).toString().contains("Сақталмай қалған сөйлем."));
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        assertEquals(0, again.locator(".left-behind").count(), "the save that contains it clears it");
    }

    /** A crash while the line is down: the text is on the device, and shown when the newsroom is there again. */
    @Test
    void keepsTheTextOnTheDeviceWhenTheLineIsDown() {
        String story = story("Желісіз", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.context().setOffline(true);
        page.keyboard().type(" Құрылғыда қалған сөйлем.");
        page.locator("form[data-keeping=here]").waitFor();
        Page again = page.context().newPage();
        page.close();
        again.context().setOffline(false);
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        again.locator(".left-behind a").click();
        assertTrue(again.locator("[data-conflict]").innerText().contains("Құрылғыда қалған сөйлем."));
        again.locator("button[formaction$=disposal]").click();
        again.locator(".told").waitFor();
        assertEquals(0, again.locator(".left-behind").count());
    }

    /** Two people in different paragraphs: both changes are saved, and the writer is told what came in. */
    @Test
    void mergesDifferentParagraphs() {
        String story = story("Екеу", two("Бірінші абзац осында тұр.", "Екінші абзац осында тұр."));
        Page author = browsing.comesIn("author", "/stories/" + story);
        Page editor = browsing.comesIn("editor", "/stories/" + story);
        atTheEnd(editor);
        editor.keyboard().type(" Редактор қосты.");
        editor.locator("[data-company]:has-text('Айгерім')").waitFor();
        saves(editor);
        atTheEndOf(author, "[data-editor] p >> nth=0");
        author.keyboard().type(" Автор қосты.");
        author.locator("[data-save]").click();
        author.locator(".came-in").waitFor();
        String text = body(story).toString();
        assertTrue(text.contains("Автор қосты.") && text.contains("Редактор қосты."), text);
        assertTrue(author.locator("[data-editor]").innerText().contains("Редактор қосты."));
        assertEquals(3, revision(story));
    }

    /** The same paragraph: both texts stand side by side, and the chosen ones make one text. */
    @Test
    void letsAPersonChooseWhereTwoCollide() {
        String story = story("Таңдау", two("Ортақ абзац осында тұр.", "Соңғы абзац осында тұр."));
        Page author = browsing.comesIn("author", "/stories/" + story);
        Page editor = browsing.comesIn("editor", "/stories/" + story);
        atTheEnd(editor);
        editor.keyboard().type(" Редактордікі.");
        saves(editor);
        atTheEnd(author);
        author.keyboard().type(" Автордікі.");
        author.locator("[data-save]").click();
        author.locator(".clash").waitFor();
        author.locator("input[name=choice-0][value=both]").check();
        author.locator("button[name=from][value=merged]").click();
        author.locator("[data-editor] .ProseMirror").waitFor();
        assertEquals(2, revision(story), "choosing saves nothing");
        saves(author);
        String text = body(story).toString();
        assertTrue(text.contains("Редактордікі.") && text.contains("Автордікі."), text);
    }

    /** The session is over, of a night say: nothing is lost, the page says why it waits, and goes on once its writer is in again. */
    @Test
    void goesOnAfterALostSession() {
        String story = story("Түнгі мақала", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        logsOut(page);
        page.keyboard().type(" Таңға қалған сөйлем.");
        page.locator("form[data-keeping=logged-out]").waitFor();
        page.locator("[data-save]").click();
        Locator comesIn = page.locator("[data-notice] a[href='/log-in']");
        comesIn.waitFor();
        assertTrue(page.locator("[data-editor]").innerText().contains("Таңға қалған сөйлем."));
        assertEquals(1, revision(story));
        Page again = page.context().waitForPage(comesIn::click);
        Browsing.logsIn(again, "author", "author");
        again.waitForURL(url -> url.startsWith(browsing.house.newsroomUrl()));
        page.locator("form[data-keeping=kept]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        saves(page);
        assertTrue(body(story).toString().contains("Таңға қалған сөйлем."));
    }

    /** The session is over and the page was closed: the text waits on the device, and is offered after the log-in. */
    @Test
    void offersWhatALostSessionLeft() {
        String story = story("Жабылған түнгі мақала", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        BrowserContext context = page.context();
        context.clearCookies();
        page.keyboard().type(" Құрылғыда таңды атырған сөйлем.");
        page.locator("form[data-keeping=logged-out]").waitFor();
        page.close();
        Page morning = context.newPage();
        morning.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        Browsing.logsIn(morning, "author", "author");
        morning.waitForURL("**/stories/" + story);
        morning.locator(".left-behind a").click();
        assertTrue(morning.locator("[data-conflict]").innerText().contains("Құрылғыда таңды атырған сөйлем."));
        morning.locator("button[name=from][value=mine]").click();
        morning.locator("[data-editor] .ProseMirror").waitFor();
        saves(morning);
        assertTrue(body(story).toString().contains("Құрылғыда таңды атырған сөйлем."));
    }

    /** Another logs in on that machine: the page that stayed open sends nothing in their name, and goes on as its own writer. */
    @Test
    void keepsNothingInAnothersName() {
        String story = story("Ортақ компьютер", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        logsOut(page);
        Page other = page.context().newPage();
        other.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        Browsing.logsIn(other, "editor", "editor");
        other.locator("[data-editor] .ProseMirror").waitFor();
        page.keyboard().type(" Автордың сөзі.");
        page.locator("form[data-keeping=logged-out]").waitFor();
        page.keyboard().press("Control+s");
        page.locator("[data-notice] a[href='/log-in']").waitFor();
        assertEquals(1, revision(story), "no revision of the editor's");
        assertEquals(0, unsaved("editor", story), "nothing is kept as the editor's");
        logsOut(page);
        other.navigate(browsing.house.newsroomUrl() + "/");
        Browsing.logsIn(other, "author", "author");
        other.waitForURL(url -> url.startsWith(browsing.house.newsroomUrl()));
        page.locator("form[data-keeping=kept]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        saves(page);
        assertTrue(body(story).toString().contains("Автордың сөзі."));
    }

    /** Handed over while its writer's line was down: no page of the story is theirs any more, My desk shows what they typed. */
    @Test
    void showsWhatOnlyThisDeviceHas() {
        String story = story("Берілген мақала", paragraph("Бастау."));
        browsing.json("author2", "GET", "/articles", "");
        Page page = browsing.comesIn("author", "/stories/" + story);
        BrowserContext context = page.context();
        atTheEnd(page);
        context.setOffline(true);
        page.keyboard().type(" Тек құрылғыда қалған сөйлем.");
        page.locator("form[data-keeping=here]").waitFor();
        browsing.handOver(story, "author2");
        Page desk = context.newPage();
        page.close();
        context.setOffline(false);
        desk.navigate(browsing.house.newsroomUrl() + "/");
        Locator device = desk.locator("[data-device]");
        device.locator("summary").waitFor();
        assertTrue(device.innerText().contains("енді өзгерте алмайсыз"), device.innerText());
        device.locator("summary").press("Enter");
        device.locator("[data-text]").getByText("Тек құрылғыда қалған сөйлем.").waitFor();
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        device.locator("[data-copy]").press("Enter");
        device.getByText("Көшірілді.").waitFor();
        String copied = (String) desk.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.contains("Берілген мақала\nБастау. Тек құрылғыда қалған сөйлем."), copied);
        device.locator("[data-throw]").press("Enter");
        device.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertEquals(0, onDevice(desk));
    }

    /** Refused, and the page crashed: the story's page shows it and why, until the newsroom takes it. */
    @Test
    void showsWhatTheNewsroomDidNotTake() {
        String story = story("Қабылданбаған", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        BrowserContext context = page.context();
        context.route("**/working-text", route -> route.fulfill(new Route.FulfillOptions().setStatus(422)
                .setContentType("text/html; charset=UTF-8").setBody("<p data-mishap>Сақталмаған мәтін тым көп.</p>")));
        atTheEnd(page);
        page.keyboard().type(" Қабылданбаған сөйлем.");
        page.locator("form[data-keeping=refused]").waitFor();
        Page again = context.newPage();
        page.close();
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        Locator device = again.locator("[data-device]");
        device.getByText("Сақталмаған мәтін тым көп.").waitFor();
        device.locator("summary").click();
        device.locator("[data-text]").getByText("Қабылданбаған сөйлем.").waitFor();
        context.unroute("**/working-text");
        again.reload();
        again.locator(".left-behind").waitFor();
        assertFalse(device.isVisible(), "the newsroom has it now");
    }

    /** The log-in ran out before the press: the page stays, says so, and the same press goes on afterwards. */
    @Test
    void staysWhereItCannotBeSubmitted() {
        String story = story("Тексеруге", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator("form[data-script]").waitFor();
        logsOut(page);
        page.locator("button[name=then]").click();
        Locator comesIn = page.locator("[data-notice] a[href='/log-in']");
        comesIn.waitFor();
        assertTrue(page.url().endsWith("/stories/" + story), page.url());
        Page again = page.context().waitForPage(comesIn::click);
        Browsing.logsIn(again, "author", "author");
        again.waitForURL(url -> url.startsWith(browsing.house.newsroomUrl()));
        page.locator("button[name=then]").click();
        page.waitForURL("**/submission");
    }

    /** Typed, kept and undone again: nothing is left to be offered, and what is typed from there on is kept. */
    @Test
    void keepsNothingOfWhatWasUndone() {
        String story = story("Қайтарылған", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().type(" Артық.");
        page.locator("form[data-keeping=kept]").waitFor();
        assertEquals(1, unsaved("author", story));
        House.waitFor("what was typed to be undone", () -> {
            page.keyboard().press("Control+z");
            page.waitForTimeout(300);
            return page.locator("form[data-writing]:not([data-dirty])").count() == 1;
        });
        House.waitFor("it to be dropped", () -> unsaved("author", story) == 0);
        page.keyboard().type(" Жаңасы.");
        page.locator("form[data-keeping=kept]").waitFor();
        assertEquals(1, unsaved("author", story));
    }

    /** What stands beside the text follows each save, the first of a new story too. */
    @Test
    void bringsWhatStandsBesideTheTextWithEachSave() {
        Page page = browsing.comesIn("author", "/stories/new");
        atTheEnd(page);
        page.keyboard().type("Оның сaны көп екен.");
        page.locator("[data-findings] .finding").first().waitFor();
        assertEquals(0, page.locator("nav.rooms").count());
        saves(page);
        page.locator("nav.rooms").waitFor();
        page.locator("#handing a").waitFor();
        page.locator("#checked li.is-required").first().waitFor();
        page.locator("[data-findings] .finding").filter(new Locator.FilterOptions().setHasText("сaны"))
                .getByText("Осы мақалада қалдыру").click();
        page.locator("[data-stood]:not([hidden])").waitFor();
        int done = page.locator("#checked li.is-done").count();
        page.locator("#headline").fill("Тақырыбы енді бар");
        saves(page);
        page.locator("#checked li.is-done").nth(done).waitFor();
    }

    /** One writer in two windows: each text is kept by itself, and the second save brings the two together. */
    @Test
    void keepsTheTextsOfTwoWindowsApart() {
        String story = story("Екі терезе", two("Бірінші абзац осында тұр.", "Екінші абзац осында тұр."));
        Page one = browsing.comesIn("author", "/stories/" + story);
        Page other = one.context().newPage();
        other.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        atTheEndOf(one, "[data-editor] p >> nth=0");
        one.keyboard().type(" Бірінші терезеде жазылды.");
        one.locator("form[data-keeping=kept]").waitFor();
        atTheEnd(other);
        other.keyboard().type(" Екінші терезеде жазылды.");
        other.locator("form[data-keeping=kept]").waitFor();
        assertEquals(2,
                browsing.json("author", "GET", "/articles/" + story + "/working-texts", "").path("items").size(),
                "neither writes over the other");
        saves(one);
        other.locator("[data-save]").click();
        other.locator(".came-in").waitFor();
        String text = body(story).toString();
        assertTrue(text.contains("Бірінші терезеде жазылды.") && text.contains("Екінші терезеде жазылды."), text);
        assertEquals(3, revision(story));
        other.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        assertEquals(0, other.locator(".left-behind").count(), "both were saved, nothing is left");
    }

    /** Two pages go on from the same unsaved text: each types for itself. */
    @Test
    void goesOnFromOneTextInTwoPagesApart() {
        String story = story("Екі бет", paragraph("Бастау."));
        Page left = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(left);
        left.keyboard().type(" Қалған сөйлем.");
        left.locator("form[data-keeping=kept]").waitFor();
        List<Page> pages = List.of(left.context().newPage(), left.context().newPage());
        left.close();
        for (Page page : pages) {
            page.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
            page.locator(".left-behind a").click();
            page.locator("[data-conflict]").waitFor();
        }
        for (Page page : pages) {
            page.locator("button[name=from][value=mine]").click();
            atTheEnd(page);
            page.keyboard().type(" " + (pages.indexOf(page) + 1) + "-бетте жазылды.");
            page.locator("form[data-keeping=kept]").waitFor();
        }
        String path = "/articles/" + story + "/working-texts";
        String texts = StreamSupport.stream(browsing.json("author", "GET", path, "").path("items").spliterator(), false)
                .map(text -> browsing.json("author", "GET", path + "/" + text.path("window").asText(), "").toString())
                .collect(Collectors.joining("\n"));
        assertEquals(2, texts.lines().count(), texts);
        assertTrue(texts.contains("1-бетте жазылды.") && texts.contains("2-бетте жазылды."), texts);
    }

    /** Between a save and its answer another one saves: the next save brings both together, and takes nothing out. */
    @Test
    void takesNothingOutThatWasSavedBeforeTheAnswer() {
        String story = story("Бір мезет", two("Бірінші абзац осында тұр.", "Екінші абзац осында тұр."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.route("**/copy", route -> {
            String answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0)).headers().get("location");
            savedByEditor(story, 2, "Бір мезет", two("Бірінші абзац осында тұр. Автор қосты.",
                    "Екінші абзац осында тұр. Редактор қосты."));
            route.fulfill(new Route.FulfillOptions().setResponse(
                    page.request().get(answer, RequestOptions.create().setHeader("HX-Request", "true"))));
        }, new Page.RouteOptions().setTimes(1));
        atTheEndOf(page, "[data-editor] p >> nth=0");
        page.keyboard().type(" Автор қосты.");
        saves(page);
        atTheEndOf(page, "[data-editor] p >> nth=0");
        page.keyboard().type(" Тағы қосты.");
        page.locator("[data-save]").click();
        page.locator(".came-in").waitFor();
        String text = body(story).toString();
        assertTrue(text.contains("Автор қосты. Тағы қосты.") && text.contains("Редактор қосты."), text);
        assertEquals(4, revision(story));
    }

    /** What is typed while a save is on its way is in neither of the two texts that are shown then: it is offered later. */
    @Test
    void keepsWhatIsTypedUntilTwoTextsAreShown() {
        String story = story("Кідіріс", paragraph("Ортақ сөйлем."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        savedByEditor(story, 1, "Кідіріс", paragraph("Ортақ сөйлем. Редактордікі."));
        atTheEnd(page);
        page.keyboard().type(" Автордікі.");
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/copy", held::set);
        page.locator("[data-save]").click();
        page.waitForCondition(() -> held.get() != null);
        atTheEnd(page);
        page.keyboard().type(" Кейін жазылды.");
        held.get().resume();
        page.unroute("**/copy");
        page.locator("[data-conflict]").waitFor();
        page.locator("button[name=from][value=mine]").click();
        page.locator("[data-editor] .ProseMirror").waitFor();
        saves(page);
        String saved = body(story).toString();
        assertTrue(saved.contains("Автордікі.") && !saved.contains("Кейін"), saved);
        page.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        page.locator(".left-behind a").click();
        assertTrue(page.locator("[data-conflict]").innerText().contains("Кейін жазылды."));
    }

    /** Saved right after a key, or on a slow line: what the save brought is not offered once more beside what it met. */
    @Test
    void offersNothingOnceMoreThatASaveBrought() {
        String story = story("Бір рет", paragraph("Ортақ сөйлем."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        savedByEditor(story, 1, "Бір рет", paragraph("Ортақ сөйлем. Редактордікі."));
        atTheEnd(page);
        page.keyboard().type(" Автордікі.");
        page.keyboard().press("Control+s");
        page.locator("[data-conflict]").waitFor();
        page.waitForTimeout(1500);
        page.locator("button[name=from][value=mine]").click();
        page.locator("form[data-keeping=kept]").waitFor();
        assertEquals(0, page.locator(".left-behind").count());
        assertEquals(1, unsaved("author", story), "what is typed on");
        saves(page);
        House.waitFor("the device to have nothing of it", () -> onDevice(page) == 0);

        String other = story("Тағы бір рет", two("Бірінші абзац осында тұр.", "Екінші абзац осында тұр."));
        page.navigate(browsing.house.newsroomUrl() + "/stories/" + other);
        savedByEditor(other, 1, "Тағы бір рет",
                two("Бірінші абзац осында тұр. Редактордікі.", "Екінші абзац осында тұр."));
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/copy", held::set);
        atTheEnd(page);
        page.keyboard().type(" Автордікі.");
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> held.get() != null);
        page.waitForTimeout(2500);
        held.get().resume();
        page.unroute("**/copy");
        page.locator(".came-in").waitFor();
        House.waitFor("the device to have nothing of it", () -> onDevice(page) == 0);
        assertEquals(0, page.locator(".left-behind").count());
        assertEquals(0, unsaved("author", other));

        atTheEnd(page);
        page.keyboard().type(" Тексеруге.");
        page.locator("button[name=then]").click();
        page.waitForURL("**/submission");
        page.navigate(browsing.house.newsroomUrl() + "/stories/" + other);
        House.waitFor("the device to have nothing of it", () -> onDevice(page) == 0);
        assertEquals(0, unsaved("author", other));
    }

    /** A save hangs: what was typed right before stands on the device, and is offered to whoever opens the story anew. */
    @Test
    void keepsWhatIsJustBeingSaved() {
        String story = story("Жолда", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/copy", held::set);
        atTheEnd(page);
        page.keyboard().type(" Жолда қалды.");
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> held.get() != null);
        House.waitFor("the device to have it", () -> onDevice(page) == 1);
        Page again = page.context().newPage();
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        again.locator(".left-behind a").click();
        assertTrue(again.locator("[data-conflict]").innerText().contains("Жолда қалды."));
    }

    /** The line breaks behind a save: its writer goes on from it, in a new story as in an old one. */
    @Test
    void goesOnFromASaveWhoseAnswerWasLost() {
        Page page = browsing.comesIn("author", "/stories/new");
        atTheEnd(page);
        page.keyboard().type("Жауабы жоғалды.");
        losesTheAnswer(page, "**/stories/new");
        atTheEnd(page);
        page.keyboard().type(" Жалғасы.");
        page.locator("form[data-keeping=kept]").waitFor();
        saves(page);
        String story = page.url().replaceFirst("^.*/stories/", "");
        assertEquals("Жауабы жоғалды. Жалғасы.", line(body(story).at("/content/0")));
        assertEquals(2, revision(story));
        atTheEnd(page);
        page.keyboard().type(" Үшінші.");
        losesTheAnswer(page, "**/copy");
        atTheEnd(page);
        page.keyboard().type(" Төртінші.");
        page.locator("form[data-keeping=kept]").waitFor();
        saves(page);
        assertEquals("Жауабы жоғалды. Жалғасы. Үшінші. Төртінші.", line(body(story).at("/content/0")));
        assertEquals(4, revision(story));
        assertEquals(0, unsaved("author", story));
    }

    private static void losesTheAnswer(Page page, String address) {
        page.route(address, route -> {
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort();
        }, new Page.RouteOptions().setTimes(1));
        page.locator("[data-save]").click();
        page.locator("[data-notice] .notice").waitFor();
    }

    /** A press on a line that hangs is given up and told, and the next one goes through. */
    @Test
    void isNotHeldUpByALineThatHangs() {
        String story = story("Ілінген желі", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator("form[data-script]").waitFor();
        page.route("**/door*", route -> {});
        page.locator("button[name=then]").click();
        page.locator("[data-notice] .notice").waitFor();
        page.unroute("**/door*");
        page.route("**/copy", route -> {});
        atTheEnd(page);
        page.keyboard().type(" Ілініп қалды.");
        page.locator("[data-save]").click();
        page.locator("form[data-saving]").waitFor();
        page.locator("form:not([data-saving]) [data-notice] .notice")
                .waitFor(new Locator.WaitForOptions().setTimeout(45_000));
        page.unroute("**/copy");
        saves(page);
        page.locator("button[name=then]").click();
        page.waitForURL("**/submission");
        assertTrue(body(story).toString().contains("Ілініп қалды."));
    }

    /** Who saves by the keyboard stands where they stood; where two texts are shown instead, the keyboard is at these. */
    @Test
    void aSaveKeepsTheKeyboardsPlace() {
        String story = story("Пернетақта", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().type(" Бір.");
        savesByKeyboard(page);
        page.locator("form[data-writing]:not([data-dirty])").waitFor();
        assertEquals("save", page.evaluate("document.activeElement.id"));
        page.keyboard().press("Tab");
        assertEquals("submission", page.evaluate("document.activeElement.value"));
        savedByEditor(story, 2, "Пернетақта", paragraph("Бастау. Редактордікі."));
        atTheEnd(page);
        page.keyboard().type(" Екі.");
        savesByKeyboard(page);
        page.locator("[data-conflict] [role=alert]").waitFor();
        House.waitFor("the keyboard to be at the two texts",
                () -> (boolean) page.evaluate("document.activeElement.matches('[data-conflict] h1')"));
    }

    private static void savesByKeyboard(Page page) {
        page.locator("form[data-dirty]").waitFor();
        page.waitForResponse("**/copy", () -> page.locator("[data-save]").press("Enter"));
    }

    private static void savedByEditor(String story, int revision, String headline, String body) {
        assertEquals(200,
                browsing.api("editor", "PUT", "/articles/" + story + "/copy",
                        "{\"headline\":\"" + headline + "\",\"body\":" + body + "}",
                        Map.of("If-Match", "\"" + revision + "\"")).statusCode());
    }

    /** A picture is dropped where it belongs, pasted at the caret, dropped on its drawer; what is none is refused with why. */
    @Test
    void takesPicturesThatAreDroppedAndPasted() {
        String story = story("Суреттер", two("Бірінші абзац осында тұр.", "Екінші абзац осында тұр."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        brings(page, "drop", "[data-editor] p:first-of-type", "image/jpeg", PagesTest.drawn(0x335577));
        page.locator(".picture-card img").first().waitFor();
        assertEquals(List.of("paragraph", "image", "paragraph"), types(savedBody(page)));
        atTheEnd(page);
        brings(page, "paste", ".ProseMirror", "image/jpeg", PagesTest.drawn(0x775533));
        page.locator(".picture-card").nth(1).waitFor();
        JsonNode pasted = savedBody(page);
        assertEquals(List.of("paragraph", "image", "paragraph", "image"), types(pasted));
        brings(page, "drop", "[data-pictures]", "image/jpeg", PagesTest.drawn(0x557733));
        page.locator("[data-main-picture] img").waitFor();
        saves(page);
        String main = browsing.json("author", "GET", "/articles/" + story, "").path("copy").path("picture").path("id")
                .asText();
        assertFalse(main.isEmpty() || pasted.toString().contains(main), "the main picture is another one: " + main);
        brings(page, "drop", "[data-pictures]", "image/png", "Сурет емес".getBytes(StandardCharsets.UTF_8));
        page.locator("[data-trouble]:not([hidden])").waitFor();
        assertFalse(page.locator("[data-trouble]").innerText().isBlank());
        assertEquals(1, page.locator("[data-main-picture] img").count(), "what stood there stays");
    }

    /** The newest version comes with the caption as it was typed, and to the picture that asked, wherever it stands by then. */
    @Test
    void theNewestVersionTakesNoCaptionAway() {
        List<String> pictures = IntStream.range(0, 3)
                .mapToObj(n -> browsing.picture("author", PagesTest.drawn(0x30507a + n * 0x4000))).toList();
        for (String picture : pictures) {
            browsing.json("author", "POST", "/pictures/" + picture + "/versions",
                    "{\"alt\":\"Көше\",\"credit\":\"Суретші\",\"licence\":\"OWN\",\"base\":1}");
        }
        String gallery = pictures.stream().map(EditorTest::firstVersion).collect(Collectors.joining(","));
        String story = browsing.story("{\"headline\":\"Галерея\",\"picture\":" + firstVersion(pictures.get(0))
                + ",\"body\":{\"type\":\"doc\",\"content\":[{\"type\":\"gallery\",\"attrs\":{\"pictures\":[" + gallery
                + "]}},{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Мәтін.\"}]}]}}");
        Page page = browsing.comesIn("author", "/stories/" + story);
        Locator main = page.locator("[data-main-picture] figure");
        main.locator("textarea").fill("Басты көше");
        main.getByText("Соңғы нұсқасын алу").click();
        page.locator("[data-main-picture] img[src*='/versions/2/']").waitFor();
        assertEquals("Басты көше", main.locator("textarea").inputValue());

        Locator shown = page.locator(".picture-card figure");
        shown.nth(1).locator("textarea").fill("Екінші көше");
        AtomicReference<Route> asked = new AtomicReference<>();
        page.route("**/pictures/" + pictures.get(1), asked::set);
        shown.nth(1).getByText("Соңғы нұсқасын алу").click();
        page.waitForCondition(() -> asked.get() != null);
        shown.nth(0).getByText("Алып тастау").click();
        asked.get().resume();
        page.locator(".picture-card img[src*='/versions/2/']").waitFor();
        saves(page);
        JsonNode copy = browsing.json("author", "GET", "/articles/" + story, "").path("copy");
        assertEquals("2 Басты көше", copy.at("/picture/version").asText() + " " + copy.at("/picture/caption").asText());
        JsonNode left = copy.at("/body/content/0/attrs/pictures");
        assertEquals(List.of(pictures.get(1) + " 2 Екінші көше", pictures.get(2) + " 1 "),
                StreamSupport.stream(left.spliterator(), false).map(picture -> picture.path("id").asText() + " "
                        + picture.path("version").asText() + " " + picture.path("caption").asText()).toList());
    }

    private static String firstVersion(String picture) {
        return "{\"id\":\"" + picture + "\",\"version\":1,\"caption\":\"\"}";
    }

    /** As a browser tells a page of a file that is dropped there or pasted. */
    private static void brings(Page page, String how, String where, String type, byte[] file) {
        page.locator(where).first().evaluate("""
                (place, [how, type, encoded]) => {
                  const held = new DataTransfer();
                  held.items.add(new File([Uint8Array.from(atob(encoded), one => one.charCodeAt(0))], 'сурет', {type}));
                  const {left, top, width, height} = place.getBoundingClientRect();
                  const told = {bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2};
                  place.dispatchEvent(how === 'paste' ? new ClipboardEvent(how, {...told, clipboardData: held})
                    : new DragEvent(how, {...told, dataTransfer: held}));
                }""", List.of(how, type, Base64.getEncoder().encodeToString(file)));
    }

    private static List<String> types(JsonNode body) {
        return StreamSupport.stream(body.path("content").spliterator(), false).map(block -> block.path("type").asText())
                .toList();
    }

    @Test
    void writesTablesFactboxesAndEmbeds() {
        String story = story("Блоктар", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.locator("button[data-do=embed]").click();
        page.locator("#embed-at").fill("https://youtu.be/dQw4w9WgXcQ?t=1");
        page.locator("[data-asks=embed] [data-answer=apply]").click();
        page.locator("[data-editor] p").first().click();
        page.locator("button[data-do=table]").click();
        page.keyboard().type("Жыл");
        page.keyboard().press("Tab");
        page.keyboard().type("Саны");
        page.locator("[data-table-tools] [data-do=deleteColumn]").click();
        page.locator("[data-editor] p").first().click();
        page.locator("button[data-do=factbox]").click();
        page.keyboard().type("Анықтама");
        saves(page);
        JsonNode blocks = body(story).path("content");
        assertEquals("factbox table embed", blocks.path(0).path("type").asText() + " "
                + blocks.path(1).path("type").asText() + " " + blocks.path(2).path("type").asText(), blocks.toString());
        assertEquals("Анықтама", blocks.path(0).path("attrs").path("title").asText());
        assertEquals(2, blocks.path(1).path("content").path(0).path("content").size());
        assertEquals("table_header", blocks.at("/1/content/0/content/0/type").asText());
        assertEquals("dQw4w9WgXcQ", blocks.path(2).path("attrs").path("id").asText());
    }

    @Test
    void aFactboxHoldsWhatTheTextHolds() {
        String story = story("Мәлімет қорабы", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.locator("button[data-do=factbox]").click();
        page.keyboard().type("Анықтама");
        page.keyboard().press("Enter");
        page.locator("button[data-do=heading3]").click();
        assertEquals("true", page.locator("button[data-do=heading3]").getAttribute("aria-pressed"));
        assertEquals("true", page.locator("button[data-do=factbox]").getAttribute("aria-pressed"));
        presses(page, "End", "[data-editor] h3");
        page.keyboard().press("Enter");
        page.keyboard().type("- Келеміз, - деді ол.");
        page.keyboard().press("Enter");
        page.keyboard().type("Соңы.");
        page.locator("button[data-do=quote]").click();
        page.locator("button[data-do=rule]").click();
        saves(page);
        JsonNode box = body(story).at("/content/0");
        assertEquals(List.of("heading", "speech", "quote", "rule"), types(box), box.toString());
        assertEquals("Анықтама", box.at("/attrs/title").asText());
        assertEquals("деді ол.", box.at("/content/1/attrs/tail").asText());
        assertEquals("Соңы.", box.at("/content/2/content/0/text").asText());
    }

    /** Google Docs wraps all in one bold element, styles every span, and writes tables with paragraphs in their cells. */
    @Test
    void cleansWhatGoogleDocsPastes() {
        String story = story("Google Docs", paragraph("Бастау"));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Enter");
        pastes(page,
                """
                        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38">
                        <span style="font-size:11pt;font-weight:400">Жай сөз, </span><span style="font-size:11pt;font-weight:700">қалың сөз</span></p>
                        <ul style="margin:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>тармақ</span></p></li></ul>
                        <div dir="ltr"><table style="border:none"><colgroup><col width="300"><col width="300"></colgroup><tbody><tr style="height:0">
                        <td style="border:1px"><p dir="ltr"><span>Ұяшық бір</span></p><p dir="ltr"><span>екінші жолы</span></p></td><td><p><span>Ұяшық екі</span></p></td></tr>
                        <tr><td><p><span>Үш</span></p></td><td><p><span>Төрт</span></p></td></tr></tbody></table></div><br></b>
                        """);
        saves(page);
        JsonNode blocks = body(story).path("content");
        assertEquals("Жай сөз, ", blocks.at("/1/content/0/text").asText(), blocks.toString());
        assertEquals("strong", blocks.at("/1/content/1/marks/0/type").asText());
        assertEquals("bullet_list", blocks.at("/2/type").asText());
        assertEquals("table", blocks.at("/3/type").asText());
        assertEquals("hard_break", blocks.at("/3/content/0/content/0/content/1/type").asText());
    }

    @Test
    void findsAndReplaces() {
        String story = story("Іздеу", two("Қала үлкен қала.", "Қалаға жаңа жол керек."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Control+f");
        page.locator("#find-words").fill("қала");
        assertEquals(3, page.locator("[data-editor] .found").count());
        page.locator("#find-instead").fill("астана");
        page.locator("[data-asks=find] [data-answer=all]").click();
        saves(page);
        assertEquals("астана үлкен астана.", body(story).at("/content/0/content/0/text").asText());
    }

    /** What was put in is not looked at again, however often the button is pressed; what is undone is. */
    @Test
    void replacesEachPlaceOnce() {
        String story = story("Біртіндеп", two("Бір қала, екі қала.", "Үшінші қала."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Control+f");
        page.locator("#find-words").fill("қала");
        page.locator("#find-instead").fill("қалашық");
        Locator replace = page.locator("[data-asks=find] [data-answer=replace]");
        for (int left = 2; left >= 0; left--) {
            replace.click();
            assertEquals(left, page.locator("[data-editor] .found").count());
        }
        replace.click();
        page.locator("[data-asks=find] [data-answer=all]").click();
        assertEquals("Бір қалашық, екі қалашық.", page.locator("[data-editor] p").nth(0).innerText());
        page.locator("[data-editor] .ProseMirror").focus();
        page.keyboard().press("Control+z");
        page.locator("[data-editor] .found").first().waitFor();
        page.locator("[data-asks=find] [data-answer=all]").click();
        saves(page);
        assertEquals("Бір қалашық, екі қалашық.|Үшінші қалашық.",
                body(story).at("/content/0/content/0/text").asText() + "|"
                        + body(story).at("/content/1/content/0/text").asText());
    }

    /** Headline and lead are the story's words too. */
    @Test
    void findsAndReplacesInHeadlineAndLead() {
        String story = browsing.story("{\"headline\":\"Қала, жаңа қала\",\"lead\":\"Бұл қала үлкен.\",\"body\":"
                + paragraph("Біздің қала.") + "}");
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator("[data-editor] .ProseMirror").click();
        page.keyboard().press("Control+Home");
        page.keyboard().press("Control+f");
        page.locator("#find-words").fill("қала");
        page.locator("#find-instead").fill("қалашық");
        assertEquals("1 / 4", page.locator("[data-asks=find] [data-found]").textContent());
        Locator replace = page.locator("[data-asks=find] [data-answer=replace]");
        replace.click();
        replace.click();
        assertEquals("қалашық, жаңа қалашық", page.locator("#headline").inputValue());
        assertEquals("1 / 2", page.locator("[data-asks=find] [data-found]").textContent());
        page.locator("[data-asks=find] [data-answer=all]").click();
        page.locator("[data-asks=find] [data-answer=all]").click();
        saves(page);
        assertEquals("Бұл қалашық үлкен.", page.locator("#lead").inputValue());
        assertEquals("Біздің қалашық.", body(story).at("/content/0/content/0/text").asText());
    }

    /** Word's list items are paragraphs with a typed bullet, five deep; a footnote's link leads within Word's page. */
    @Test
    void pastesListsOfWord() {
        String items = IntStream.rangeClosed(1, 5).mapToObj(
                level -> """
                        <p class=MsoListParagraphCxSpMiddle style='margin-left:%d.0cm;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level%d lfo1'>\
                        <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>\
                        <span lang=KZ>%d-деңгей<o:p></o:p></span></p>
                        """
                        .formatted(level, level, level))
                .collect(Collectors.joining());
        Page page = pasted(
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body lang=RU><!--StartFragment-->"
                        + "<p class=MsoNormal>Word<a href=\"#_ftn1\">[1]</a><o:p></o:p></p>" + items
                        + "<!--EndFragment--></body></html>");
        assertEquals(0, page.locator("[data-left-what]").count());
        JsonNode list = savedBody(page).at("/content/2");
        assertEquals("1-деңгей", list.at("/content/0/content/0/content/0/text").asText().strip(), list.toString());
        JsonNode third = list.at("/content/0/content/1/content/0/content/1");
        assertEquals(3, third.path("content").size(), list.toString());
        assertEquals("5-деңгей", third.at("/content/2/content/0/content/0/text").asText().strip(), list.toString());
    }

    /** Google Docs nests lists in lists themselves, without an item between them. */
    @Test
    void pastesDeepListsOfGoogleDocs() {
        Page page = pasted(
                """
                        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-2"><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p role="presentation"><span>бір</span></p></li>
                        <ul><li dir="ltr" aria-level="2"><p role="presentation"><span>екі</span></p></li><ul><li aria-level="3"><p><span>үш</span></p></li><ul><li aria-level="4"><p><span>төрт</span></p></li>
                        <ul><li aria-level="5"><p><span>бес</span></p></li></ul><li aria-level="4"><p><span>тағы төрт</span></p></li></ul><li aria-level="3"><p><span>соңғы үш</span></p></li></ul></ul></ul></b>
                        """);
        JsonNode list = savedBody(page).at("/content/1");
        JsonNode third = list.at("/content/0/content/1/content/0/content/1");
        assertEquals(List.of("үш", "төрт", "бес", "тағы төрт", "соңғы үш"),
                StreamSupport.stream(third.path("content").spliterator(), false)
                        .map(item -> item.at("/content/0/content/0/text").asText()).toList(),
                list.toString());
    }

    /** A page that stands within one form as a whole, as those of ASP.NET do. */
    @Test
    void pastesAWebPageWithinAForm() {
        Page page = pasted(
                """
                        <html><body><!--StartFragment--><form action="/"><h2>Айдар</h2><p>Бірінші азатжол. <a href="ftp://example.kz/a">файл</a> <button>Оқу</button></p>
                        <noscript><img src="https://example.kz/again.jpg">JavaScript қосыңыз</noscript><textarea>Пікіріңіз</textarea><input type="hidden" name="t" value="1"><input name="q">
                        <ul><li>бір<ul><li>екі<ul><li>үш<ol><li>төрт</li><li>бес</li></ol></li></ul></li></ul></li></ul>
                        <blockquote><p>Адам бол!</p><p>Екінші жолы.</p><footer>– <cite>Абай</cite></footer></blockquote>
                        <pre>Бірінші жол
                        екінші жол
                        </pre><p>Соңы.</p></form><!--EndFragment--></body></html>
                        """);
        assertEquals("толтырылатын өріс – 2, қабылданбайтын сілтеме (сөзі қалды) – 1",
                page.locator("[data-left-what]").textContent());
        JsonNode blocks = savedBody(page).path("content");
        assertEquals("Айдар", blocks.at("/1/content/0/text").asText(), blocks.toString());
        assertEquals("Бірінші азатжол. файл Оқу", blocks.at("/2/content/0/text").asText(), blocks.toString());
        assertEquals(3, blocks.at("/3/content/0/content/1/content/0/content/1/content").size(), blocks.toString());
        assertEquals("quote Абай", blocks.at("/4/type").asText() + " " + blocks.at("/4/attrs/source").asText(),
                blocks.toString());
        assertEquals("Адам бол!|hard_break|Екінші жолы.", line(blocks.path(4)), blocks.toString());
        assertEquals("Бірінші жол|hard_break|екінші жол", line(blocks.path(5)), blocks.toString());
        assertEquals("Соңы.", line(blocks.path(6)), blocks.toString());
    }

    /** Who said it is bare text in a copy, and of a length: where a line's end is not, it stays whole. */
    @Test
    void pastesSpeechWithTheLinksOfWhoSaidIt() {
        Page page = pasted("""
                <p>Жиын өтті.</p><p>– Жол салынады, – деді <a href="https://gov.kz/">министр</a>. Ол асықты.</p>
                <p>– Иә, – деді ол. %s</p><p>– Келеміз, – деді басшы.</p>
                <blockquote><p>Адам бол!</p><footer>– <a href="https://abai.kz/">Абай</a></footer></blockquote>
                """.formatted("Сөз. ".repeat(120)));
        assertEquals("қабылданбайтын сілтеме (сөзі қалды) – 1", page.locator("[data-left-what]").textContent());
        JsonNode blocks = savedBody(page).path("content");
        assertEquals("speech", blocks.at("/2/type").asText(), blocks.toString());
        assertEquals("Жол салынады, – деді|министр|. Ол асықты.", line(blocks.path(2)));
        assertEquals("https://gov.kz/", blocks.at("/2/content/1/marks/0/attrs/href").asText(), blocks.toString());
        assertEquals("", blocks.at("/3/attrs/tail").asText(), blocks.toString());
        assertTrue(line(blocks.path(3)).endsWith("Сөз."), blocks.toString());
        assertEquals("деді басшы.", blocks.at("/4/attrs/tail").asText(), blocks.toString());
        assertEquals("Абай", blocks.at("/5/attrs/source").asText(), blocks.toString());
    }

    /** The button and the dash too. */
    @Test
    void makesSpeechWithTheLinksOfWhoSaidIt() {
        String link = ",\"marks\":[{\"type\":\"link\",\"attrs\":{\"href\":\"https://gov.kz/\"}}]}";
        String linked = "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Жол салынады, – деді \"},{\"type\":\"text\",\"text\":\"министр\""
                + link
                + "]},{\"type\":\"speech\",\"attrs\":{\"tail\":\"\"},\"content\":[{\"type\":\"text\",\"text\":\"Иә,\"},{\"type\":\"text\",\"text\":\"деді\""
                + link + "]}]}";
        Page page = browsing.comesIn("author", "/stories/" + story("Төл сөз", linked));
        page.locator("[data-editor] .speech .words").click();
        presses(page, "Home", "[data-editor] .speech .words");
        for (int n = 0; n < "Иә,".length(); n++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().type(" – ");
        atTheEndOf(page, "[data-editor] p >> nth=0");
        page.locator("button[data-do=speech]").click();
        JsonNode blocks = savedBody(page).path("content");
        assertEquals("speech Жол салынады, – деді|министр", blocks.at("/0/type").asText() + " " + line(blocks.path(0)));
        assertEquals("link", blocks.at("/0/content/1/marks/0/type").asText(), blocks.toString());
        assertEquals("speech Иә, –|деді", blocks.at("/1/type").asText() + " " + line(blocks.path(1)));
        assertEquals("link", blocks.at("/1/content/1/marks/0/type").asText(), blocks.toString());
    }

    /** What a cell spans is left room, so that each figure stands under its heading; the limits are those of the grid. */
    @Test
    void pastesFiguresUnderTheirHeadings() {
        Page page = pasted(
                """
                        <table><thead><tr><th rowspan="2">Өңір</th><th colspan="2">2025</th><th colspan="2">2026</th></tr>
                        <tr><th>қала</th><th>ауыл</th><th>қала</th><th>ауыл</th></tr></thead>
                        <tbody><tr><td>Астана</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>
                        <tr><td>Алматы</td><td colspan="2">5</td><td rowspan="0">6</td><td>7</td></tr><tr></tr>
                        <tr><td>Шымкент</td><td>8</td><td>9</td><td>10</td></tr></tbody></table><p>Арасы.</p>
                        <table><tr><td colspan="1000">Кең</td><td>соңы</td></tr><tr><td rowspan="65534">ұзын</td><td>екі</td></tr></table>
                        """);
        JsonNode blocks = savedBody(page).path("content");
        assertEquals(
                List.of("Өңір;2025;2025;2026;2026", ";қала;ауыл;қала;ауыл", "Астана;1;2;3;4", "Алматы;5;;6;7",
                        "Шымкент;8;9;;10"),
                rows(blocks.path(1)), blocks.toString());
        assertEquals("table_header", blocks.at("/1/content/0/content/2/type").asText());
        assertEquals("Кең | соңы", blocks.at("/3/content/0/text").asText(), blocks.toString());
        assertEquals("paragraph", blocks.at("/4/type").asText(), blocks.toString());
    }

    /** A cell is a line, of breaks at most: lists, definitions and rules within it are no blocks that would end its table. */
    @Test
    void pastesAListWithinACell() {
        Page page = pasted(
                """
                        <table><tr><th>Аймақ</th><th>Не істелді</th><th>Сан</th></tr>
                        <tr><td>Абай</td><td><ul>
                        <li>мектеп</li>
                        <li>көпір<ol><li><p>тірегі</p></li></ol></li>
                        </ul></td><td>15</td></tr>
                        <tr><td>Жетісу:<dl><dt>жол</dt><dd>12 км</dd></dl>бітті</td><td>бір<hr>екі<br><br>үш</td><td><section><div>7</div></section></td></tr></table>
                        """);
        JsonNode body = savedBody(page);
        assertEquals(List.of("paragraph", "table"), types(body), body.toString());
        assertEquals(
                List.of("Аймақ;Не істелді;Сан", "Абай;мектеп|hard_break|көпір|hard_break|тірегі;15",
                        "Жетісу:|hard_break|жол|hard_break|12 км|hard_break|бітті;бір|hard_break|екі|hard_break|hard_break|үш;7"),
                rows(body.at("/content/1")), body.toString());
    }

    /** Where there is room for one line alone, several become one: blocks would tear apart what holds it. */
    @Test
    void pastesSeveralLinesIntoACellAndIntoSpeech() {
        String cell = "{\"type\":\"table_cell\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}";
        String row = "{\"type\":\"table_row\",\"content\":[" + cell + "," + cell + "]}";
        String story = story("Ұяшыққа қою",
                "{\"type\":\"doc\",\"content\":[{\"type\":\"table\",\"content\":["
                        + (row + "," + row).formatted("А", "Ә", "Б", "В")
                        + "]},{\"type\":\"speech\",\"attrs\":{\"tail\":\"деді ол.\"},\"content\":[{\"type\":\"text\",\"text\":\"Келеміз,\"}]}]}");
        Page page = browsing.comesIn("author", "/stories/" + story);
        String lines = "<p>бір</p><p>– <b>екі</b></p><ul><li>үш</li></ul>";
        atTheEndOf(page, "[data-editor] td >> nth=1");
        pastes(page, lines);
        // The End key would lead to the end of the tail
        page.locator("[data-editor] .speech .words").click();
        presses(page, "Home", "[data-editor] .speech .words");
        for (int n = 0; n < "Келеміз,".length(); n++) {
            page.keyboard().press("ArrowRight");
        }
        pastes(page, lines);
        atTheEndOf(page, "[data-editor] .speech .said");
        pastes(page, lines);
        JsonNode blocks = savedBody(page).path("content");
        assertEquals(2, blocks.size(), blocks.toString());
        assertEquals(List.of("А;Әбір|hard_break|–|екі|hard_break|үш", "Б;В"), rows(blocks.path(0)), blocks.toString());
        assertEquals("Келеміз,бір|hard_break|–|екі|hard_break|үш", line(blocks.path(1)), blocks.toString());
        assertEquals("деді ол.бір – екі үш", blocks.at("/1/attrs/tail").asText(), blocks.toString());
    }

    /** A browser would cut it off: it is all there, is said to be too long, is kept, and is refused by its name. */
    @Test
    void takesAllThatIsPastedIntoAField() {
        String story = story("Ұзын лид", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        House.waitFor("the script that looks after fields", () -> (boolean) page.evaluate("""
                () => {
                  const field = document.createElement('input');
                  field.maxLength = 1;
                  document.body.append(field);
                  field.dispatchEvent(new InputEvent('beforeinput', {bubbles: true}));
                  field.remove();
                  return field.dataset.most === '1';
                }"""));
        page.locator("form[data-script]").waitFor();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        String lead = "Қала ".repeat(248).strip();
        page.locator("#lead").focus();
        page.evaluate("text => navigator.clipboard.writeText(text)", lead);
        page.keyboard().press("Control+v");
        page.locator(".too-long:has-text('+239')").waitFor();
        page.keyboard().type("!");
        page.locator(".too-long:has-text('+240')").waitFor();
        assertEquals(lead + "!", page.locator("#lead").inputValue());
        page.locator("form[data-keeping=kept]").waitFor();
        page.locator("[data-save]").click();
        page.locator("[data-notice] .notice:has-text('Лид: ')").waitFor();
        assertEquals(1, revision(story));
        page.locator("#lead").fill("Қала.");
        assertEquals(0, page.locator(".too-long").count());
        saves(page);
        assertEquals("Қала.",
                browsing.json("author", "GET", "/articles/" + story, "").path("copy").path("lead").asText());
    }

    /** On a phone the drawer is shut: that a picture is brought, and why it is not taken, is told beside the bar. */
    @Test
    void tellsOfPicturesOnAPhone() {
        String story = story("Телефоннан", paragraph("Ұзын мәтін. ".repeat(300)));
        Page page = browsing.comesIn("author", "/stories/" + story, browsing.phone());
        atTheEnd(page);
        AtomicReference<Route> brought = new AtomicReference<>();
        page.route("**/pictures", brought::set);
        brings(page, "paste", ".ProseMirror", "image/png", "Сурет емес".getBytes(StandardCharsets.UTF_8));
        page.locator(".when-bringing:has-text('Сурет жүктеліп жатыр…')").waitFor();
        page.waitForCondition(() -> brought.get() != null);
        brought.get().resume();
        Locator told = page.locator("[data-notice] .notice.bad");
        told.waitFor();
        assertFalse(told.innerText().isBlank());
        assertTrue((boolean) told.evaluate("""
                told => {
                  const {left, top, width, height} = told.getBoundingClientRect();
                  return told.contains(document.elementFromPoint(left + width / 2, top + height / 2));
                }"""), "it is in sight");
        assertEquals(0, page.locator(".when-bringing:visible").count());
        assertFalse((boolean) page.locator("details.drawer").evaluate("drawer => drawer.open"));
    }

    /** Tiptap, Confluence and their kin are made of the same parts: what they copy is cleaned as any page is. */
    @Test
    void cleansWhatEditorsOfTheSameMakeCopy() {
        Page page = pasted(
                """
                        <p data-pm-slice="0 0 []">Бар сөз <s>өшкен сөз</s> <a href="ftp://example.kz/a">файл</a></p><img src="https://example.kz/a.png">
                        <div data-card="null">Карта сөзі</div><div data-card='{"type":"embed","attrs":{"provider":"youtube","id":"dQw4w9WgXcQ"}}'></div>
                        <iframe src="https://example.kz/v"></iframe>
                        """);
        assertEquals(
                "сурет – 1, сырттан енгізілген жазба – 1, қабылданбайтын сілтеме (сөзі қалды) – 1, сызып тасталған жер – 1",
                page.locator("[data-left-what]").textContent());
        JsonNode body = savedBody(page);
        assertEquals(List.of("paragraph", "paragraph", "paragraph"), types(body), body.toString());
        assertTrue(body.toString().contains("Карта сөзі"), body.toString());
        assertFalse(body.toString().contains("өшкен"), body.toString());
    }

    /** What is copied here comes back whole, to another story too; a card that none could have copied here is none. */
    @Test
    void pastesWhatIsCopiedHereAsItWas() {
        String story = story("Көшіру", EVERY_BLOCK);
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().press("Control+a");
        String copied = (String) page.evaluate("""
                async () => {
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  const held = new DataTransfer();
                  document.querySelector('.ProseMirror').dispatchEvent(
                    new ClipboardEvent('copy', {clipboardData: held, bubbles: true, cancelable: true}));
                  return held.getData('text/html');
                }""");
        Page other = pasted(copied);
        JsonNode before = body(story).path("content");
        JsonNode after = savedBody(other).path("content");
        assertEquals(before.size() + 1, after.size(), after.toString());
        for (int n = 0; n < before.size(); n++) {
            assertEquals(before.path(n), after.path(n + 1));
        }
        String id = "\"00000000-0000-0000-0000-000000000001\"";
        Page third = pasted(copied + List.of("null", "{\"type\":\"toString\",\"attrs\":{}}", "{\"type\":\"image\"}",
                "{\"type\":\"gallery\",\"attrs\":{\"pictures\":[null]}}",
                "{\"type\":\"related\",\"attrs\":{\"articles\":" + id + "}}").stream()
                .map(card -> "<div data-card='" + card + "'></div>").collect(Collectors.joining()));
        assertEquals(after, savedBody(third).path("content"));
    }

    /** Three deep is as deep as lists go: a key does not take them deeper, and what is pasted comes up. */
    @Test
    void listsStandAtMostThreeDeep() {
        String three = "<ul><li>бір</li><li>екі<ul><li>үш<ul><li>төрт</li></ul></li></ul></li></ul>";
        Page page = pasted(three);
        atTheEndOf(page, "[data-editor] li p:has-text('екі')");
        page.keyboard().press("Control+]");
        JsonNode list = savedBody(page).at("/content/1");
        assertEquals(2, list.path("content").size(), "it would be the fourth: " + list);

        atTheEndOf(page, "[data-editor] li p:has-text('үш')");
        pastes(page, "<ul><li>А<ul><li>Ә<ul><li>Б</li></ul></li></ul></li></ul>");
        page.keyboard().type("!");
        JsonNode third = savedBody(page).at("/content/1/content/1/content/1/content/0");
        assertEquals("үшА", line(third.at("/content/0")), third.toString());
        assertEquals(List.of("Ә", "Б!"),
                StreamSupport.stream(third.at("/content/1/content").spliterator(), false)
                        .map(item -> line(item.at("/content/0"))).toList(),
                third.toString());
    }

    /** A line that takes what is sent and never answers holds nothing back: the page says so, and tries again. */
    @Test
    void triesAgainWhereTheNewsroomDoesNotAnswer() {
        String story = story("Жауапсыз", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.route("**/working-text", route -> {});
        atTheEnd(page);
        page.keyboard().type(" Ілініп қалды.");
        page.locator(".when-dirty:has-text('Сервер жауап бермей тұр')").waitFor();
        page.unroute("**/working-text");
        page.locator("form[data-keeping=kept]").waitFor();
    }

    /** A court has a text taken out while its writer still has it open: the window does not bring it back. */
    @Test
    void keepsNothingOfATextThatWasTakenOut() {
        String story = story("Алынатын мәтін", paragraph("Бастау."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        atTheEnd(page);
        page.keyboard().type(" Жалғасы.");
        page.locator("form[data-keeping=kept]").waitFor();
        House.Answer redacted = browsing.house.run("redact", story, "--revisions", "all", "--reason", "Сот шешімі № 3",
                "--by", "author");
        assertEquals(0, redacted.exit(), redacted.err());
        page.keyboard().type(" Тағы.");
        page.locator(".when-dirty:has-text('сот шешімімен')").waitFor();
        assertEquals("taken-out", page.locator("form[data-keeping]").getAttribute("data-keeping"));
        page.keyboard().type(" Және.");
        page.locator(".when-dirty:has-text('сот шешімімен')").waitFor();
        page.locator("[data-save]").click();
        page.locator(".notice:has-text('сот шешімімен')").waitFor();
        assertEquals(0,
                browsing.json("author", "GET", "/articles/" + story + "/working-texts", "").path("items").size());
        assertFalse(browsing.json("author", "GET", "/articles/" + story, "").toString().contains("Бастау"));
        Page again = page.context().newPage();
        again.navigate(browsing.house.newsroomUrl() + "/stories/" + story);
        again.locator("[data-editor] .ProseMirror").waitFor();
        assertFalse(again.content().contains("Бастау"), "nor is it offered from the device");
    }

    /** The desk counts a headline's lines as a phone shows them in a card of the site. */
    @Test
    void countsTheLinesOfAHeadlineAsReadersSeeThem() {
        for (String headline : List.of("Карточкадағы тақырып", "Бірінші хабар")) {
            String live = browsing.submitted(story(headline, paragraph(headline + ".")), 1, "");
            browsing.approved(live, 1);
            browsing.awaitLive(live);
        }
        Page site = browsing.page(browsing.phone().setViewportSize(360, 740));
        House.waitFor("the front page's list", () -> browsing.get("/").body().contains("class=\"below stories\""));
        site.navigate(browsing.house.siteUrl() + "/");
        Page page = browsing.comesIn("author", "/stories/" + story("Өлшеу", paragraph("Мәтін.")));
        for (String headline : List.of("Қала", "Алматыда жаңа кітапхана ашылды, оған елдің үлкен ақындары келді",
                "Қала тұрғындары көптен күткен кітапхана есігін айқара ашты",
                "Үкімет 2027 жылға арналған бюджет жобасын бекітті",
                "Өскемендегі әуежайдың ұшып-қону жолағын қайта жөндеу жұмыстары көктемге дейін жалғасады",
                "Ұлттық банк базалық мөлшерлемені 15,25 пайыз деңгейінде сақтады, болжам өзгерген жоқ",
                "Президент «Әділетті Қазақстан» бағдарламасы туралы Парламентте айтты")) {
            int shown = ((Number) site.evaluate(
                    """
                            async headline => {
                              await document.fonts.load('600 18px Literata', headline);
                              const card = document.querySelector('.below h3');
                              (card.querySelector('a') ?? card).textContent = headline;
                              return Math.round(card.getBoundingClientRect().height / parseFloat(getComputedStyle(card).lineHeight));
                            }""",
                    headline)).intValue();
            page.locator("#headline").fill(headline);
            page.locator("#headline-measure:has-text(' " + headline.length() + " таңба')").waitFor();
            String told = page.locator("#headline-measure").textContent();
            assertTrue(told.contains(" " + shown + " жол"), headline + ": " + shown + ", told: " + told);
        }
    }

    // ------------------------------------------------------------------------------------------

    private static String two(String first, String second) {
        return paragraph(first + "\"}]},{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" + second);
    }

    /** One press; it stands in that story, over a reload too, until someone takes it back. */
    @Test
    void letsAFindingStandInTheStory() {
        String story = story("Жаңа саябақ", paragraph("Оның сaны көп екен."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        Locator finding = page.locator("[data-findings] .finding")
                .filter(new Locator.FilterOptions().setHasText("сaны"));
        finding.getByText("Осы мақалада қалдыру").click();
        page.locator("[data-stood]:not([hidden])").waitFor();
        assertEquals(0, page.locator(".ProseMirror .marked").count());
        page.reload();
        page.locator("[data-stood]:not([hidden]) summary").click();
        assertEquals("сaны",
                browsing.json("reviewer", "GET", "/articles/" + story + "/stets", "").path("items").path(0)
                        .path("words").asText());
        page.locator("[data-stood-list]").getByText("Қайта белгілеу").click();
        page.locator(".ProseMirror .marked").waitFor();
        assertEquals(0, browsing.json("author", "GET", "/articles/" + story + "/stets", "").path("items").size());
    }

    /** What another changes in the house reaches lines that were read before. */
    @Test
    void readsAnewWhatIsIgnoredMeanwhile() {
        String story = story("Жаңа саябақ", paragraph("Ол қоймылзып айтты."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator(".ProseMirror .marked").getByText("қоймылзып").waitFor();
        assertEquals(204, browsing.api("editor", "PUT", "/ignored-words/"
                + URLEncoder.encode("қоймылзып", StandardCharsets.UTF_8), "").statusCode());
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        page.locator(".ProseMirror .marked").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Fields and captions are read as the text is; their marks lie where their words do, and move no letter. */
    @Test
    void marksHeadlineLeadAndCaptions() {
        String picture = browsing.picture("author", PagesTest.drawn(0x7a9e7e));
        String image = "{\"type\":\"image\",\"attrs\":{\"id\":\"" + picture
                + "\",\"version\":1,\"caption\":\"Суретте сaбақ\"}}";
        String story = browsing
                .story("{\"headline\":\"Жаңа сaябақ ашылды\",\"lead\":\"Ол үйге үйге қайтты.\",\"picture\":{\"id\":\""
                        + picture + "\",\"version\":1,\"caption\":\"Басты сyрет\"},\"body\":"
                        + paragraph("Мәтін.").replace("]}]}", "]}," + image + "]}") + "}");
        Page page = browsing.comesIn("author", "/stories/" + story);
        Locator marks = page.locator(".marks-under .marked");
        page.locator(".picture-card .marks-under .marked").waitFor();
        assertEquals(List.of("сaябақ", "үйге үйге", "сyрет", "сaбақ"),
                page.locator("[data-findings] mark").allTextContents());
        assertEquals(4, marks.count());
        for (String field : List.of("headline", "lead")) {
            assertTrue((boolean) page.evaluate("""
                    field => {
                      const [place, under] = [field, '.marks-under.' + field].map(one =>
                        document.querySelector(one === field ? '#' + field : one).getBoundingClientRect());
                      return ['left', 'top', 'width', 'height'].every(side => Math.abs(place[side] - under[side]) < 1);
                    }""", field), field);
        }
        // What is typed elsewhere in the line moves the mark at once, and leaves it
        page.locator("#headline").press("Home");
        page.route("**/proofreading", Route::abort);
        page.keyboard().type("Қалада ");
        assertEquals("сaябақ", page.locator(".marks-under.headline .marked").textContent());
        page.unroute("**/proofreading");
        page.locator("[data-proofing] [data-all]").click();
        page.locator(".marks-under .marked").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        saves(page);
        JsonNode copy = browsing.json("author", "GET", "/articles/" + story, "").path("copy");
        assertEquals("Қалада Жаңа саябақ ашылды", copy.path("headline").asText());
        assertEquals("Ол үйге қайтты.", copy.path("lead").asText());
        assertEquals("Басты сурет", copy.at("/picture/caption").asText());
        assertEquals("Суретте сабақ", copy.at("/body/content/1/attrs/caption").asText());
    }

    @Test
    void saysThatALineIsTooLongToBeRead() {
        String story = story("Ұзын абзац", two("Ол үйге үйге қайтты.", "Мына азатжол тым ұзын."));
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator(".ProseMirror .marked-doubled").waitFor();
        page.route("**/proofreading", route -> {
            if (URLDecoder.decode(route.request().postData(), StandardCharsets.UTF_8).contains("тым ұзын")) {
                route.fulfill(new Route.FulfillOptions().setStatus(422));
            } else {
                route.resume();
            }
        });
        page.reload();
        page.locator("[data-proofing] [data-state]").getByText("Тым ұзын азатжол тексерілмеді").waitFor();
        assertEquals(1, page.locator(".ProseMirror .marked").count(), "the others are read");
    }

    private static String story(String headline, String body) {
        return browsing.story("{\"headline\":\"" + headline + "\",\"body\":" + body + "}");
    }

    private static String paragraph(String text) {
        return "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\""
                + text
                + "\"}]}]}";
    }

    private static JsonNode body(String story) {
        return browsing.json("author", "GET", "/articles/" + story, "").path("copy").path("body");
    }

    /** How many unsaved texts of the story the newsroom keeps for that person. */
    private static int unsaved(String user, String story) {
        return browsing.json(user, "GET", "/articles/" + story + "/working-texts", "").path("items").size();
    }

    /** How many texts the page's browser keeps. */
    private static int onDevice(Page page) {
        return ((Number) page.evaluate(
                """
                        () => new Promise(done => {
                          indexedDB.open('qalam-unsaved').onsuccess = ({target}) =>
                            target.result.transaction('texts').objectStore('texts').count().onsuccess = one => done(one.target.result);
                        })"""))
                .intValue();
    }

    /** All that the log-in gave is gone; what a page's forms are known by outlives it. */
    private static void logsOut(Page page) {
        page.context().clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!qalam-form$).*")));
    }

    private static int revision(String story) {
        return browsing.json("author", "GET", "/articles/" + story, "").path("revision").asInt();
    }

    /** A story's page into which it is pasted. */
    private static Page pasted(String html) {
        Page page = browsing.comesIn("author", "/stories/" + story("Қою", paragraph("Бастау")));
        atTheEnd(page);
        page.keyboard().press("Enter");
        pastes(page, html);
        return page;
    }

    private static JsonNode savedBody(Page page) {
        saves(page);
        return body(page.url().replaceFirst("^.*/stories/", ""));
    }

    private static String line(JsonNode block) {
        return StreamSupport.stream(block.path("content").spliterator(), false)
                .map(piece -> piece.path("text").asText(piece.path("type").asText()).strip())
                .collect(Collectors.joining("|"));
    }

    private static List<String> rows(JsonNode table) {
        return StreamSupport.stream(table.path("content").spliterator(), false)
                .map(row -> StreamSupport.stream(row.path("content").spliterator(), false).map(EditorTest::line)
                        .collect(Collectors.joining(";")))
                .toList();
    }

    private static void atTheEndOf(Page page, String place) {
        page.locator(place).click();
        presses(page, "End", place);
    }

    private static void atTheEnd(Page page) {
        String text = "[data-editor] .ProseMirror";
        page.locator(text).click();
        presses(page, "Control+End", text);
    }

    /** Until the caret stands at that edge of the place, and stays: after a click or a button the editor looks away from it a while. */
    private static void presses(Page page, String key, String place) {
        House.waitFor("the caret to stand at the edge of " + place + ", and to stay there", () -> {
            page.keyboard().press(key);
            page.waitForTimeout(150);
            return (boolean) page.locator(place).evaluate(
                    """
                            async (place, key) => {
                              // What the browser has yet to tell the editor of the caret comes within a frame
                              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                              const caret = getSelection();
                              if (document.activeElement !== place.closest('.ProseMirror') || !place.contains(caret.focusNode)) return false;
                              const rest = document.createRange();
                              rest.selectNodeContents(place);
                              key === 'Home' ? rest.setEnd(caret.focusNode, caret.focusOffset) : rest.setStart(caret.focusNode, caret.focusOffset);
                              return rest.toString() === '';
                            }""",
                    key);
        });
    }

    private static void saves(Page page) {
        page.waitForResponse(answer -> answer.request().method().equals("POST") && answer.status() < 400,
                () -> page.locator("[data-save]").click());
        page.locator("form[data-writing]:not([data-dirty])").waitFor();
    }

    /** Until it stands in the text: what cleans it may still be on its way. */
    private static void pastes(Page page, String html) {
        Object before = page.evaluate(
                """
                        async html => {
                          // Nobody pastes within the frame in which the key before was pressed.
                          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                          const held = new DataTransfer();
                          held.setData('text/html', html);
                          held.setData('text/plain', 'plain');
                          const text = document.querySelector('.ProseMirror');
                          const before = text.textContent;
                          text.dispatchEvent(new ClipboardEvent('paste', {clipboardData: held, bubbles: true, cancelable: true}));
                          return before;
                        }""",
                html);
        House.waitFor("what is pasted", () -> !page.locator(".ProseMirror").textContent().equals(before));
    }
}
