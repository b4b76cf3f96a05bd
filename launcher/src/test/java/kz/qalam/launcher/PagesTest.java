package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;

/**
 * Every page in every state that it has, as the people who see it see it: without an axe violation, without an error of its
 * script, and no wider than the phone.
 */
class PagesTest {

    private static final String LONG_HEADLINE = "Өскемендегі әуежайдың ұшып-қону жолағын қайта жөндеу жұмыстары "
            + "көктемге дейін жалғасады, ал жолаушыларға ыңғайлы жаңа терминал ғимараты келер жылдың қыркүйегінде ашылады";

    @RegisterExtension
    static final Browsing browsing = new Browsing();
    private static final Map<String, String> stories = new LinkedHashMap<>();

    private final Looking looking = new Looking(browsing);

    @BeforeAll
    static void stories() {
        stories.put("draft", draft(LONG_HEADLINE));
        stories.put("in-review", browsing.submitted(draft("Қаладағы жаңа саябақ"), 1, "\"kind\":\"FIRST\""));
        String sentBack = browsing.submitted(draft("Көпірдің құрылысы"), 1, "");
        browsing.json("reviewer", "POST", "/articles/" + sentBack + "/change-request",
                "{\"revision\":1,\"note\":\"Көпірдің ұзындығы қанша?\\nДереккөзін көрсетіңіз.\"}");
        stories.put("sent-back", sentBack);
        String planned = browsing.submitted(draft("Ертеңгі жиын"), 1,
                "\"from\":\"" + Instant.now().plusSeconds(90_000) + "\"");
        browsing.approved(planned, 1);
        stories.put("planned", planned);
        String held = browsing.submitted(draft("Тоқтатылған хабар"), 1,
                "\"from\":\"" + Instant.now().plusSeconds(90_000) + "\"");
        browsing.approved(held, 1);
        browsing.json("publisher", "POST", "/articles/" + held + "/hold", "{\"reason\":\"Тексеріліп жатыр\"}");
        stories.put("held", held);
        String live = browsing.submitted(draft("Жаңа оқу жылы басталды"), 1, "");
        browsing.approved(live, 1);
        browsing.awaitLive(live);
        stories.put("live", live);
        String corrected = browsing.submitted(draft("Спортшылар оралды"), 1, "");
        browsing.approved(corrected, 1);
        browsing.awaitLive(corrected);
        browsing.saved(corrected, 1, copy("Спортшылар елге оралды"));
        browsing.submitted(corrected, 2, "\"kind\":\"CORRECTION\",\"notice\":\"Тақырып нақтыланды.\"");
        stories.put("correction", corrected);
        String withdrawn = browsing.submitted(draft("Қате хабар"), 1, "");
        browsing.approved(withdrawn, 1);
        browsing.awaitLive(withdrawn);
        browsing.json("publisher", "POST", "/articles/" + withdrawn + "/withdrawal",
                "{\"reason\":\"Расталмады\",\"notice\":\"Хабар расталмағандықтан алынды.\"}");
        stories.put("withdrawn", withdrawn);
    }

    @Test
    void desk() {
        for (String user : List.of("author", "reviewer", "publisher")) {
            inEveryLook(user, Map.of("desk-" + user, "/"));
        }
        looking.none();
    }

    @Test
    void lists() {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("stories", "/stories");
        routes.put("stories-none", "/stories?q=%D1%86%D1%86%D1%86%D1%86%D1%86");
        routes.put("stories-filtered", "/stories?stage=DRAFT&order=LONGEST_WAITING&author=author");
        routes.put("publication", "/publication");
        inEveryLook("publisher", routes);
        looking.none();
    }

    @Test
    void rooms() {
        Map<String, String> routes = new LinkedHashMap<>();
        for (String room : List.of("staff", "desks", "sections", "tags", "trail", "deliveries")) {
            routes.put(room, "/" + room);
        }
        routes.put("style-book", "/style-book");
        routes.put("style-rule-new", "/style-book/new");
        routes.put("ignored-words", "/ignored-words");
        routes.put("lexicon", "/lexicon");
        routes.put("tags-none", "/tags?q=%D1%86%D1%86%D1%86%D1%86");
        routes.put("tag", "/tags/"
                + browsing.json("publisher", "POST", "/tags", "{\"name\":\"Көпір құрылысы\"}").path("id").asText());
        inLooks("admin", routes, Look.PHONE, Look.DESKTOP_DARK, Look.NARROW);
        looking.none();
    }

    @Test
    void picturesAndPreview() {
        String picture = browsing.picture("author", drawn(0x6fa8dc));
        String shown = draft("Суретті хабар",
                ",\"picture\":{\"id\":\"" + picture + "\",\"version\":1,\"caption\":\"Көпір\"}");
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("pictures", "/pictures");
        routes.put("pictures-none", "/pictures?q=%D1%86%D1%86%D1%86%D1%86");
        routes.put("picture", "/pictures/" + picture);
        routes.put("write-pictured", "/stories/" + shown);
        routes.put("preview", "/stories/" + shown + "/preview");
        routes.put("preview-phone", "/stories/" + shown + "/preview?width=phone");
        routes.put("who-wrote", "/stories/" + shown + "/history?who=on");
        inLooks("author", routes, Look.PHONE, Look.DESKTOP_DARK, Look.NARROW);
        looking.none();
    }

    @Test
    void writing() {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("new", "/stories/new");
        for (String state : stories.keySet()) {
            routes.put("write-" + state, "/stories/" + stories.get(state));
        }
        routes.put("submission", "/stories/" + stories.get("draft") + "/submission");
        routes.put("submission-of-correction", "/stories/" + stories.get("live") + "/submission");
        inEveryLook("author", routes);
        looking.none();
    }

    @Test
    void historyReviewAndPublication() {
        Map<String, String> routes = new LinkedHashMap<>();
        for (String state : stories.keySet()) {
            routes.put("history-" + state, "/stories/" + stories.get(state) + "/history");
            routes.put("review-" + state, "/stories/" + stories.get(state) + "/review");
        }
        inEveryLook("reviewer", routes);
        Map<String, String> publication = new LinkedHashMap<>();
        for (String state : stories.keySet()) {
            publication.put("publication-" + state, "/stories/" + stories.get(state) + "/publication");
        }
        inEveryLook("publisher", publication);
        looking.none();
    }

    @Test
    void whatIsNotThereOrNotAllowed() {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("anothers-draft", "/stories/" + stories.get("draft"));
        routes.put("nothing", "/no-such-page");
        for (String room : List.of("staff", "desks", "trail", "deliveries", "lexicon")) {
            routes.put("others-" + room, "/" + room);
        }
        routes.put("others-review", "/stories/" + stories.get("in-review") + "/review");
        routes.put("others-publication", "/stories/" + stories.get("live") + "/publication");
        inEveryLook("author2", routes);
        looking.none();
    }

    @Test
    void readersPages() {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("site-front", "/");
        routes.put("site-section", "/qogam/");
        routes.put("site-story", livePath("live"));
        routes.put("site-withdrawn", livePath("withdrawn"));
        routes.put("site-nothing", "/zhoq/");
        routes.put("site-latin-front", "/latn/");
        routes.put("site-arabic-front", "/arab/");
        routes.put("site-arabic-story", "/arab" + livePath("live"));
        routes.put("site-search", "/search?q=" + URLEncoder.encode("кітапхана", StandardCharsets.UTF_8));
        for (Look look : Look.values()) {
            Page page = browsing.page(look.options());
            routes.forEach((name, path) -> see(page, name, browsing.house.siteUrl() + path, look));
            page.context().close();
        }
        looking.none();
    }

    /** Whoever runs no script reads the same, comes to the same pages, and searches. */
    @Test
    void readersNeedNoScript() {
        List<String> paths = List.of("/", livePath("live"), "/latn" + livePath("live"), "/arab" + livePath("live"),
                "/qogam/");
        Page with = browsing.page(browsing.phone());
        Page without = browsing.page(browsing.phone().setViewportSize(320, 640).setJavaScriptEnabled(false));
        for (String path : paths) {
            with.navigate(browsing.house.siteUrl() + path);
            without.navigate(browsing.house.siteUrl() + path);
            looking.picture(without, "site-no-script" + path.replace('/', '-'));
            looking.width(without, path + " without script");
            // What a script may add is what is told of the same elsewhere
            List<String> all = with.locator("body").innerText().lines().toList();
            assertEquals(List.of(),
                    without.locator("body").innerText().lines().filter(line -> !all.contains(line)).toList(), path);
            assertEquals(with.locator("h1").first().innerText(), without.locator("h1").first().innerText(), path);
            assertEquals(with.locator(".text").allInnerTexts(), without.locator(".text").allInnerTexts(), path);
            assertEquals(with.locator("header a:visible").count(), without.locator("header a:visible").count(), path);
            assertTrue(without.locator("main").innerText().length() > 40, path);
        }
        without.locator("input[name=q]").fill("оқу жылы");
        without.locator("form[role=search] button").click();
        without.waitForURL("**/search?q=*");
        assertEquals("оқу жылы", without.locator("#q").inputValue());
        looking.none();
    }

    /** On paper there is the story: black on white though the screen is dark, without what nobody can press there. */
    @Test
    void aStoryIsPrinted() {
        Page page = browsing.page(browsing.desktop().setColorScheme(ColorScheme.DARK).setViewportSize(794, 1123));
        for (String script : List.of("", "/latn", "/arab")) {
            page.navigate(browsing.house.siteUrl() + script + livePath("live"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            String screen = page.locator(".text").innerText();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            looking.picture(page, "site-printed" + script.replace('/', '-'));
            looking.width(page, script + " printed");
            assertEquals(screen, page.locator(".text").innerText(), "all of the text");
            assertTrue(page.locator(".story h1").isVisible());
            assertEquals("rgb(255, 255, 255) rgb(0, 0, 0)", page.evaluate("""
                    () => {
                      const style = getComputedStyle(document.body);
                      return style.backgroundColor + ' ' + getComputedStyle(document.querySelector('.text')).color;
                    }"""));
            for (String pressed : List.of(".scripts", ".finder", ".sections", ".tags")) {
                assertEquals(0, page.locator(pressed + ":visible").count(), pressed);
            }
        }
        looking.none();
    }

    /** A typeface may have a letter and draw it without its mark: «қоғам» in Latin was set as «qogam». */
    @Test
    void readersSeeTheMarksOfLetters() {
        Page page = browsing.page(browsing.desktop());
        page.navigate(browsing.house.siteUrl() + "/latn/");
        Object same = page.evaluate(
                """
                        async () => {
                          const pairs = ['ğg', 'ĞG', 'şs', 'ŞS', 'ñn', 'ÑN', 'ūu', 'ŪU', 'äa', 'ÄA', 'öo', 'ÖO', 'üu', 'ÜU', 'ıi', 'İI',
                            'әа', 'ғг', 'ҒГ', 'қк', 'ҚК', 'ңн', 'ҢН', 'өо', 'ӨО', 'ұү', 'ҰҮ', 'һн', 'ҺН', 'іи', 'йи', 'ЙИ', 'ёе'];
                          const paper = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                          paper.canvas.width = paper.canvas.height = 120;
                          const drawn = (font, letter) => {
                            paper.clearRect(0, 0, 120, 120);
                            paper.font = font;
                            paper.fillText(letter, 20, 90);
                            return paper.getImageData(0, 0, 120, 120).data.join();
                          };
                          const same = [];
                          for (const family of ['Literata']) {
                            for (const weight of [400, 600]) {
                              const font = `${weight} 60px ${family}`;
                              if ((await document.fonts.load(font, 'ğғ')).length === 0) same.push(font + ' is not there');
                              same.push(...pairs.filter(([one, other]) => drawn(font, one) === drawn(font, other))
                                .map(pair => font + ' ' + pair));
                            }
                          }
                          return same;
                        }""");
        assertEquals(List.of(), same);
        page.context().close();
    }

    /** What a telephone on a slow line has to fetch of a story before it can be read to its end, pictures apart. */
    @Test
    void storiesAreLightInEveryScript() {
        Page front = browsing.page(browsing.phone());
        front.navigate(browsing.house.siteUrl() + "/");
        List<?> paths = (List<?>) front.evaluate(
                "[...new Set([...document.querySelectorAll('main a[href^=\"/20\"]')].map(a => a.pathname))].slice(0, 6)");
        front.context().close();
        assertFalse(paths.isEmpty());
        int heaviest = 0;
        for (Object path : paths) {
            for (String script : List.of("", "/latn", "/arab")) {
                heaviest = Math.max(heaviest, weight(script, script + path));
            }
        }
        System.out.println(
                "weight: the heaviest of " + paths.size() + " stories in each script has " + heaviest + " bytes");
        looking.none();
    }

    /** Of all but pictures and the typeface, as it comes over the wire into an empty browser. */
    private int weight(String script, String path) {
        Page page = browsing.page(browsing.phone());
        List<Request> asked = new ArrayList<>();
        page.onRequestFinished(asked::add);
        page.navigate(browsing.house.siteUrl() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int weight = 0;
        List<String> typefaces = new ArrayList<>();
        for (Request request : asked) {
            int bytes = (int) request.sizes().responseBodySize;
            if (request.resourceType().equals("font")) {
                typefaces.add(
                        request.url().replaceFirst(".*/(\\w+)\\..*", "$1") + (bytes > 40_000 ? " of " + bytes : ""));
            } else if (!request.resourceType().equals("image")) {
                weight += bytes;
            }
        }
        if (weight > 30_000 || weight < 2_000) {
            looking.wrong(path + " weighs " + weight);
        }
        if (!typefaces.equals(List.of(script.equals("/arab") ? "arabic" : "serif"))) {
            looking.wrong(path + " asks for " + typefaces);
        }
        String others = String.valueOf(page.evaluate(
                """
                        () => [...document.scripts].filter(script => script.src ? !script.defer : script.type !== 'application/ld+json').length
                          + ' blocking scripts, ' + document.styleSheets.length + ' style sheets'"""));
        if (!others.equals("0 blocking scripts, 1 style sheets")) {
            looking.wrong(path + ": " + others);
        }
        page.context().close();
        return weight;
    }

    // ------------------------------------------------------------------------------------------ how they are seen

    private enum Look {
        PHONE,
        PHONE_DARK,
        DESKTOP,
        DESKTOP_DARK,
        NARROW;

        /** Axe sees each language, each width and each colour scheme once; the rest is the same page to it. */
        boolean isForAxe() {
            return this == PHONE || this == DESKTOP_DARK || this == NARROW;
        }

        Browser.NewContextOptions options() {
            return switch (this) {
                case PHONE -> browsing.phone();
                case PHONE_DARK -> browsing.phone().setColorScheme(ColorScheme.DARK).setLocale("ru");
                case DESKTOP -> browsing.desktop();
                case DESKTOP_DARK -> browsing.desktop().setColorScheme(ColorScheme.DARK).setLocale("ru");
                case NARROW -> browsing.phone().setViewportSize(320, 640).setLocale("en");
            };
        }
    }

    private void inEveryLook(String user, Map<String, String> routes) {
        inLooks(user, routes, Look.values());
    }

    private void inLooks(String user, Map<String, String> routes, Look... looks) {
        for (Look look : looks) {
            Page page = browsing.comesIn(user, "/", look.options());
            routes.forEach((name, path) -> see(page, name, browsing.house.newsroomUrl() + path, look));
            page.context().close();
        }
    }

    private void see(Page page, String name, String address, Look look) {
        page.navigate(address);
        String where = name + " " + look;
        looking.picture(page, name + "-" + look.name().toLowerCase(Locale.ROOT));
        looking.width(page, where);
        if (look.isForAxe()) {
            looking.violations(page, where);
        }
    }

    // ------------------------------------------------------------------------------------------ what there is to see

    private static String draft(String headline) {
        return draft(headline, "");
    }

    private static String draft(String headline, String more) {
        String copy = copy(headline).strip();
        return browsing.story(copy.substring(0, copy.length() - 1) + more + "}");
    }

    /** A sky of that colour over grass: small, and like no other test's picture. */
    static byte[] drawn(int sky) {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(sky), 0, 800, new Color(0xe8f1fa)));
        paint.fillRect(0, 0, 1200, 800);
        paint.setColor(new Color(0x6a8f5a));
        paint.fillRect(0, 560, 1200, 240);
        paint.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String copy(String headline) {
        return """
                {"headline":"%s","lead":"Құрылыс жұмыстары қазан айында басталған еді. Енді тұрғындар нәтижесін күтіп отыр.",
                "section":"qogam","language":"kk","bylines":[{"name":"Әсел Нұрғалиева"}],
                "source":{"name":"Аудан әкімдігі","url":"https://example.kz/habar"},"tags":["құрылыс"],
                "body":{"type":"doc","content":[
                {"type":"paragraph","content":[{"type":"text","text":"Бұл туралы аудан әкімі брифингте айтты. Оның сөзінше, жұмыс "},
                {"type":"text","marks":[{"type":"strong"}],"text":"кестеден қалмай"},{"type":"text","text":" жүріп жатыр."}]},
                {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Не өзгереді?"}]},
                {"type":"speech","attrs":{"tail":"деді Сәбит Омаров."},"content":[{"type":"text","text":"Біз бұл күнді көп күттік,"}]},
                {"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"жаңа жол"}]}]},
                {"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"жарық шамдар"}]}]}]},
                {"type":"quote","attrs":{"source":"Абай"},"content":[{"type":"text","text":"Адам бол!"}]}]}}
                """
                .formatted(headline);
    }

    private static String livePath(String state) {
        String path = browsing.livePath(stories.get(state));
        return path.isEmpty() ? "/" : path;
    }
}
