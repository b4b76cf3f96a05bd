package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;

/**
 * The states of pages that no address alone brings about: what is told after an act, beside a clash, in a fault; what opens
 * within a page. Each is seen on a telephone by day and on a desk by night, without an axe violation, and is no wider than
 * 320 pixels.
 */
class StatesTest {

    private static final List<String> SCRIPTS = List.of("", "/latn", "/arab");
    private static final String LIBRARY = """
            Алматыда жаңа кітапхана ашылды. Ғимаратта екі мың оқырманға арналған орын бар, ал қорында жүз мыңнан астам кітап \
            жинақталған. Кітапхана директорының айтуынша, оқу залдары түнгі онға дейін жұмыс істейді, студенттерге арналған \
            бөлек бөлме де қарастырылған. Құрылысқа қаладан бес миллиард теңге бөлінді, келесі жылы осындай тағы бір ғимарат \
            салынбақ. Оқырмандар кітапты үйге де ала алады, ал балаларға арналған бөлімде күн сайын ертегі оқылады.""";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private final Looking looking = new Looking(browsing);

    // ------------------------------------------------------------------------------------------ the desk

    @Test
    void ofWriting() {
        String story = story("Оның сaны көп екен екен. Ол кітаптар оқиды , бірақ \\\"тез\\\" емес.");
        Page page = browsing.comesIn("author", "/stories/" + story);
        page.locator(".finding").first().waitFor();
        see(page, "write-findings",
                opened -> opened.locator("details.drawer").evaluate("drawer => drawer.open = true"));
        page.locator(".ProseMirror p").first().click();
        page.locator("button[data-do=table]").click();
        for (String heading : List.of("Жыл", "Саны", "Үлесі")) {
            page.keyboard().type(heading);
            page.keyboard().press("Tab");
        }
        see(page, "write-table", opened -> {});
        page.keyboard().press("Control+f");
        page.locator("#find-words").fill("кітап");
        see(page, "write-find", opened -> {});
        page.keyboard().press("Escape");
        page.locator("button[data-do=embed]").click();
        see(page, "write-embed", opened -> {});
        page.keyboard().press("Escape");
        page.locator("[data-sheet]").click();
        see(page, "write-shortcuts", opened -> {});
        page.keyboard().press("Escape");
        page.locator("#lead").fill("Қала ".repeat(248));
        page.locator(".too-long").waitFor();
        see(page, "write-too-long", opened -> {});
        page.locator(".menu summary").click();
        see(page, "menu", opened -> {});
        page.keyboard().press("Escape");

        goes(page, "/stories/" + story);
        page.locator("[data-proof-open]").click();
        page.locator("[data-proof]:not([hidden])").waitFor();
        see(page, "write-preview", opened -> {});

        // Another saves meanwhile: the writer is told so, and choosing between the two texts is a page of its own.
        String clashed = story("Ортақ сөйлем осында тұр.");
        goes(page, "/stories/" + clashed);
        browsing.api("editor", "PUT", "/articles/" + clashed + "/copy", copy("Ортақ сөйлемді редактор өзгертті."),
                Map.of("If-Match", "\"1\""));
        page.locator("#lead").fill("Автордың лиді.");
        page.locator(".ProseMirror p").first().click();
        page.keyboard().press("End");
        page.keyboard().type(" Автор қосты.");
        page.locator("[data-save]").click();
        page.locator(".clash").first().waitFor();
        see(page, "conflict", opened -> {});
        page.locator("button[name=from][value=mine]").click();
        page.locator("section.beside").waitFor();
        see(page, "write-beside", opened -> {});
        // Left without saving.
        String window = UUID.randomUUID().toString();
        String left = story("Бұл сөйлем сақталған.");
        browsing.json("author", "PUT", "/articles/" + left + "/working-texts/" + window,
                "{\"counter\":1,\"base\":1,\"copy\":" + copy("Бұл сөйлем сақталмаған.") + "}");
        goes(page, "/stories/" + left);
        page.locator(".left-behind").waitFor();
        see(page, "write-left", opened -> {});
        goes(page, "/stories/" + left + "/working-texts/" + window);
        see(page, "unsaved-text", opened -> {});
        // Handed on meanwhile: what was typed is still read.
        browsing.json("author2", "GET", "/articles", "");
        browsing.handOver(left, "author2");
        goes(page, "/");
        see(page, "desk-unsaved", opened -> {});
        page.locator("a[href='/working-texts/" + window + "']").click();
        see(page, "unsaved-text-handed-on", opened -> {});
        // What shows drafts does not answer: the frame's own page, which runs no script, is looked at outside of its frame.
        String away;
        browsing.house.footprint(House.SITE).send("STOP");
        try {
            away = page.request().get(browsing.house.newsroomUrl() + "/stories/" + story + "/preview/page").text();
        } finally {
            browsing.house.footprint(House.SITE).send("CONT");
        }
        Page alone = browsing.page(browsing.desktop());
        alone.setContent(away);
        alone.getByText("Көріністі қазір көрсету мүмкін емес").waitFor();
        see(alone, "preview-away", opened -> {});
        page.context().close();
        looking.none();
    }

    @Test
    void ofWhatIsSubmittedJudgedAndPlanned() {
        JsonNode desk = browsing.json("admin", "GET", "/desks", "").path("items").path(0);
        String id = desk.path("id").asText();
        String first = submitted(story(LIBRARY));
        approved(first);
        String second = story(LIBRARY + " Ашылу салтанатына жазушылар келді.");
        String flawed = story("Оның сaны көп екен екен. Ол кітаптар оқиды , бірақ тез емес.");
        Page author = browsing.comesIn("author", "/");
        String settled = browsing.json("admin", "GET", "/desks", "").path("items").path(0).toString();
        try {
            browsing.json("admin", "PUT", "/desks/" + id, desk(desk, "[\"section\"]", "[\"scripts\",\"doubled\"]"));
            goes(author, "/stories/" + flawed + "/submission");
            author.locator(".unsettled").waitFor();
            see(author, "submission-unsettled", opened -> {});
            letStand(author, flawed);
            goes(author, "/stories/" + flawed + "/submission");
            see(author, "submission-stood", opened -> {});
        } finally {
            browsing.json("admin", "PUT", "/desks/" + id, desk(desk, "[\"headline\"]", "[]"));
        }
        assertEquals(settled, browsing.json("admin", "GET", "/desks", "").path("items").path(0).toString());
        goes(author, "/stories/" + second + "/submission");
        author.locator(".twins").waitFor();
        see(author, "submission-twins", opened -> {});
        submitted(second);
        Page reviewer = browsing.comesIn("reviewer", "/stories/" + second + "/review");
        reviewer.locator(".twins").waitFor();
        see(reviewer, "review-twins", opened -> {});
        reviewer.locator("#said").fill("Дереккөзі қайда?");
        reviewer.locator("#quoted").fill("жаңа кітапхана");
        reviewer.locator(".note-form button").click();
        reviewer.locator(".note-quote").waitFor();
        see(reviewer, "review-notes", opened -> {});
        reviewer.locator("#said").fill("Жартылай жазылған");
        reviewer.locator(".decision .main-act").click();
        reviewer.locator(".decision [data-held-back]").waitFor();
        see(reviewer, "review-held", opened -> {});
        browsing.json("reviewer", "POST", "/articles/" + second + "/approval", "{\"revision\":1,\"note\":\"\"}");
        Page publisher = browsing.comesIn("publisher", "/stories/" + second + "/publication");
        see(publisher, "publication-folds",
                opened -> opened.locator("aside details").evaluateAll("all => all.forEach(one => one.open = true)"));
        browsing.json("author", "GET", "/articles/" + first, "");
        browsing.api("author", "PUT", "/articles/" + first + "/copy", copy(LIBRARY.replace("екі мың", "үш мың")),
                Map.of("If-Match", "\"1\""));
        goes(author, "/stories/" + first + "/history?from=1&to=2");
        see(author, "history-compared", opened -> {});
        // Done to several at once: one is carried out, another refused.
        goes(author, "/stories");
        see(author, "bulk-chosen", opened -> opened.locator(".choose input").first().check());
        posts(author, "/stories/bulk", Map.of("story", first + " " + flawed + " " + second, "act", "SUBMIT"));
        see(author, "bulk-outcome", opened -> {});
        goes(author, "/stories");
        posts(author, "/stories/bulk", Map.of("act", "SUBMIT"));
        see(author, "bulk-nothing", opened -> {});
        // What is refused, by its status.
        goes(author, "/");
        posts(author, "/stories/" + second + "/recall", Map.of());
        see(author, "refused-409", opened -> {});
        goes(author, "/stories");
        posts(author, "/stories/bulk", Map.of("story", first, "act", "PLAN"));
        see(author, "refused-422", opened -> {});
        for (Page page : List.of(author, reviewer, publisher)) {
            page.context().close();
        }
        looking.none();
    }

    @Test
    void ofTheHouse() throws SQLException {
        Page admin = browsing.comesIn("admin", "/staff");
        admin.locator("#name").fill("Мадина Сейітқызы Әбдіғаппарова");
        admin.locator("#username").fill("madina-" + UUID.randomUUID().toString().substring(0, 8));
        admin.locator("aside .main-act").click();
        admin.locator(".password").waitFor();
        see(admin, "staff-password",
                opened -> opened.locator("main details").evaluateAll("all => all.forEach(one => one.open = true)"));
        goes(admin, "/desks");
        see(admin, "desks-open",
                opened -> opened.locator("main details").evaluateAll("all => all.forEach(one => one.open = true)"));
        goes(admin, "/sections");
        see(admin, "sections-open",
                opened -> opened.locator("main details").evaluateAll("all => all.forEach(one => one.open = true)"));

        // House style: a rule in force with a version that waits, what it would mark, and what nothing is marked by.
        String rule = "/style-rules/" + coded("дирижабль");
        String room = "/style-book/rules/" + coded("дирижабль");
        browsing.json("editor", "PUT", rule, "{\"reason\":\"Қазақша баламасы бар.\",\"instead\":\"әуе кемесі\"}");
        browsing.json("admin", "PUT", rule + "/force", "{\"version\":1}");
        browsing.json("editor", "PUT", rule, "{\"reason\":\"Қазақша баламасы бар.\"}");
        story("Қалада дирижабль көрінді.");
        goes(admin, room);
        see(admin, "style-rule", opened -> {});
        Page editor = browsing.comesIn("editor", "/");
        posts(editor, "/style-book/trial", Map.of("word", "дирижабль", "instead", ""));
        editor.locator("#hits mark").first().waitFor();
        see(editor, "style-trial", opened -> {});
        posts(editor, "/style-book/trial", Map.of("word", "шылдырмақтау", "instead", ""));
        see(editor, "style-trial-none", opened -> {});
        browsing.json("admin", "DELETE", rule + "/force", "");
        goes(admin, room);
        see(admin, "style-retired", opened -> {});

        // The exception lexicon as the second person sees it. Nothing is approved: what readers have stays.
        browsing.json("editor", "PUT", "/lexicon",
                """
                        {"base":%d,"entries":[{"stem":"құжжат","latin":"qujjat","arabic":"قۇججات"},{"stem":"ыждағхат","asIs":true}]}"""
                        .formatted(
                                browsing.json("editor", "GET", "/lexicon", "").path("newest").path("number").asInt()));
        posts(admin, "/lexicon/trial", Map.of("text", "құжжаттың"));
        see(admin, "lexicon-judged", opened -> {});

        // A licence that is about to end, on the editor's desk.
        String picture = browsing.picture("author", PagesTest.drawn(0xd9a066));
        browsing.json("author", "POST", "/pictures/" + picture + "/versions",
                "{\"alt\":\"Көпір\",\"credit\":\"Агенттік\",\"licence\":\"AGENCY\",\"licenceEnd\":\""
                        + Instant.now().plusSeconds(86_400) + "\",\"base\":1}");
        String pictured = story("Көпірдің құрылысы аяқталды.",
                ",\"picture\":{\"id\":\"" + picture + "\",\"version\":2,\"caption\":\"\"}");
        approved(submitted(pictured));
        browsing.awaitLive(pictured);
        goes(editor, "/");
        editor.locator("#licences").waitFor();
        see(editor, "desk-licences", opened -> {});

        // What did not get through.
        try (Connection site = browsing.house.database(Settings.Role.SITE); Statement sql = site.createStatement()) {
            sql.execute("update site.delivery set state = 'FAILED', attempts = 7, fault = 'No space left on device'"
                    + " where release = (select max(release) from site.delivery)");
            goes(admin, "/deliveries");
            see(admin, "deliveries-failed", opened -> {});
            goes(admin, "/deliveries?open=true");
            see(admin, "deliveries-open", opened -> {});
            sql.execute("update site.delivery set state = 'DELIVERED', fault = null where state = 'FAILED'");
        }

        editor.context().close();
        Page publisher = browsing.comesIn("publisher", "/");
        // Nothing goes out: by a person's word, and because the house was restored.
        try {
            browsing.json("publisher", "PUT", "/freeze", "{\"reason\":\"Деректер тексеріліп жатыр\"}");
            goes(publisher, "/publication");
            see(publisher, "frozen", opened -> {});
        } finally {
            browsing.api("publisher", "DELETE", "/freeze", "");
        }
        Page author = browsing.comesIn("author", "/");
        String bugged = story("Қате сөйлем.");
        try (Connection owner = browsing.house.database(Settings.Role.OWNER); Statement sql = owner.createStatement()) {
            sql.execute("select newsroom.hold_house('a test')");
            try {
                goes(publisher, "/");
                see(publisher, "held", opened -> {});
                House.waitFor("the site to hear of it", () -> browsing.get("/zhoq/").statusCode() == 503);
                Page reader = browsing.page(browsing.desktop());
                reader.navigate(browsing.house.siteUrl() + "/zhoq/");
                see(reader, "site-held", opened -> {});
                for (String script : SCRIPTS) {
                    reader.navigate(browsing.house.siteUrl() + script + "/search?q=" + coded("кітап"));
                    see(reader, "site" + script.replace('/', '-') + "-search-away", opened -> {});
                }
                reader.context().close();
            } finally {
                sql.execute("select newsroom.resume_house()");
            }
            House.waitFor("the site to go on", () -> browsing.get("/zhoq/").statusCode() == 404);
            // A bug: what is asked for is not there.
            sql.execute("alter table newsroom.note rename to note_away");
            try {
                goes(author, "/stories/" + bugged + "/review");
                author.locator(".reference").waitFor();
                see(author, "broken-500", opened -> {});
            } finally {
                sql.execute("alter table newsroom.note_away rename to note");
            }
        }
        author.context().close();
        admin.context().close();
        publisher.context().close();

        // Someone with no role yet, and someone with nothing to do.
        Page idle = browsing.comesIn("author2", "/");
        see(idle, "desk-empty", opened -> {});
        String id = "";
        for (JsonNode one : browsing.json("admin", "GET", "/staff", "").path("items")) {
            id = one.path("username").asText().equals("author2") ? one.path("id").asText() : id;
        }
        String post = "/staff/" + id + "/memberships/AUTHOR?desk="
                + browsing.json("admin", "GET", "/desks", "").path("items").path(0).path("id").asText();
        browsing.api("admin", "DELETE", post, "");
        try {
            goes(idle, "/");
            see(idle, "desk-stranger", opened -> {});
        } finally {
            browsing.api("admin", "PUT", post, "");
        }
        goes(idle, "/log-out");
        see(idle, "logged-out", opened -> {});
        idle.context().close();
        looking.none();
    }

    // ------------------------------------------------------------------------------------------ the site

    @Test
    void ofTheSite() throws SQLException {
        String corrected = submitted(story(LIBRARY));
        approved(corrected);
        String path = browsing.awaitLive(corrected);
        browsing.api("author", "PUT", "/articles/" + corrected + "/copy", copy(LIBRARY.replace("екі мың", "үш мың")),
                Map.of("If-Match", "\"1\""));
        browsing.json("author", "PUT", "/articles/" + corrected + "/submission",
                "{\"revision\":2,\"kind\":\"CORRECTION\",\"notice\":\"Орын саны үш мың.\"}");
        browsing.json("reviewer", "POST", "/articles/" + corrected + "/approval", "{\"revision\":2,\"note\":\"\"}");
        String withdrawn = submitted(story("Бұл хабар кейін алынады."));
        approved(withdrawn);
        String gone = browsing.awaitLive(withdrawn);
        browsing.json("publisher", "POST", "/articles/" + withdrawn + "/withdrawal",
                "{\"reason\":\"Расталмады\",\"notice\":\"Хабар расталмады.\"}");
        House.waitFor("the correction to be told", () -> browsing.get(path).body().contains("Орын саны үш мың."));
        House.waitFor("the story to be gone", () -> browsing.get(gone).statusCode() == 410);
        House.waitFor("the story to be found",
                () -> browsing.get("/search?q=" + coded("кітапхана")).body().contains(path));

        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("front", "/");
        pages.put("section", "/qogam/");
        pages.put("story", path);
        pages.put("search", "/search");
        pages.put("search-found", "/search?q=" + coded("кітапхана"));
        pages.put("search-none", "/search?q=" + coded("ъъыъ"));
        pages.put("search-meant", "/search?q=" + coded("кітапхона"));
        pages.put("search-long", "/search?q=" + coded("кітап".repeat(50)));
        pages.put("search-unclear", "/search?q=" + coded("кітап") + "&from=31");
        pages.put("corrections", "/corrections/");
        pages.put("archive", "/archive/");
        pages.put("nothing", "/zhoq/");
        pages.put("gone", gone);
        Page page = browsing.page(browsing.desktop());
        page.navigate(browsing.house.siteUrl() + "/archive/");
        pages.put("month", page.locator(".calendar a").first().getAttribute("href"));
        page.navigate(browsing.house.siteUrl() + pages.get("month"));
        pages.put("day", page.locator("main .calendar a, main .stories a").first().getAttribute("href"));
        page.navigate(browsing.house.siteUrl() + path);
        pages.put("tag", page.locator("a[rel=tag]").first().getAttribute("href"));
        pages.put("author", page.locator("a[rel=author]").first().getAttribute("href"));
        for (String script : SCRIPTS) {
            pages.forEach((name, address) -> {
                page.navigate(browsing.house.siteUrl() + script + address);
                see(page, "site" + script.replace('/', '-') + "-" + name, opened -> {});
            });
        }
        page.context().close();
        Map<String, Page> busy = new LinkedHashMap<>();
        manySearch(() -> {
            for (String script : SCRIPTS) {
                Page reader = browsing.page(browsing.desktop());
                Response answer = reader.navigate(browsing.house.siteUrl() + script + "/search?q=" + coded("кітап"));
                assertEquals(503, answer.status());
                busy.put("site" + script.replace('/', '-') + "-search-busy", reader);
            }
        });
        busy.forEach((name, reader) -> see(reader, name, opened -> {}));
        looking.none();
    }

    /** While more search than there are seats and places in the queue: the database keeps those who sit waiting. */
    private static void manySearch(Runnable meanwhile) throws SQLException {
        List<CompletableFuture<Integer>> asked;
        try (Connection owner = browsing.house.database(Settings.Role.OWNER); Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("lock table newsroom.standing in access exclusive mode");
            asked = IntStream.range(0, 80).mapToObj(one -> browsing.asks("/search?q=" + coded("кітапхана"))).toList();
            House.waitFor("searches to be refused",
                    () -> asked.stream().anyMatch(one -> one.getNow(0) == 503));
            meanwhile.run();
        }
        asked.forEach(CompletableFuture::join);
    }

    // ------------------------------------------------------------------------------------------ how they are seen

    /** The page as it stands: only its window and the time of day change. What a change of window shuts is opened first. */
    private void see(Page page, String name, Consumer<Page> opening) {
        look(page, name, 1440, ColorScheme.DARK, opening, true);
        look(page, name, 320, ColorScheme.LIGHT, opening, false);
        look(page, name, 390, ColorScheme.LIGHT, opening, true);
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void look(Page page, String name, int width, ColorScheme scheme, Consumer<Page> opening, boolean isForAxe) {
        page.setViewportSize(width, width > 400 ? 900 : 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        opening.accept(page);
        String where = name + " " + width + " " + scheme;
        looking.width(page, where);
        if (isForAxe) {
            looking.violations(page, where);
            looking.picture(page, "state-" + name + "-" + width);
        }
    }

    // ------------------------------------------------------------------------------------------ how they come about

    private static void goes(Page page, String address) {
        page.navigate(browsing.house.newsroomUrl() + address);
    }

    /**
     * As a form of the page would, with that page's own token, until the answer stands in the page's place. Several values of
     * one name stand apart by spaces.
     */
    @SuppressWarnings("deprecation") // not sure of which comes first: here one comes, perhaps to the same address
    private static void posts(Page page, String address, Map<String, String> fields) {
        page.waitForNavigation(() -> page.evaluate("""
                ([address, fields]) => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = address;
                  const token = document.querySelector('.menu input[type=hidden]');
                  form.append(token.cloneNode());
                  for (const [name, values] of Object.entries(fields)) {
                    for (const value of values.split(' ')) {
                      const field = document.createElement('input');
                      Object.assign(field, {type: 'hidden', name, value});
                      form.append(field);
                    }
                  }
                  document.body.append(form);
                  form.submit();
                }""", List.of(address, fields)));
    }

    private static void letStand(Page page, String story) {
        goes(page, "/stories/" + story);
        page.locator(".finding").getByText("Осы мақалада қалдыру").first().click();
        if (page.locator(".finding form input, .finding input").count() > 0) {
            page.locator(".finding input").first().fill("Сөйлеушінің өз сөзі");
            page.keyboard().press("Enter");
        }
        page.locator("[data-stood]:not([hidden])").waitFor();
    }

    private static String desk(JsonNode desk, String required, String settled) {
        return "{\"slug\":\"" + desk.path("slug").asText() + "\",\"name\":\"" + desk.path("name").asText()
                + "\",\"required\":" + required + ",\"settled\":" + settled + "}";
    }

    private static String story(String text) {
        return story(text, "");
    }

    private static String story(String text, String more) {
        String copy = copy(text);
        return browsing.story(copy.substring(0, copy.length() - 1) + more + "}");
    }

    private static String copy(String text) {
        return """
                {"headline":"%s","lead":"Толығырақ айтатын лид.","section":"qogam","language":"kk","bylines":[{"name":"Әсел Нұрғалиева"}],\
                "tags":["кітапхана"],"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"%s"}]}]}}"""
                .formatted(text.substring(0, Math.min(text.length(), 60)).replaceAll("\\\\.|\\\\$", ""), text);
    }

    private static String submitted(String story) {
        return browsing.submitted(story, 1, "");
    }

    private static void approved(String story) {
        browsing.approved(story, 1);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
