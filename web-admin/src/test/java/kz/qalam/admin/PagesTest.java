package kz.qalam.admin;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Stage;
import kz.qalam.core.copy.Age;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Embed;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Notices;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.Provider;
import kz.qalam.core.language.script.Exceptions;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.style.ExceptionLexicon;

/** The pages as a browser without script gets them, over HTTP and against a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesTest {

    /** A form's token: the cookie and the field say the same. */
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private static final Pattern INLINE = Pattern
            .compile("<style|<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=\"|javascript:");

    @Inject
    Staff staff;

    @Inject
    ExceptionLexicon lexicon;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    Articles articles;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    Actor author;
    Actor reviewer;
    Actor publisher;

    @BeforeEach
    void people() {
        author = staff.enter("author", "author", "Айгүл Серікқызы", Set.of(Role.AUTHOR));
        reviewer = staff.enter("reviewer", "reviewer", "Ерлан Жұмабаев", Set.of(Role.REVIEWER));
        publisher = staff.enter("publisher", "publisher", "Сәуле Әбдіқадырова", Set.of(Role.PUBLISHER));
    }

    // What every answer has

    @Test
    @TestSecurity(user = "author", roles = "author")
    void everyAnswerForbidsForeignScriptAndFrames() {
        for (String path : List.of("/", "/stories/new", "/no-such-page", "/logged-out", "/favicon.svg",
                "/q/health/live")) {
            given().get(path).then()
                    .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Frame-Options", "DENY").header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin");
        }
    }

    /** What no form of ours sends is nobody's bug, and no reason to tell an operator. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void aFormThatCannotBeReadIsUnclear() throws Exception {
        for (String body : List.of("%%%&=&;", "a=%", "a=1&".repeat(2_000))) {
            HttpResponse<String> answer = post("/tags/mentions", "application/x-www-form-urlencoded", body);
            assertEquals(400, answer.statusCode(), body);
            assertTrue(answer.body().contains("Сұрау түсініксіз"), answer.body());
        }
    }

    /** As many as fit a form are taken by it; that they are too many is said, and none is left out in silence. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void moreStoriesThanOneMoveTakesAreRefused() {
        String[] chosen = Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toArray(String[]::new);
        form().formParam("story", (Object[]) chosen).formParam("act", "SUBMIT").post("/stories/bulk").then()
                .statusCode(422).body(containsString("100"));
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void whatNoCalendarHasDoesNotNarrow() {
        for (String list : List.of("/stories", "/trail", "/trail/export")) {
            given().get(list + "?from=-999999999-01-01&to=%2B999999999-12-31").then().statusCode(200);
        }
        given().urlEncodingEnabled(false).get("/style-book?after=%00").then().statusCode(422);
        given().urlEncodingEnabled(false).get("/style-book/rules/%00").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void pagesAreKeptByNoCache() {
        for (String path : List.of("/", "/stories", "/no-such-page")) {
            given().get(path).then().header("Cache-Control", "no-store");
        }
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aPictureThatDidNotComeThroughIsNoTextToBeSavedAgain() {
        given().get("/stories/new").then()
                .body(containsString("data-away=\"Сервермен байланыс жоқ: сурет жүктелмеді не табылмады."));
    }

    /** Of all the scripts that it has, as a browser gets them. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void theWritingPagesScriptsAreSmall() throws Exception {
        String page = given().get("/stories/new").then().statusCode(200).extract().asString();
        Matcher script = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"").matcher(page);
        int size = 0;
        int scripts = 0;
        while (script.find()) {
            String code = script(script.group(1));
            size += compressed(code);
            scripts++;
            // What it shares with others is fetched with it
            Matcher shared = Pattern.compile("from\"(/static/bundle/[^\"]+\\.js)\"").matcher(code);
            while (shared.find()) {
                size += compressed(script(shared.group(1)));
            }
        }
        assertTrue(scripts >= 2, "the editor's and the desk's own");
        assertTrue(size <= 120_000, size + " bytes");
    }

    private static String script(String address) {
        return new String(given().get(address).then().statusCode(200).extract().asByteArray(), UTF_8);
    }

    private static int compressed(String code) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(code.getBytes(UTF_8));
        }
        return compressed.size();
    }

    @Test
    void ambiguousAddressesAreTurnedAwayBeforeAnythingIsLookedFor() throws Exception {
        for (String path : List.of("/stories;x=1", "/a%2Fb", "/a%2fb", "/a%5Cb", "/a%5cb", "/a%3Bb", "/a%3bb", "/;",
                "/q/health;x",
                "/static/bundle%2Fx")) {
            HttpResponse<String> answer = raw(path);
            assertEquals(400, answer.statusCode(), path);
            assertTrue(answer.body().contains("Сұрау түсініксіз"), path);
        }
        HttpResponse<String> api = raw("/api/v1/articles%2Fx");
        assertEquals(400, api.statusCode());
        assertEquals("application/problem+json", api.headers().firstValue("Content-Type").orElse(""));
        assertEquals(200, raw("/q/health/live?a=%2F;b").statusCode(), "a query may hold what it likes");
    }

    @Test
    void aStrangerGetsNoPage() {
        for (String path : List.of("/", "/stories", "/stories/new", "/publication",
                "/stories/" + UUID.randomUUID() + "/review")) {
            given().redirects().follow(false).get(path).then().statusCode(401)
                    .body(containsString("Алдымен кіру керек"));
        }
        given().get("/logged-out").then().statusCode(200).body(containsString("Сіз жүйеден шықтыңыз"));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatIsNotThereIsAPageToo() {
        given().get("/no-such-page").then().statusCode(404).contentType("text/html")
                .body(containsString("Мұндай бет жоқ"));
        given().header("Accept", "application/json").get("/no-such-page").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aFaultOfOursTellsANumberAndNothingElse() {
        given().get("/fault/bug").then().statusCode(500).contentType("text/html").body(containsString("Нөмірі: "),
                not(containsString("secret")), not(containsString("Exception")));
        given().get("/fault/database").then().statusCode(503).body(containsString("Жүйе уақытша жауап бермей тұр"),
                not(containsString("secret")), not(containsString("Нөмірі")));
        given().get("/fault/forbidden").then().statusCode(404).body(containsString("Мұндай бет жоқ"));
        given().get("/fault/forgotten").then().statusCode(404);
    }

    /** Goes wrong in the ways in which things go wrong. */
    @Path("fault")
    public static class Fault {

        @GET
        @Path("bug")
        @PermitAll
        public String bug() {
            throw new IllegalStateException("secret draft text");
        }

        @GET
        @Path("database")
        @PermitAll
        public String database() {
            throw new PersistenceException(new SQLException("secret row", "08006"));
        }

        @GET
        @Path("forbidden")
        @RolesAllowed("admin")
        public String forbidden() {
            return "secret";
        }

        /** Nobody said who may see it. */
        @GET
        @Path("forgotten")
        public String forgotten() {
            return "secret";
        }
    }

    // Languages

    @Test
    @TestSecurity(user = "author", roles = "author")
    void theDeskSpeaksKazakhUnlessAskedOtherwise() {
        given().get("/").then().body(containsString("<html lang=\"kk\">"), containsString("Сізді күтіп тұр"));
        given().header("Accept-Language", "ru-RU,ru;q=0.9").get("/").then().body(containsString("Ждёт вас"));
        given().header("Accept-Language", "ru").cookie("qalam-lang", "en").get("/").then()
                .body(containsString("Waits for you"));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aHeadlineIsSaidInItsOwnTongueWhateverThePageSpeaks() {
        UUID story = start("Жаңа көпір ашылды");
        for (String page : List.of("/stories", "/stories/" + story + "/history")) {
            given().cookie("qalam-lang", "ru").get(page).then()
                    .body(containsString("<span lang=\"kk\">Жаңа көпір ашылды</span>"));
        }
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void choosingALanguageComesBackToTheSamePage() {
        form().formParam("lang", "ru").formParam("back", "/stories?q=%D0%B0").post("/language").then().statusCode(303)
                .header("Location", endsWith(port + "/stories?q=%D0%B0")).cookie("qalam-lang", "ru");
        for (String elsewhere : List.of("//evil.example", "https://evil.example/", "/\\evil", "/%zz",
                "javascript:alert(1)")) {
            form().formParam("lang", "kk").formParam("back", elsewhere).post("/language").then().statusCode(303)
                    .header("Location", endsWith(port + "/"));
        }
    }

    // Forms

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aFormWithoutItsTokenChangesNothing() {
        UUID id = start("Таңбасыз");
        given().redirects().follow(false).formParam("copy", "{}").post("/stories/" + id + "/copy").then()
                .statusCode(400)
                .body(containsString("Сұрау түсініксіз"));
        given().redirects().follow(false).cookie("qalam-form", TOKEN).formParam("form-token", "BBBBBBBBBBBBBBBBBBBBBB")
                .formParam("copy", "{}").post("/stories/" + id + "/copy").then().statusCode(400);
        assertEquals(1, articles.find(author, id).revision().number());
    }

    /** Another person has logged in on the browser meanwhile: what the page sends is not theirs. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatAnothersPageSendsIsNotDone() {
        UUID id = start("Менікі");
        String window = UUID.randomUUID().toString();
        String copy = Copy.draft("x").json().toString();
        given().get("/stories/" + id).then()
                .body(containsString("name=\"form-person\" value=\"" + author.person() + "\""));
        for (String act : List.of("/copy", "/working-text", "/presence", "/continuation", "/submission",
                "/working-texts/" + window + "/disposal")) {
            for (boolean isScript : List.of(true, false)) {
                RequestSpecification sent = form().formParam("form-person", reviewer.person()).formParam("copy", copy)
                        .formParam("expected", 1).formParam("revision", 1).formParam("headline", "Басқанікі")
                        .formParam("window", window).formParam("counter", 1);
                (isScript ? sent.header("HX-Request", "true") : sent).post("/stories/" + id + act).then()
                        .statusCode(isScript ? 499 : 401);
            }
        }
        form().formParam("form-person", reviewer.person()).formParam("copy", copy).formParam("headline", "Басқанікі")
                .formParam("window", window).formParam("counter", 1).header("HX-Request", "true")
                .post("/stories/new/working-text").then().statusCode(499);
        assertEquals(1, articles.find(author, id).revision().number());
        assertEquals(Stage.DRAFT, articles.find(author, id).stage());
        given().get("/").then().body(not(containsString("Басқанікі")));
        given().header("HX-Request", "true").get("/door?person=" + reviewer.person()).then().statusCode(499);
        given().header("HX-Request", "true").get("/door?person=" + author.person()).then().statusCode(204);
        form().formParam("form-person", author.person()).formParam("copy", copy).formParam("expected", 1)
                .formParam("headline", "Менікі де").post("/stories/" + id + "/copy").then().statusCode(303);
        assertEquals("Менікі де", articles.find(author, id).revision().copy().headline());
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void pagesTakeFormsOnly() throws Exception {
        UUID id = start("Пішін ғана");
        for (String type : List.of("text/plain", "application/json", "multipart/form-data; boundary=x", "garbage")) {
            HttpResponse<String> answer = post("/stories/" + id + "/copy", type);
            assertTrue(answer.statusCode() == 400 || answer.statusCode() == 415, type + " " + answer.statusCode());
        }
        assertEquals(415, post("/stories/" + id + "/recall", null).statusCode());
        assertEquals(1, articles.find(author, id).revision().number());
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void withoutScriptThePlainFieldsAreSavedAndTheTextStays() {
        UUID id = drafting.start(author,
                Copy.read(
                        """
                                {"headline":"Бір","body":{"type":"doc","content":[{"type":"speech","attrs":{"tail":"деді ол."},
                                "content":[{"type":"text","text":"Сәлем,"}]},{"type":"embed","attrs":{"provider":"youtube","id":"dQw4w9WgXcQ"}}]}}
                                """
                                .getBytes(UTF_8)),
                null, null).article();
        Copy before = articles.find(author, id).revision().copy();
        form().formParam("copy", before.json().toString()).formParam("expected", 1).formParam("headline", " Екі ")
                .formParam("lead", "Лид").formParam("language", "kk").formParam("tags", "қала, кітап,, қала")
                .formParam("source-name", "Ақорда").formParam("age", "12+").post("/stories/" + id + "/copy").then()
                .statusCode(303).header("Location", endsWith(port + "/stories/" + id)).cookie("qalam-told", "SAVED");
        Copy after = articles.find(author, id).revision().copy();
        assertEquals("Екі", after.headline());
        assertEquals(List.of("қала", "кітап"), after.tags());
        assertEquals(before.body(), after.body());
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatIsToldIsToldOnce() {
        given().cookie("qalam-told", "SAVED").get("/").then().body(containsString("Сақталды.")).cookie("qalam-told",
                "");
        given().cookie("qalam-told", "<script>").get("/").then().statusCode(200)
                .body(not(containsString("class=\"told\"")));
    }

    /** Whatever was sent back waits for its writer: none of it is left off the desk because there is much. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void allThatWasSentBackStandsOnTheDesk() {
        for (int i = 0; i < 14; i++) {
            UUID id = start("Қайтарылған №" + i + ";");
            reviewing.submit(author, id, 1, Proposal.PLAIN);
            reviewing.requestChanges(reviewer, id, 1, "Қараңыз");
        }
        String desk = given().get("/").then().statusCode(200).extract().body().asString();
        for (int i = 0; i < 14; i++) {
            assertTrue(desk.contains("Қайтарылған №" + i + ";"), "№" + i);
        }
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aStaleSaveShowsBothTextsAndOverwritesNothing() {
        UUID id = start("Ортақ мәтін");
        drafting.save(author, id, 1, Copy.draft("Олардың мәтіні"));
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("headline", "Менің мәтінім").post("/stories/" + id + "/copy").then().statusCode(409)
                .body(containsString("data-conflict"), containsString("Олардың"), containsString("Менің"),
                        containsString("<h1 data-mishap tabindex=\"-1\" autofocus>"),
                        containsString("<div class=\"notice care\" role=\"alert\">"));
        assertEquals("Олардың мәтіні", articles.find(author, id).revision().copy().headline());
        form().formParam("copy", Copy.draft("Менің мәтінім").json().toString()).formParam("base", 1)
                .formParam("shown", 2).formParam("from", "theirs").post("/stories/" + id + "/continuation").then()
                .statusCode(200)
                .body(containsString("name=\"expected\" value=\"2\""), containsString("Менің мәтінім"),
                        containsString("Олардың мәтіні"));
        assertEquals(2, articles.find(author, id).revision().number());
    }

    /** Whatever is pressed: what was chosen was chosen over a text that stands no more, and what came since was not seen. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatAThirdPersonSavedMeanwhileIsShownBeforeOneGoesOn() {
        UUID id = start("Ортақ");
        String window = UUID.randomUUID().toString();
        String mine = Copy.draft("Менікі").withLead("Менің лидім").json().toString();
        form().formParam("copy", mine).formParam("expected", 1).formParam("window", window).formParam("counter", 1)
                .formParam("headline", "Менікі").formParam("lead", "Менің лидім")
                .post("/stories/" + id + "/working-text").then().statusCode(204);
        given().get("/stories/" + id + "/working-texts/" + window).then().statusCode(200)
                .body(containsString("name=\"shown\" value=\"1\""), containsString("name=\"left\""));
        drafting.save(author, id, 1, Copy.draft("Екіншінікі"));
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("headline", "Менікі").formParam("lead", "Менің лидім").post("/stories/" + id + "/copy")
                .then().statusCode(409)
                .body(containsString("name=\"shown\" value=\"2\""), not(containsString("data-shown-again")));
        drafting.save(author, id, 2, Copy.draft("Екіншінікі").withLead("Үшіншінің лиді"));
        for (String from : List.of("merged", "mine", "theirs")) {
            form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2).formParam("from", from)
                    .formParam("choice-0", "theirs").post("/stories/" + id + "/continuation").then().statusCode(409)
                    .body(containsString("data-shown-again"), containsString("name=\"shown\" value=\"3\""),
                            containsString("Үшіншінің лиді"), not(containsString(" checked")));
        }
        form().formParam("copy", mine).formParam("base", 1).formParam("shown", 1).formParam("from", "mine")
                .formParam("left", "2026-11-26T06:00:00Z").formParam("window", window).formParam("counter", 1)
                .post("/stories/" + id + "/continuation").then().statusCode(409)
                .body(containsString("data-shown-again"), containsString("/working-texts/" + window + "/disposal"));
        form().formParam("copy", mine).formParam("base", 4).formParam("shown", 3)
                .post("/stories/" + id + "/continuation").then().statusCode(422);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void nobodyIsTakenToHaveChosenWhatTheyDidNot() {
        UUID id = start("Ортақ");
        Copy both = Copy.draft("Ортақ");
        drafting.save(author, id, 1, both.withHeadline("Олардікі").withBody(List.of(new Paragraph("Олар қосты."))));
        String mine = both.withHeadline("Менікі").withBody(List.of(new Paragraph("Мен қостым."))).json().toString();
        form().formParam("copy", mine).formParam("expected", 1).formParam("headline", "Менікі")
                .post("/stories/" + id + "/copy").then().statusCode(409)
                .body(containsString("name=\"choice-0\" value=\"theirs\" required"),
                        containsString("name=\"choice-1\" value=\"mine\" required"),
                        not(containsString(" checked")));
        form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2).formParam("from", "merged")
                .post("/stories/" + id + "/continuation").then().statusCode(422)
                .body(containsString("data-undecided"), not(containsString(" checked")));
        // Of a field one cannot have both; what was chosen of the block stays chosen
        form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2).formParam("from", "merged")
                .formParam("choice-0", "both").formParam("choice-1", "both").post("/stories/" + id + "/continuation")
                .then().statusCode(422).body(containsString("саны – 1"),
                        matchesRegex("(?s).*name=\"choice-0\" value=\"both\" required checked.*"),
                        not(matchesRegex("(?s).*name=\"choice-1\" value=\"\\w+\" required[^>]* checked.*")));
        form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2).formParam("from", "merged")
                .formParam("choice-0", "both").formParam("choice-1", "theirs")
                .post("/stories/" + id + "/continuation").then().statusCode(200).body(containsString("Мен қостым."),
                        containsString("Олар қосты."), containsString(">Олардікі</textarea>"));
    }

    /** Where a person has to choose, they read what a reader of the history reads: names, not codes. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatOneChoosesBetweenIsInWords() {
        Copy common = Copy.draft("Ортақ");
        UUID id = drafting.start(author, common, null, null).article();
        drafting.save(author, id, 1, common.withLanguage(Language.RU)
                .withNotices(new Notices(Age.FROM_12, true, false))
                .withBody(List.of(new Embed(Provider.YOUTUBE, "dQw4w9WgXcQ"))));
        Picture picture = new Picture(UUID.randomUUID(), 2, "");
        String mine = common.withNotices(new Notices(Age.FROM_18, false, true))
                .withBody(List.of(new ImageBlock(picture))).json().toString();
        String page = form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2)
                .formParam("from", "merged").post("/stories/" + id + "/continuation").then().statusCode(422).extract()
                .body().asString();
        String clashes = page.substring(page.indexOf("id=\"clashes\""), page.indexOf("id=\"theirs\""));
        assertTrue(clashes.contains("жарнама: <del>жоқ</del> <ins>иә</ins>"), clashes);
        assertTrue(clashes.contains("youtu") && clashes.contains("/pictures/" + picture.id() + "/versions/2/"),
                clashes);
        assertFalse(clashes.contains(">false") || clashes.contains("true<") || clashes.contains(picture.id() + "/2"),
                clashes);
        assertTrue(page.contains("<del>Қазақ тілі</del> <ins>Орыс тілі</ins>"), page);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatIsNotAcceptedComesBackWithItsReasonAndNothingTypedIsLost() {
        UUID id = start("Дереккөзі қате");
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("headline", "Сақталмайтын тақырып").formParam("source-name", "Ақорда")
                .formParam("source-url", "ftp://x").post("/stories/" + id + "/copy").then().statusCode(422)
                .body(containsString("Дереккөз: "), containsString("Сақталмайтын тақырып"), containsString("ftp://x"),
                        containsString("data-unsaved"));
        form().formParam("copy", "{not json").formParam("expected", 1).post("/stories/" + id + "/copy").then()
                .statusCode(422)
                .contentType("text/html");
        assertEquals(1, articles.find(author, id).revision().number());
        for (String sent : List.of("/copy", "/continuation")) {
            given().redirects().follow(false).get("/stories/" + id + sent).then().statusCode(303)
                    .header("Location", endsWith("/stories/" + id)).cookie("qalam-told", "NOT_SAVED");
        }
        given().redirects().follow(false).get("/stories/new/continuation").then().statusCode(303)
                .header("Location", endsWith("/stories/new/working-texts"));
        given().cookie("qalam-told", "NOT_SAVED").get("/stories/" + id).then()
                .body(containsString("онда жоқ өзгеріс сақталмады"));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatSearchEnginesAreShownIsWrittenOnThePageToo() {
        UUID id = start("Іздеуге арналған");
        given().get("/stories/" + id).then().body(containsString("name=\"seo-description\""));
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("headline", "Іздеуге арналған").formParam("seo-title", "Қысқа тақырып")
                .formParam("seo-description", " Екі\nсөз ").post("/stories/" + id + "/copy").then().statusCode(303);
        Copy saved = articles.find(author, id).revision().copy();
        assertEquals("Қысқа тақырып|Екі сөз", saved.seo().title() + "|" + saved.seo().description());
        form().formParam("copy", saved.json().toString()).formParam("expected", 2).formParam("headline", "Тағы")
                .post("/stories/" + id + "/copy").then().statusCode(303);
        assertEquals(saved.seo(), articles.find(author, id).revision().copy().seo());
        form().formParam("copy", saved.json().toString()).formParam("expected", 3).formParam("headline", "Тағы")
                .formParam("seo-title", "т".repeat(301)).post("/stories/" + id + "/copy").then().statusCode(422)
                .body(containsString("Іздеу жүйелеріне арналған сипаттама: Ұзындығы"));
    }

    /** Left unsaved, even half typed: shown beside what stands, taken up again, or thrown away; all without script too. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatWasLeftUnsavedIsShownAndOffered() {
        UUID id = start("Қалған мәтін");
        String window = UUID.randomUUID().toString();
        String copy = Copy.draft("x").json().toString();
        form().formParam("copy", copy).formParam("expected", 1).formParam("window", window).formParam("counter", 1)
                .formParam("headline", "Терілген тақырып").formParam("slug", "Jartylai-")
                .post("/stories/" + id + "/working-text").then().statusCode(204);
        form().formParam("copy", copy).formParam("expected", 1).formParam("window", window).formParam("counter", 0)
                .post("/stories/" + id + "/working-text").then().statusCode(422);
        given().get("/stories/" + id).then().statusCode(200).body(containsString("/working-texts/" + window),
                containsString("name=\"expected\" value=\"1\""));
        given().get("/stories/" + id + "/working-texts/" + window).then().statusCode(200)
                .body(containsString("Терілген тақырып"));
        drafting.save(author, id, 1, articles.find(author, id).revision().copy().withLead("Жаңа лид"));
        given().get("/stories/" + id + "/working-texts/" + window).then().statusCode(200)
                .body(containsString("Терілген"), containsString("Жаңа лид"), containsString("value=\"merged\""));
        String mine = Copy.draft("Терілген тақырып").withSlug("Jartylai-").json().toString();
        String onwards = windowOf(form().formParam("copy", mine).formParam("base", 1).formParam("shown", 2)
                .formParam("from", "merged").formParam("window", window).formParam("counter", 1)
                .post("/stories/" + id + "/continuation").then().statusCode(200)
                .body(containsString("Терілген тақырып"), containsString("Жаңа лид"), containsString("Jartylai-"),
                        containsString("name=\"merging\" value=\"1\""), containsString("data-unsaved")));
        given().get("/stories/" + id).then().body(not(containsString("/working-texts/" + window)),
                containsString("/working-texts/" + onwards));
        form().formParam("copy", mine).formParam("expected", 2).formParam("merging", 1)
                .formParam("headline", "Терілген тақырып").formParam("window", onwards).formParam("counter", 2)
                .post("/stories/" + id + "/copy").then().statusCode(303);
        assertEquals(List.of(1, 2), articles.revision(author, id, 3).drawnFrom());
        given().get("/stories/" + id).then().body(not(containsString("/working-texts/" + onwards)));
        String other = UUID.randomUUID().toString();
        form().formParam("copy", copy).formParam("window", other).formParam("counter", 1)
                .formParam("headline", "Ешқашан сақталмаған").post("/stories/new/working-text").then().statusCode(204);
        given().get("/stories/new").then().body(containsString("Ешқашан сақталмаған"));
        given().get("/stories/new/working-texts/" + other).then().body(containsString("Ешқашан сақталмаған"));
        String next = windowOf(form().formParam("window", other).post("/stories/new/continuation").then()
                .statusCode(200).body(containsString("Ешқашан сақталмаған")));
        given().get("/stories/new").then().body(not(containsString("/working-texts/" + other)),
                containsString("/working-texts/" + next));
        // Once more, as after a lost answer: to where it stands now, and whoever never had one learns nothing else
        for (String gone : List.of(other, UUID.randomUUID().toString())) {
            form().formParam("window", gone).post("/stories/new/continuation").then().statusCode(303)
                    .header("Location", endsWith("/stories/new"));
        }
        form().post("/stories/new/working-texts/" + next + "/disposal").then().statusCode(303);
        given().get("/stories/new").then().body(not(containsString("Ешқашан сақталмаған")));
    }

    /** The editor gave the story to another meanwhile: what its writer had typed is on My desk, and is read there. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatWasTypedIsReadAfterItsStoryWasHandedOn() {
        UUID id = start("Берілетін мақала");
        String window = UUID.randomUUID().toString();
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("window", window).formParam("counter", 1).formParam("headline", "Берілген мақаладан қалғаны")
                .post("/stories/" + id + "/working-text").then().statusCode(204);
        Actor heir = staff.enter("heir", "heir", "Мұрагер", Set.of(Role.AUTHOR));
        Actor editor = staff.enter("editor", "editor", "Редактор", Set.of(Role.EDITOR));
        drafting.handOver(editor, id, author.person(), heir.person());
        given().get("/stories/" + id + "/working-texts/" + window).then().statusCode(404);
        given().get("/").then().body(containsString("href=\"/working-texts/" + window + "\""));
        given().get("/working-texts/" + window).then().statusCode(200)
                .body(containsString("Берілген мақаладан қалғаны"), containsString("басқа авторға берілген"));
        form().post("/working-texts/" + window + "/disposal").then().statusCode(303);
        given().get("/working-texts/" + window).then().statusCode(404);
    }

    /** A page that is still open on it, and a second one that goes on from it, write over nothing of each other's. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whoGoesOnFromAnUnsavedTextTypesInAWindowOfTheirOwn() {
        UUID id = start("Екі бетте");
        String window = UUID.randomUUID().toString();
        kept(id, window, 2, "Терілген").statusCode(204);
        String mine = Copy.draft("Терілген").json().toString();
        String onwards = windowOf(form().formParam("copy", mine).formParam("base", 1).formParam("shown", 1)
                .formParam("from", "mine").formParam("window", window).formParam("counter", 2)
                .post("/stories/" + id + "/continuation").then().statusCode(200));
        assertNotEquals(window, onwards);
        kept(id, window, 2, "Кешіккен").statusCode(409);
        kept(id, window, 99, "Ескі бетте жалғасты").statusCode(204);
        for (List<String> text : List.of(List.of(onwards, "Терілген"), List.of(window, "Ескі бетте"))) {
            given().get("/stories/" + id + "/working-texts/" + text.get(0)).then().statusCode(200)
                    .body(containsString(text.get(1)));
        }
    }

    private static ValidatableResponse kept(UUID id, String window, int counter, String headline) {
        return form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("window", window).formParam("counter", counter).formParam("headline", headline)
                .post("/stories/" + id + "/working-text").then();
    }

    private static String windowOf(ValidatableResponse page) {
        Matcher window = Pattern.compile("name=\"window\" value=\"([^\"]+)\"")
                .matcher(page.extract().body().asString());
        assertTrue(window.find());
        return window.group(1);
    }

    /** The answer to a new story's first save was lost, and it is typed on: what is saved then goes over what stands. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void aFirstSaveWhoseAnswerWasLostIsGoneOnFrom() {
        String request = UUID.randomUUID().toString();
        String window = UUID.randomUUID().toString();
        String story = begun(request, window, 1, "Жоғалған").replaceFirst("[?].*", "");
        UUID id = UUID.fromString(story.replaceFirst(".*/", ""));
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("window", window).formParam("counter", 2)
                .formParam("headline", "Жоғалған жауап").post("/stories/new/working-text").then().statusCode(204);
        given().get("/stories/" + id).then().body(containsString("Жоғалған жауап"));
        assertEquals(story + "?saved=2", begun(request, window, 3, "Жоғалған жауап, жалғасы"));
        assertEquals(story + "?saved=3", begun(request, window, 4, "Жалғасы тағы бар"));
        assertEquals("Жалғасы тағы бар", articles.find(author, id).revision().copy().headline());
        given().get("/stories/" + id).then().body(not(containsString("left-behind")));
    }

    /** Where the page's script goes then. */
    private static String begun(String request, String window, int counter, String headline) {
        return form().header("HX-Request", "true").formParam("copy", Copy.draft("x").json().toString())
                .formParam("request", request).formParam("window", window).formParam("counter", counter)
                .formParam("headline", headline).post("/stories/new").then().statusCode(303).extract()
                .header("Location");
    }

    /** Between a save and its answer another one saves: the page goes on from what stands on it, and takes nothing out. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatIsSavedBeforeTheAnswerStaysInTheText() {
        UUID id = start("Бірге");
        String mine = Copy.draft("Менің тақырыбым").json().toString();
        String answer = form().header("HX-Request", "true").formParam("copy", mine).formParam("expected", 1)
                .formParam("headline", "Менің тақырыбым").post("/stories/" + id + "/copy").then().statusCode(303)
                .extract().header("Location");
        drafting.save(author, id, 2, Copy.draft("Менің тақырыбым").withLead("Олардың лиді"));
        given().header("HX-Request", "true").get(answer).then().statusCode(200)
                .header("HX-Replace-Url", "/stories/" + id)
                .body(containsString("name=\"expected\" value=\"2\""), containsString("2-нұсқа"));
        given().get(answer).then().statusCode(200).body(containsString("name=\"expected\" value=\"3\""));
        form().header("HX-Request", "true").formParam("copy", mine).formParam("expected", 2)
                .formParam("headline", "Менің басқа тақырыбым").post("/stories/" + id + "/copy").then()
                .statusCode(204).header("Qalam-Go", "/stories/" + id + "?since=2&over=3");
        Copy both = articles.find(author, id).revision().copy();
        assertEquals("Менің басқа тақырыбым Олардың лиді", both.headline() + " " + both.lead());
    }

    /** After a lost answer the page still believes in an older revision than its writer's own: only the other's is what came in. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatCameInIsWhatOthersSaved() {
        UUID id = start("Жоғалған жауап");
        Actor editor = staff.enter("editor", "editor", "Редактор", Set.of(Role.EDITOR));
        String window = UUID.randomUUID().toString();
        over(id, window, 1, "Менікі").statusCode(303);
        drafting.save(editor, id, 2, Copy.draft("Менікі").withLead("Редактордың лиді"));
        String cameIn = "/stories/" + id + "?since=2&over=3";
        over(id, window, 2, "Менікі, жалғасы").statusCode(204).header("Qalam-Go", cameIn);
        given().get(cameIn).then().statusCode(200).body(containsString("came-in"), containsString("Редактордың лиді"),
                not(containsString("Жоғалған жауап")));
    }

    /** Saves over the first revision, as the page's script does. */
    private static ValidatableResponse over(UUID id, String window, int counter, String headline) {
        return form().header("HX-Request", "true").formParam("copy", Copy.draft("x").json().toString())
                .formParam("expected", 1).formParam("window", window).formParam("counter", counter)
                .formParam("headline", headline).post("/stories/" + id + "/copy").then();
    }

    /** Typed and undone again: the page's script has it dropped, and no page says that it has been thrown away. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatWasUndoneIsDropped() {
        UUID id = start("Қайтарылған теру");
        for (String place : List.of("/stories/" + id, "/stories/new")) {
            String window = UUID.randomUUID().toString();
            form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                    .formParam("window", window).formParam("counter", 2).formParam("headline", "Терілген")
                    .post(place + "/working-text").then().statusCode(204);
            String dropped = place + "/working-texts/" + window + "/disposal";
            form().header("HX-Request", "true").formParam("counter", 1).post(dropped).then().statusCode(204);
            given().get(place).then().body(containsString("/working-texts/" + window));
            form().header("HX-Request", "true").formParam("counter", 3).post(dropped).then().statusCode(204)
                    .header("Set-Cookie", not(containsString("qalam-told")));
            given().get(place).then().body(not(containsString("/working-texts/" + window)));
        }
    }

    @Test
    @TestSecurity(user = "both")
    void aNewStorysUnsavedTextKeepsItsDesk() {
        Actor both = staff.enter("both", "both", "Екі бөлімнің тілшісі", Set.of());
        Actor admin = staff.enter("admin", "admin", "Әкім", Set.of(Role.ADMIN));
        List<Desk> desks = Stream.of("А-бөлім", "Ә-бөлім")
                .map(name -> new Desk(UUID.randomUUID(), "desk-" + UUID.randomUUID().toString().substring(0, 8), name,
                        Desk.PublishingRule.ON_APPROVAL, List.of()))
                .toList();
        for (Desk desk : desks) {
            staff.establish(admin, desk);
            staff.appoint(admin, both.person(), desk.id(), Role.AUTHOR);
        }
        for (Desk chosen : desks) {
            String window = UUID.randomUUID().toString();
            form().formParam("copy", Copy.draft("x").json().toString()).formParam("window", window)
                    .formParam("counter", 1).formParam("headline", "Терілген").formParam("desk", chosen.id())
                    .post("/stories/new/working-text").then().statusCode(204);
            form().formParam("window", window).post("/stories/new/continuation").then().statusCode(200)
                    .body(containsString("<option value=\"" + chosen.id() + "\" selected>"));
            // What is not accepted comes back with its desk, too
            form().formParam("copy", Copy.draft("x").json().toString()).formParam("desk", chosen.id())
                    .formParam("source-name", "Ақорда").formParam("source-url", "ftp://x").post("/stories/new").then()
                    .statusCode(422).body(containsString("<option value=\"" + chosen.id() + "\" selected>"));
        }
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("window", UUID.randomUUID())
                .formParam("counter", 1).formParam("desk", UUID.randomUUID()).post("/stories/new/working-text").then()
                .statusCode(204);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aSaveOverOthersWorkBringsBothTogetherAndSaysSo() {
        UUID id = start("Бірге");
        drafting.save(author, id, 1, Copy.draft("Бірге").withLead("Олардың лиді"));
        form().formParam("copy", Copy.draft("x").json().toString()).formParam("expected", 1)
                .formParam("headline", "Менің тақырыбым").post("/stories/" + id + "/copy").then().statusCode(303)
                .cookie("qalam-told", "MERGED").header("Location", endsWith("?since=1&over=2"));
        Copy both = articles.find(author, id).revision().copy();
        assertEquals("Менің тақырыбым Олардың лиді", both.headline() + " " + both.lead());
        given().get("/stories/" + id + "?since=1&over=2").then().statusCode(200)
                .body(containsString("came-in"), containsString("Олардың лиді"));
        given().get("/stories/" + id + "?since=1&over=9").then().statusCode(404);
        given().get("/stories/" + id + "/history?to=3&who=on").then().statusCode(200)
                .body(containsString("hand-0"), containsString("type=\"range\""));
    }

    /** Two pages of a long history are one choice: what was chosen on the first stays chosen on the second. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void anyTwoRevisionsAreComparedOverPages() {
        UUID id = start("Нұсқа 1");
        for (int i = 1; i < 52; i++) {
            drafting.save(author, id, i, Copy.draft("Нұсқа " + (i + 1)));
        }
        given().get("/stories/" + id + "/history?from=50&to=52").then()
                .body(containsString("history?before=3&amp;from=50&amp;to=52"));
        String second = given().get("/stories/" + id + "/history?before=3&from=50&to=52").then().statusCode(200)
                .extract().asString();
        assertTrue(second.contains("<input type=\"hidden\" name=\"to\" value=\"52\">"));
        assertTrue(second.indexOf("type=\"radio\" name=\"to\"") < second.indexOf("type=\"hidden\" name=\"to\""));
        given().urlEncodingEnabled(false).get("/stories/" + id + "/history?from=2&to=52&from=50&before=3").then()
                .statusCode(200).body(containsString("<del>2</del><ins>52</ins>"));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void notesStandOnTheReviewAndOnTheText() {
        UUID id = start("Ескертпе туралы");
        form().formParam("revision", 1).formParam("said", "Дереккөзі қайда?").post("/stories/" + id + "/notes").then()
                .statusCode(303).header("Location", endsWith("/review#notes"));
        form().formParam("revision", 1).formParam("said", "").post("/stories/" + id + "/notes").then().statusCode(422);
        given().get("/stories/" + id + "/review").then().statusCode(200).body(containsString("Дереккөзі қайда?"));
        given().get("/stories/" + id).then().body(containsString("Дереккөзі қайда?"));
    }

    // Who sees what

    @Test
    @TestSecurity(user = "author", roles = "author")
    void anothersDraftIsExactlyWhatDoesNotExist() {
        Actor other = staff.enter("author2", "author2", "Дәурен Қасымов", Set.of(Role.AUTHOR));
        UUID theirs = drafting.start(other, Copy.draft("Құпия"), null, null).article();
        UUID none = UUID.randomUUID();
        for (String room : List.of("", "/review", "/history", "/history?who=on", "/publication", "/submission",
                "/working-texts", "/working-texts/" + UUID.randomUUID())) {
            Response real = given().get("/stories/" + theirs + room);
            Response missing = given().get("/stories/" + none + room);
            assertEquals(404, real.statusCode(), room);
            assertEquals(missing.body().asString(), real.body().asString(), room);
            assertEquals(missing.headers().size(), real.headers().size(), room);
        }
        for (String act : List.of("/copy", "/continuation", "/restoration", "/submission", "/recall", "/approval",
                "/change-request", "/editions", "/hold", "/withdrawal", "/working-text", "/presence", "/absence",
                "/notes",
                "/working-texts/" + none + "/disposal", "/notes/" + none + "/resolution")) {
            String copy = Copy.draft("x").json().toString();
            Response real = form().formParam("copy", copy).formParam("expected", 1).formParam("revision", 1)
                    .formParam("reason", "x").formParam("note", "x").formParam("said", "x")
                    .formParam("window", none.toString()).formParam("counter", 1).post("/stories/" + theirs + act);
            Response missing = form().formParam("copy", copy).formParam("expected", 1).formParam("revision", 1)
                    .formParam("reason", "x").formParam("note", "x").formParam("said", "x")
                    .formParam("window", none.toString()).formParam("counter", 1).post("/stories/" + none + act);
            assertEquals(404, real.statusCode(), act);
            assertEquals(missing.body().asString(), real.body().asString(), act);
        }
    }

    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void aWriterIsToldWhyTheyMayNotApprove() {
        UUID id = start("Төрт көз");
        drafting.save(reviewer, id, 1, Copy.draft("Төрт көз, тексерушінің үтірі"));
        reviewing.submit(author, id, 2, Proposal.PLAIN);
        given().get("/stories/" + id + "/review").then().statusCode(200).body(
                containsString("Бұл нұсқаны жазғандардың бірі – сіз."),
                not(containsString("Мақұлдау</button>")), containsString("Түзетуге қайтару</button>"));
        form().formParam("revision", 2).post("/stories/" + id + "/approval").then().statusCode(403)
                .body(containsString("Мәтінді оны жазбаған адам мақұлдайды."));
        assertEquals(Stage.IN_REVIEW, articles.find(author, id).stage());
    }

    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void theReviewerSeesWhatChangedAndDecides() {
        UUID id = start("Бірінші мәтін");
        reviewing.submit(author, id, 1, Proposal.PLAIN);
        form().formParam("revision", 1).post("/stories/" + id + "/approval").then().statusCode(303);
        drafting.save(author, id, 1, Copy.draft("Екінші мәтін"));
        reviewing.submit(author, id, 2, new Proposal(Kind.CORRECTION, "Атауы түзетілді.", null));
        given().get("/stories/" + id + "/review").then().body(containsString("<del>Бірінші</del><ins>Екінші</ins>"),
                containsString("Атауы түзетілді."), containsString("Мақұлданған 1-нұсқадан бергі өзгеріс"));
        form().formParam("revision", 2).formParam("note", " ").post("/stories/" + id + "/change-request").then()
                .statusCode(422).body(containsString("Не өзгеруі керек екенін жазыңыз."));
        form().formParam("revision", 2).formParam("note", "Дереккөзі жоқ").post("/stories/" + id + "/change-request")
                .then()
                .statusCode(303);
        assertEquals(Stage.CHANGES_REQUESTED, articles.find(author, id).stage());
    }

    /** What is no words is approved by eye: it stands on the page as what it is, before and after. */
    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void theReviewerSeesWhatIsNoWordsToo() {
        UUID named = start("Аталған мақала");
        UUID unknown = UUID.randomUUID();
        String cell = "{\"type\":\"%s\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}";
        String shape = """
                {"headline":"Жазба мен кесте","language":"kk","body":{"type":"doc","content":[
                  {"type":"embed","attrs":{"provider":"youtube","id":"%s"}},
                  {"type":"related","attrs":{"articles":["%s","%s"]}},
                  {"type":"table","content":[{"type":"table_row","content":[%s]},{"type":"table_row","content":[%s]}]}
                ]}}""";
        String first = shape.formatted("aaaaaaaaaaa", named, unknown, cell.formatted("table_header", "Өңір"),
                cell.formatted("table_cell", "Ақтау"));
        UUID id = drafting.start(author, Copy.read(first.getBytes(UTF_8)), null, null).article();
        reviewing.submit(author, id, 1, Proposal.PLAIN);
        given().get("/stories/" + id + "/review").then().body(
                containsString("href=\"https://www.youtube.com/watch?v=aaaaaaaaaaa\""),
                containsString("<a href=\"/stories/" + named + "\">Аталған мақала</a>"),
                containsString("Бұл мақала табылмады"), not(containsString(unknown.toString())),
                containsString("<th>Өңір</th>"), containsString("<td>Ақтау</td>"));
        form().formParam("revision", 1).post("/stories/" + id + "/approval").then().statusCode(303);
        drafting.save(author, id, 1, Copy.read(first.replace("aaaaaaaaaaa", "bbbbbbbbbbb").getBytes(UTF_8)));
        reviewing.submit(author, id, 2, Proposal.PLAIN);
        given().get("/stories/" + id + "/review").then().body(
                matchesPattern(
                        "(?s).*<del class=\"stood\">[^\\n]*v=aaaaaaaaaaa.*<ins class=\"stands\">[^\\n]*v=bbbbbbbbbbb.*"));
        look(List.of("/stories/" + id + "/review", "/stories/" + id + "/history?from=1&to=2"));
    }

    /** The page was opened before: what was typed comes back with the page as it is now, and nothing happens unseen. */
    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void aStaleVerdictKeepsItsWordsAndDecidesNothing() {
        UUID id = start("Екі рет жіберілген");
        UUID read = reviewing.submit(author, id, 1, new Proposal(null, null, java.time.Instant.now().plusSeconds(9999)))
                .id();
        given().get("/stories/" + id + "/review").then()
                .body(containsString("name=\"round\" value=\"" + read + "\""));
        reviewing.recall(author, id);
        String open = reviewing.submit(author, id, 1, Proposal.PLAIN).id().toString();
        form().formParam("revision", 1).formParam("round", read.toString()).formParam("note", "Ұзақ <ескертпе>")
                .post("/stories/" + id + "/approval").then().statusCode(409)
                .body(containsString("қайта жіберілген"), containsString("Ұзақ &lt;ескертпе&gt;"),
                        containsString("value=\"" + open + "\""));
        assertEquals(Stage.IN_REVIEW, articles.find(author, id).stage());
        reviewing.recall(author, id);
        form().formParam("revision", 1).formParam("round", open).formParam("note", "Жоғалмасын")
                .post("/stories/" + id + "/change-request").then().statusCode(409).body(containsString("Жоғалмасын"));
        form().formParam("revision", 1).formParam("quoted", "мәтінде жоқ").formParam("said", "Бұл не?")
                .post("/stories/" + id + "/notes").then().statusCode(422)
                .body(containsString("Бұл не?"), containsString("value=\"мәтінде жоқ\""));
        form().formParam("revision", 1).formParam("quoted", "Екі рет").formParam("field", "headline")
                .formParam("said", "Үш рет").post("/stories/" + id + "/notes").then().statusCode(303);
        form().formParam("note", "Басқа мекенжайда").post("/stories/" + UUID.randomUUID() + "/change-request").then()
                .statusCode(404).body(containsString("Басқа мекенжайда"));
        given().get("/door").then().statusCode(204);
    }

    /** The page was opened before a court's term was set: saving its empty field lifts nothing. */
    @Test
    @TestSecurity(user = "publisher", roles = "publisher")
    void anEndThatWasSetMeanwhileIsNotLiftedUnseen() {
        UUID id = start("Мерзімі бар мақала");
        reviewing.submit(author, id, 1, new Proposal(null, null, java.time.Instant.now().plusSeconds(999)));
        reviewing.approve(reviewer, id, 1, null);
        publishing.end(publisher, id, java.time.Instant.now().plusSeconds(99999), "Сот шешімімен алынды.");
        form().formParam("end-seen", "-").formParam("until", "").post("/stories/" + id + "/expiry").then()
                .statusCode(409)
                .body(containsString("Жарияда тұру мерзімі өзгерген"));
        assertTrue(articles.find(author, id).standing().end() != null);
        String page = given().get("/stories/" + id + "/publication").then().extract().asString();
        String seen = page.replaceFirst("(?s).*/expiry\">.*?name=\"end-seen\" value=\"([^\"]*)\".*", "$1");
        form().formParam("end-seen", seen).formParam("until", "").post("/stories/" + id + "/expiry").then()
                .statusCode(303);
        assertEquals(null, articles.find(author, id).standing().end());
    }

    @Test
    @TestSecurity(user = "publisher", roles = "publisher")
    void aStalePlanLetsNothingOut() {
        UUID id = start("Кешке дейін эмбарго");
        reviewing.submit(author, id, 1, new Proposal(null, null, java.time.Instant.now().plusSeconds(99999)));
        reviewing.approve(reviewer, id, 1, null);
        String page = given().get("/stories/" + id + "/publication").then().extract().asString();
        String seen = page.replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        assertTrue(page.contains("name=\"now\""), "at once is a button of its own");
        form().formParam("revision", 1).formParam("seen", seen).formParam("from", "")
                .post("/stories/" + id + "/editions").then().statusCode(422)
                .body(containsString("Қашан жарияланатынын жазыңыз."));
        publishing.hold(publisher, id, "Сот шешімін күтеміз");
        form().formParam("revision", 1).formParam("seen", seen).formParam("now", "yes")
                .post("/stories/" + id + "/editions").then().statusCode(409)
                .body(containsString("кідіртіп қойған. Себебі: Сот шешімін күтеміз"));
        form().formParam("story", id.toString()).formParam("act", "PLAN").post("/stories/bulk").then().statusCode(422);
        form().formParam("story", id.toString()).formParam("act", "PLAN").formParam("when", "2027-01-01T00:00")
                .post("/stories/bulk").then().statusCode(200)
                .body(containsString("Орындалғаны: 0"), containsString("Сот шешімін күтеміз"));
        form().formParam("reason", "").post("/stories/" + id + "/withdrawal").then().statusCode(422);
        form().formParam("reason", "Себебі осында").post("/stories/" + id + "/withdrawal").then().statusCode(409)
                .body(containsString("Себебі осында"));
        assertEquals(null, articles.find(author, id).standing().live());
    }

    @Test
    @TestSecurity(user = "publisher", roles = "publisher")
    void aPublisherHoldsAndWithdrawsWithAReason() {
        UUID id = live("Жариядағы мәтін");
        form().formParam("reason", " ").post("/stories/" + id + "/withdrawal").then().statusCode(422)
                .body(containsString("Себебін жазыңыз."));
        form().formParam("reason", "Дереккөз теріске шығарды").formParam("notice", "Жариядан алынды")
                .post("/stories/" + id + "/withdrawal").then().statusCode(303);
        given().get("/stories/" + id + "/publication").then().body(containsString("Дереккөз теріске шығарды"));
        form().formParam("reason", "x").post("/stories/" + id + "/withdrawal").then().statusCode(409);
    }

    // Every screen

    @Test
    @TestSecurity(user = "author", roles = "author")
    void everyScreenOfAnAuthorSpeaksThreeLanguagesWithoutInlineScript() {
        UUID id = live("Автордың мақаласы");
        drafting.save(author, id, 1, Copy.draft("<script>alert(1)</script> «мәтін» {#if}"));
        drafting.save(author, id, 2,
                Copy.read(
                        """
                                {"headline":"<script>alert(1)</script> «мәтін» {#if}","lead":"<img src=x onerror='alert(1)'>","body":{"type":"doc","content":[
                                {"type":"paragraph","content":[{"type":"text","text":"<img src=x onerror='alert(1)'> {inject:visitor.name} ' &amp; \\" "},
                                {"type":"text","text":"сілтеме","marks":[{"type":"link","attrs":{"href":"https://a.kz/?a='1'&b=2"}},{"type":"strong"}]},
                                {"type":"hard_break"},{"type":"text","text":"word","marks":[{"type":"lang","attrs":{"code":"en"}}]}]},
                                {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"<b>"}]},
                                {"type":"quote","attrs":{"source":"<i>"},"content":[{"type":"text","text":"Сөз"}]},
                                {"type":"ordered_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"бір"}]}]}]},
                                {"type":"rule"},{"type":"factbox","attrs":{"title":"<u>Анықтама"},"content":[]}]}}"""
                                .getBytes(UTF_8)));
        given().get("/stories/" + id).then().body(not(containsString("<img src=x")), not(containsString("<b>")),
                not(containsString("<u>")), containsString("{inject:visitor.name}"),
                containsString("href=\"https://a.kz/?a=&#39;1&#39;&amp;b=2\""),
                containsString("<span class=\"foreign\" lang=\"en\">word</span>"));
        look(List.of("/", "/stories", "/stories?q=%3Cb%3E&stage=DRAFT&author=me&section=sport&cursor=", "/stories/new",
                "/stories/" + id, "/stories/" + id + "/review", "/stories/" + id + "/history",
                "/stories/" + id + "/history?from=1&to=2",
                "/stories/" + id + "/history?from=1&to=1", "/stories/" + id + "/submission",
                "/stories/" + id + "/publication",
                "/publication"));
    }

    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void everyScreenOfAReviewerToo() {
        UUID id = start("Тексеруге");
        reviewing.submit(author, id, 1, Proposal.PLAIN);
        look(List.of("/", "/stories", "/stories/" + id, "/stories/" + id + "/review",
                "/stories/" + id + "/publication"));
    }

    @Test
    @TestSecurity(user = "publisher", roles = "publisher")
    void everyScreenOfAPublisherToo() {
        UUID id = live("Шығарылған");
        look(List.of("/", "/stories", "/stories/" + id, "/stories/" + id + "/publication", "/publication"));
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void everyRoomOfTheNewsroomOpensToAnAdmin() {
        look(List.of("/staff", "/desks", "/sections", "/sections/alem", "/trail",
                "/trail?act=revision.saved&who=author&from=2026-01-01",
                "/trail?who=%D1%8F", "/deliveries", "/deliveries?open=true", "/publication"));
        given().get("/trail").then().body(containsString("placeholder=\"Мақаланың нөмірі\""));
        given().get("/trail/export?act=person").then().statusCode(200).contentType("text/csv")
                .header("Content-Disposition", containsString("qalam-trail.csv"))
                .body(containsString("person.joined"), not(containsString("revision.saved")));
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void aFormThatIsNoCopyIsAnsweredByItsOwnLabels() {
        String desk = "/desks/" + UUID.randomUUID();
        form().formParam("slug", "Саясат").formParam("name", "Саясат").post(desk).then().statusCode(422)
                .body(containsString(">Бөлімнің қысқаша белгісі кіші латын әріптерінен"));
        String empty = ": Бұл жер бос болмауы керек.";
        form().formParam("slug", "sayasat").formParam("name", " ").post(desk).then().statusCode(422)
                .body(containsString(">Бөлімнің атауы" + empty));
        form().cookie("qalam-lang", "ru").formParam("slug", "sayasat").formParam("name", " ").post(desk).then()
                .statusCode(422).body(containsString(">Название отдела: Это место не должно быть пустым."));
        form().formParam("slug", "Саясат").formParam("kazakh", "Саясат").post("/sections").then().statusCode(422)
                .body(containsString(">Айдардың мекенжайы кіші латын әріптерінен"));
        form().formParam("slug", "sayasat").formParam("kazakh", "Саясат").post("/sections").then().statusCode(422)
                .body(containsString(">Орысша атауы" + empty));
        form().formParam("username", "x-y").post("/staff").then().statusCode(422)
                .body(containsString(">Аты-жөні" + empty));
        form().formParam("reason", "Бірізділік үшін").post("/style-book").then().statusCode(422)
                .body(containsString(">Қай сөз немесе сөздер" + empty));
        form().post("/ignored-words").then().statusCode(422).body(containsString(">Сөз" + empty));
        form().formParam("base", lexicon.newest().number()).formParam("stem", "байден").formParam("latin", "Байден")
                .post("/lexicon").then().statusCode(422)
                .body(containsString(">Латын жазуында: Мұнда латын әріптері болуы керек."));
        form().post("/tags").then().statusCode(422).body(containsString(">Атауы" + empty));
        form().post("/stories/views").then().statusCode(422).body(containsString(">Іріктеудің атауы" + empty));
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void aSectionIsMergedAfterAQuestionAndClosedAndDesksToo() {
        for (String slug : List.of("ketetin", "qalatyn")) {
            form().formParam("slug", slug).formParam("kazakh", "Айдар " + slug).formParam("russian", "Р")
                    .formParam("english", "S").post("/sections").then().statusCode(303);
        }
        UUID story = drafting.start(author, Copy.draft("Айдары бар").withSection("ketetin"), null, null).article();
        form().formParam("into", "qalatyn").post("/sections/ketetin/merger").then().statusCode(200)
                .body(containsString("«Айдар ketetin» айдары «Айдар qalatyn» айдарына қосылсын ба?"));
        form().formParam("into", "qalatyn").formParam("confirmed", "yes").post("/sections/ketetin/merger").then()
                .statusCode(303).header("Location", endsWith("/sections/qalatyn"));
        given().redirects().follow(false).get("/sections/ketetin").then().statusCode(303)
                .header("Location", endsWith("/sections/qalatyn"));
        form().formParam("address", "ketetin").post("/sections/qalatyn/address").then().statusCode(422)
                .body(containsString("берілген мекенжай басқа айдарға берілмейді"),
                        containsString("value=\"ketetin\""));
        form().formParam("address", "zhana-zher").post("/sections/qalatyn/address").then().statusCode(303)
                .header("Location", endsWith("/sections/zhana-zher"));
        assertEquals("ketetin", articles.find(author, story).revision().copy().section());
        given().get("/stories?section=ketetin").then()
                .body(containsString("<option value=\"ketetin\" selected>Айдар qalatyn</option>"));
        form().formParam("closed", "yes").post("/sections/zhana-zher/closure").then().statusCode(303);
        given().get("/stories").then().body(not(containsString(">Айдар qalatyn</option>")));
        given().get("/sections").then().body(containsString("жабық"));
        given().get("/trail?story=" + new UUID(0, 3)).then().body(containsString("Айдарлар біріктірілді"),
                containsString("Айдар жабылды"));

        UUID desk = UUID.randomUUID();
        form().formParam("slug", "zhabylatyn").formParam("name", "Жабылатын бөлім").post("/desks/" + desk).then()
                .statusCode(303);
        form().formParam("closed", "yes").post("/desks/" + desk + "/closure").then().statusCode(303);
        given().get("/desks").then().body(containsString("Бөлімді қайта ашу"));
    }

    @Test
    @TestSecurity(user = "editor", roles = "editor")
    void linesAreProofreadAndWordsAreIgnored() {
        String passages = "[[\"Халық сaны\",[]],[\"Бұл сaны\",[[4,8]]]]";
        form().formParam("passages", passages).post("/proofreading").then().statusCode(200)
                .body(containsString("\"kind\":\"scripts\""), containsString("\"repairs\":[\"саны\"]"),
                        endsWith(",[]]}"));
        String before = version();
        assertEquals(before, version());
        form().formParam("word", "бырбаптақ").post("/ignored-words").then().statusCode(303);
        String after = version();
        assertNotEquals(before, after);
        form().formParam("word", "бырбаптақ").post("/ignored-words/heeding").then().statusCode(303);
        assertNotEquals(after, version());
        form().formParam("passages", "[[1]]").post("/proofreading").then().statusCode(422);
        given().contentType("application/x-www-form-urlencoded").formParam("passages", passages).post("/proofreading")
                .then().statusCode(400);
        form().formParam("word", "хайп 1").post("/ignored-words").then().statusCode(422)
                .body(containsString("Бір сөз жазыңыз"));
        form().formParam("word", "Бырбап").post("/ignored-words").then().statusCode(303);
        given().get("/ignored-words").then().body(containsString("бырбап"));
        look(List.of("/ignored-words"));
        form().formParam("word", "бырбап").post("/ignored-words/heeding").then().statusCode(303);
        given().get("/ignored-words").then().body(not(containsString("бырбап")));
    }

    private static String version() {
        return form().formParam("passages", "[]").post("/proofreading").then().statusCode(200).extract()
                .path("version");
    }

    /** The writing page does not mark what is typed into fields of a block: captions, a box's title. */
    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatMustBeSettledIsLetStandFromTheSubmission() {
        UUID id = drafting.start(author, Copy.draft("Суреттің астындағы сөз").withBody(
                List.of(new Factbox("Сaбитовтің мәтіні", List.of()))), null, null).article();
        Desk desk = articles.find(author, id).desk();
        Actor admin = staff.enter("admin", "admin", "Әкім", Set.of(Role.ADMIN));
        staff.establish(admin, new Desk(desk.id(), desk.slug(), desk.name(), desk.publishes(), desk.required(),
                desk.advised(), List.of("scripts")));
        try {
            given().get("/stories/" + id + "/submission").then().body(
                    containsString("name=\"pointer\" value=\"/body/content/0\""), containsString("disabled>"));
            form().formParam("revision", 1).formParam("pointer", "/body/content/0").formParam("start", 0)
                    .formParam("end", 10).formParam("kind", "scripts").formParam("reason", " ")
                    .post("/stories/" + id + "/stets").then().statusCode(422);
            form().formParam("revision", 1).formParam("pointer", "/body/content/0").formParam("start", 0)
                    .formParam("end", 10).formParam("kind", "scripts").formParam("reason", "Тегі солай жазылады")
                    .post("/stories/" + id + "/stets").then().statusCode(303)
                    .header("Location", endsWith("/stories/" + id + "/submission"));
            given().get("/stories/" + id + "/submission").then().body(containsString("Тегі солай жазылады"),
                    not(containsString("name=\"pointer\"")), not(containsString("disabled>")));
        } finally {
            staff.establish(admin, desk);
        }
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void wordsAreNotIgnoredByAuthors() {
        form().formParam("word", "бырбап").post("/ignored-words").then().statusCode(403);
        given().get("/ignored-words").then().statusCode(200).body(not(containsString("/ignored-words/heeding")));
    }

    @Test
    @TestSecurity(user = "editor", roles = "editor")
    void theStyleBookIsWrittenTriedAndPutInForceByAnother() {
        form().formParam("word", "Қоймалжың").formParam("instead", "қою").formParam("reason", "").post("/style-book")
                .then().statusCode(422);
        form().formParam("word", "Қоймалжың").formParam("instead", "қою").formParam("reason", "Бірізділік үшін")
                .post("/style-book").then().statusCode(303)
                .header("Location", containsString("/style-book/rules/%D2%9B%D0%BE%D0%B9"));
        String rule = "/style-book/rules/{word}";
        given().get(rule, "қоймалжың").then().statusCode(200)
                .body(containsString("Бұл нұсқаны өзіңіз жазғансыз"), not(containsString("/force\"")));
        form().formParam("version", 1).post(rule + "/force", "қоймалжың").then().statusCode(403);
        form().formParam("word", "қоймалжың").formParam("instead", "қою").post("/style-book/trial").then()
                .statusCode(200).body(containsString("id=\"trial\""));
        form().formParam("word", "хайп 1").post("/style-book/trial").then().statusCode(422)
                .body(containsString("Бір сөз жазыңыз"));
        form().formParam("word", "қоймалжың").formParam("instead", "қою").post("/style-book/new").then()
                .statusCode(200).body(containsString("value=\"қоймалжың\""), containsString("value=\"қою\""));
        look(List.of("/style-book", "/style-book?state=DRAFT&q=%D2%9B", "/style-book/new",
                "/style-book/rules/%D2%9B%D0%BE%D0%B9%D0%BC%D0%B0%D0%BB%D0%B6%D1%8B%D2%A3"));
        form().post(rule + "/retirement", "қоймалжың").then().statusCode(303);
        given().get("/style-book?state=RETIRED").then().body(containsString("қоймалжың"));
        given().get("/style-book/rules/жоқ").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "editor", roles = "editor")
    void theLexiconIsWrittenAndTried() {
        int base = lexicon.newest().number();
        form().formParam("base", base).formParam("stem", "б").formParam("latin", "b").post("/lexicon").then()
                .statusCode(422).body(containsString("кемінде екі әріп"));
        form().formParam("base", base + 7).formParam("stem", "байден").formParam("latin", "Biden").post("/lexicon")
                .then()
                .statusCode(409).body(containsString("жаңа нұсқа жазылған"));
        form().formParam("base", base).formParam("stem", "Байден").formParam("latin", "Biden").post("/lexicon").then()
                .statusCode(303);
        form().formParam("text", "Байденге хат").post("/lexicon/trial").then().statusCode(200)
                .body(containsString("Bidenge hat"), containsString("байден-"),
                        not(containsString("/lexicon/approval")));
        form().formParam("version", base + 1).post("/lexicon/approval").then().statusCode(403);
        look(List.of("/lexicon", "/lexicon?stem=%D0%B1%D0%B0%D0%B9%D0%B4%D0%B5%D0%BD"));
        // Another stem in the place of the one that was opened
        given().queryParam("stem", "байден").get("/lexicon").then()
                .body(containsString("name=\"replaces\" value=\"байден\""));
        form().formParam("base", base + 1).formParam("stem", "трамп").formParam("latin", "Trump")
                .formParam("replaces", "байден").post("/lexicon").then().statusCode(303);
        assertEquals(List.of("трамп"),
                lexicon.newest().entries().stream().map(Exceptions.Entry::stem)
                        .filter(stem -> List.of("байден", "трамп").contains(stem)).toList());
        form().formParam("base", base + 2).formParam("stem", "трамп").post("/lexicon/removal").then().statusCode(303);
        // An older version once more, as a draft that waits for a second person
        form().formParam("base", base + 2).formParam("version", base + 1).post("/lexicon/restoration").then()
                .statusCode(409);
        form().formParam("base", base + 3).formParam("version", base + 100).post("/lexicon/restoration").then()
                .statusCode(404);
        given().get("/lexicon").then().body(containsString((base + 1) + "-нұсқаны жоба етіп қалпына келтіру"),
                not(containsString((base + 3) + "-нұсқаны жоба етіп қалпына келтіру")));
        look(List.of("/lexicon"));
        form().formParam("base", base + 3).formParam("version", base + 1).post("/lexicon/restoration").then()
                .statusCode(303);
        assertEquals(lexicon.version(base + 1).entries(), lexicon.newest().entries());
        assertNull(lexicon.newest().approval());
        form().formParam("base", base + 4).formParam("stem", "байден").post("/lexicon/removal").then().statusCode(303);
    }

    @Test
    @TestSecurity(user = "reviewer", roles = "reviewer")
    void aDraftOfTheLexiconIsSentBackWithARemark() {
        Actor writer = staff.enter("wordsmith", "wordsmith", "Қалам Сөзбекұлы", Set.of(Role.EDITOR));
        int draft = lexicon.write(writer, lexicon.newest().number(),
                List.of(new Exceptions.Entry("қайтарылар", "x", null, false))).number();
        given().get("/lexicon").then().body(containsString("/lexicon/return"), containsString("/lexicon/approval"),
                not(containsString("/lexicon/restoration")));
        form().formParam("version", draft).formParam("remark", " ").post("/lexicon/return").then().statusCode(422)
                .body(containsString("Себебін жазыңыз"));
        form().formParam("version", draft - 1).formParam("remark", "Жоқ").post("/lexicon/return").then()
                .statusCode(draft == 1 ? 404 : 409);
        form().formParam("version", draft).formParam("remark", "Дереккөзі <қайда>?").post("/lexicon/return").then()
                .statusCode(303);
        given().get("/lexicon").then().body(containsString("Дереккөзі &lt;қайда&gt;?"),
                containsString("Жобаны қайтарған: Ерлан Жұмабаев"), not(containsString("/lexicon/approval")));
        look(List.of("/lexicon"));
        form().formParam("version", draft).post("/lexicon/approval").then().statusCode(422)
                .body(containsString("жаңа нұсқа керек"));
        assertNull(lexicon.newest().approval());
        int next = lexicon.write(writer, draft, List.of(new Exceptions.Entry("қайтқанұ", "x", null, false))).number();
        given().get("/lexicon").then().body(containsString("/lexicon/approval"));
        form().formParam("version", next).post("/lexicon/approval").then().statusCode(303);
        form().formParam("version", next).formParam("remark", "Кеш").post("/lexicon/return").then().statusCode(422)
                .body(containsString("мақұлданып қойған"));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void houseStyleIsReadByEverybodyAndWrittenByEditors() {
        look(List.of("/style-book", "/lexicon"));
        given().get("/style-book/new").then().statusCode(403);
        form().formParam("word", "ауа").post("/style-book/trial").then().statusCode(403);
        form().formParam("word", "сөз").formParam("reason", "Себебі").post("/style-book").then().statusCode(403);
        form().formParam("base", 0).formParam("stem", "сөз").formParam("latin", "soz").post("/lexicon").then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void theNewsroomsRoomsAreClosedToOthers() {
        for (String page : List.of("/staff", "/desks", "/sections", "/trail", "/trail/export", "/deliveries")) {
            given().get(page).then().statusCode(403).body(containsString("Рұқсат жоқ"));
        }
        form().formParam("reason", "Қате").post("/publication/freeze").then().statusCode(403);
        form().formParam("username", "x-y").formParam("name", "X").post("/staff").then().statusCode(403);
        given().get("/").then().body(not(containsString("href=\"/staff\"")));
    }

    @Test
    @TestSecurity(user = "publisher", roles = "publisher")
    void aFreezeIsSeenOnEveryPage() {
        form().formParam("reason", " ").post("/publication/freeze").then().statusCode(422)
                .body(containsString("Себебін жазыңыз"));
        form().formParam("reason", "Қате дерек <шықты>").post("/publication/freeze").then().statusCode(303);
        try {
            for (String page : List.of("/", "/stories", "/publication")) {
                given().get(page).then().body(containsString("Жариялау тоқтатылды:"),
                        containsString("Қате дерек &lt;шықты&gt;"));
            }
        } finally {
            form().post("/publication/unfreeze").then().statusCode(303);
        }
        given().get("/").then().body(not(containsString("Жариялау тоқтатылды:")));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void manyStoriesAreMovedEachByItself() {
        UUID one = start("Көпшілік бірінші");
        UUID sent = start("Көпшілік екінші");
        reviewing.submit(author, sent, 1, new Proposal(null, null, java.time.Instant.now().plusSeconds(999999)));
        form().formParam("story", one.toString()).formParam("story", sent.toString())
                .formParam("story", UUID.randomUUID().toString()).formParam("act", "SUBMIT")
                .post("/stories/bulk?stage=DRAFT")
                .then().statusCode(200).body(containsString("Орындалғаны: 1, орындалмағаны: 2"),
                        containsString("/stories?stage=DRAFT"));
        assertEquals(Stage.IN_REVIEW, articles.find(author, one).stage());
        reviewing.recall(author, one);
        form().formParam("story", one.toString()).formParam("act", "TAG").formParam("text", "қала")
                .post("/stories/bulk")
                .then().statusCode(200);
        assertEquals(List.of("қала"), articles.find(author, one).revision().copy().tags());
        reviewing.submit(author, one, 2, Proposal.PLAIN);
        form().formParam("story", one.toString()).formParam("act", "UNTAG").formParam("text", "ҚАЛА")
                .post("/stories/bulk").then().body(containsString("тексеруден қайтарып алар еді"));
        assertEquals(Stage.IN_REVIEW, articles.find(author, one).stage(), "nothing is recalled without a word");
        reviewing.recall(author, one);
        UUID two = start("Көпшілік үшінші");
        drafting.save(author, two, 1, Copy.draft("Көпшілік үшінші").withTags(List.of("қала", "су")));
        form().formParam("story", two.toString()).formParam("act", "UNTAG").formParam("text", " ҚАЛА")
                .post("/stories/bulk").then().body(containsString("Орындалғаны: 1"));
        assertEquals(List.of("су"), articles.find(author, two).revision().copy().tags());
        form().formParam("name", "Қала тегі").queryParam("tag", "қала").post("/stories/views").then()
                .statusCode(303);
        given().queryParam("tag", "қала").get("/stories").then().body(containsString("Қала тегі"),
                containsString("Көпшілік бірінші"), not(containsString("Көпшілік екінші")));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aPreviewStandsInASandboxAndNobodyElsesIsShown() {
        UUID id = start("Алдын ала");
        look(List.of("/stories/" + id + "/preview", "/stories/" + id + "/preview?width=phone"));
        given().get("/stories/" + id + "/preview/page").then().statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'self'"))
                .header("X-Frame-Options", "SAMEORIGIN").header("Cache-Control", "no-store")
                .body(containsString("Көріністі қазір көрсету мүмкін емес"));
        given().get("/stories/" + UUID.randomUUID() + "/preview/page").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "stranger")
    void whoHasNoRoleIsToldHowToGetOne() {
        given().get("/").then().statusCode(200).body(containsString("Сізге әлі рөл берілмеген"));
        given().get("/stories/new").then().statusCode(403).body(containsString("Рұқсат жоқ"));
    }

    private void look(List<String> pages) {
        for (String page : pages) {
            for (String language : List.of("kk", "ru", "en")) {
                Response answer = given().cookie("qalam-lang", language).urlEncodingEnabled(false).get(page);
                String html = answer.body().asString();
                assertEquals(200, answer.statusCode(), page);
                assertFalse(INLINE.matcher(html).find(), page + " has inline script or style");
                assertFalse(html.contains("{msg:") || html.contains("NOT_FOUND"), page);
                assertEquals(1, html.split("<h1", -1).length - 1, page + " has one headline");
                assertTrue(html.startsWith("<!doctype html>\n<html lang=\"" + language + "\">"), page);
            }
        }
    }

    private UUID start(String headline) {
        return drafting.start(author, Copy.draft(headline), null, null).article();
    }

    private UUID live(String headline) {
        UUID id = start(headline);
        reviewing.submit(author, id, 1, Proposal.PLAIN);
        reviewing.approve(reviewer, id, 1, null);
        return id;
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).cookie("qalam-form", TOKEN)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("form-token", TOKEN);
    }

    private HttpResponse<String> post(String path, @Nullable String type) throws IOException, InterruptedException {
        return post(path, type, "form-token=" + TOKEN);
    }

    private HttpResponse<String> post(String path, @Nullable String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "qalam-form=" + TOKEN);
        if (type == null) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As it stands, not as a polite client would write it. */
    private HttpResponse<String> raw(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
