package kz.qalam.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.language.script.Exceptions;
import kz.qalam.core.media.Picturing;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.review.Noting;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.style.ExceptionLexicon;
import kz.qalam.core.style.HouseRules;
import kz.qalam.core.tag.Tagging;

/**
 * Who may see and do what on pages: every page that the application has × who asks × whose story × which desk × how it stands.
 * The expectations are the rows of docs/access.csv that begin with «page:», written by hand.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PageAccessTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String PREFIX = "page:";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Whose story, at which desk, how it stands. */
    private static final List<List<String>> SCENES = List.of(List.of("own", "same", "DRAFT"),
            List.of("other", "same", "DRAFT"), List.of("other", "other", "DRAFT"), List.of("other", "same", "PLANNED"),
            List.of("other", "same", "LIVE"));

    @Inject
    Staff staff;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Noting noting;

    @Inject
    Freezing freezing;

    @Inject
    Tagging tagging;

    @Inject
    HouseRules rules;

    @Inject
    ExceptionLexicon lexicon;

    @Inject
    Picturing picturing;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<String> failures = new ArrayList<>();
    private Actor admin;
    private int words;
    private Desk elsewhere;

    /** A page: what is asked, where. */
    record Page(String method, String path) {

        String name() {
            return PREFIX + method + " " + path;
        }

        boolean isAboutAStory() {
            return path.startsWith("/stories/{id}");
        }
    }

    record Row(int line, List<String> cells) {

        boolean fits(String... asked) {
            for (int i = 0; i < asked.length; i++) {
                if (!cells.get(i).equals("*") && !cells.get(i).equals(PREFIX + "*")
                        && !cells.get(i).equals(asked[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/access.csv"));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PREFIX)) {
                List<String> cells = List.of(lines.get(i).strip().split(","));
                assertEquals(6, cells.size(), "line " + (i + 1));
                rows.add(new Row(i + 1, cells));
            }
        }
        return rows;
    }

    /** Read off the classes that were compiled, so that no page is forgotten. */
    private static List<Page> pages() throws IOException {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("kz/qalam/admin"))) {
            return files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> {
                try {
                    String name = classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                    return pages(Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }).sorted((a, b) -> a.name().compareTo(b.name())).toList();
        }
    }

    private static Stream<Page> pages(Class<?> room) {
        jakarta.ws.rs.Path root = room.getAnnotation(jakarta.ws.rs.Path.class);
        return root == null
                ? Stream.of()
                : Arrays.stream(room.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class)
                                || method.isAnnotationPresent(POST.class))
                        .map(method -> {
                            jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
                            return new Page(method.isAnnotationPresent(GET.class) ? "GET" : "POST",
                                    ("/" + root.value() + (own == null ? "" : "/" + own.value())).replaceAll("/+", "/")
                                            .replaceFirst("(?<=.)/$", ""));
                        });
    }

    @Test
    void everyPageHasAnExpectationAndEveryExpectationAPage() throws IOException {
        Set<String> there = new TreeSet<>(pages().stream().map(Page::name).toList());
        Set<String> expected = new TreeSet<>(rows().stream().map(row -> row.cells().get(0))
                .filter(name -> !name.equals(PREFIX + "*")).toList());
        assertEquals(expected, there);
    }

    @Test
    @TestSecurity(user = "page-author", roles = "author")
    void authors() throws Exception {
        hold("author", Role.AUTHOR);
    }

    @Test
    @TestSecurity(user = "page-editor", roles = "editor")
    void editors() throws Exception {
        hold("editor", Role.EDITOR);
    }

    @Test
    @TestSecurity(user = "page-reviewer", roles = "reviewer")
    void reviewers() throws Exception {
        hold("reviewer", Role.REVIEWER);
    }

    @Test
    @TestSecurity(user = "page-publisher", roles = "publisher")
    void publishers() throws Exception {
        hold("publisher", Role.PUBLISHER);
    }

    @Test
    @TestSecurity(user = "page-admin", roles = "admin")
    void admins() throws Exception {
        hold("admin", Role.ADMIN);
    }

    @Test
    @TestSecurity(user = "page-nobody")
    void whoHasNoRole() throws Exception {
        hold("nobody");
    }

    @Test
    void strangers() throws Exception {
        hold("stranger");
    }

    private void hold(String who, Role... roles) throws Exception {
        admin = staff.enter("page-helper", "page-helper", "Көмекші", Set.of(Role.ADMIN));
        elsewhere = new Desk(UUID.randomUUID(), "page-" + who, "Басқа " + who, Desk.PublishingRule.ON_APPROVAL,
                List.of("headline"));
        staff.establish(admin, elsewhere);
        Actor asker = who.equals("stranger")
                ? null
                : staff.enter("page-" + who, "page-" + who, "Сұраушы " + who, Set.of(roles));
        List<Row> rows = rows();
        List<Page> pages = pages();
        for (Page page : pages) {
            if (!page.isAboutAStory()) {
                ask(rows, page, page.path(), who, "-", "*", "-");
            }
        }
        for (List<String> scene : SCENES) {
            if ((scene.get(0).equals("own") && !who.equals("author"))
                    || (who.equals("stranger") && !scene.get(2).equals("LIVE"))) {
                continue;
            }
            UUID story = null;
            for (Page page : pages.stream().filter(Page::isAboutAStory).toList()) {
                story = story == null ? story(asker, scene) : story;
                int status = ask(rows, page, page.path().replace("{id}", story.toString()), who, scene.get(0),
                        scene.get(1), scene.get(2));
                if (status < 400 && page.method().equals("POST")) {
                    story = null;
                }
            }
        }
        assertTrue(failures.isEmpty(), () -> failures.size() + " are not as docs/access.csv says:\n"
                + String.join("\n", failures));
    }

    private UUID story(Actor asker, List<String> scene) {
        Desk here = scene.get(1).equals("same") ? staff.desks().get(0) : elsewhere;
        Actor writer = scene.get(0).equals("own") && asker != null ? asker : at(here, "writer", Role.AUTHOR);
        Actor judge = at(here, "judge", Role.REVIEWER);
        UUID story = drafting.start(writer, Copy.draft("Мақала " + UUID.randomUUID()), here.id(), null).article();
        String state = scene.get(2);
        if (!state.equals("DRAFT")) {
            Instant from = state.equals("PLANNED") ? Instant.now().plus(Duration.ofDays(1)) : null;
            reviewing.submit(writer, story, null, new Proposal(null, null, from));
            if (!state.equals("IN_REVIEW")) {
                reviewing.approve(judge, story, 1, null);
            }
        }
        return story;
    }

    private Actor at(Desk desk, String name, Role role) {
        String called = "page-" + name + "-" + desk.slug();
        Actor person = staff.enter(called, called, "Адам", Set.of());
        staff.appoint(admin, person.person(), desk.id(), role);
        return staff.enter(called, called, "Адам", Set.of());
    }

    /** Asks for a page as it is asked for by its own form; returns the status. */
    private int ask(List<Row> rows, Page page, String path, String who, String story, String desk, String state)
            throws IOException, InterruptedException {
        String where = String.join(",", page.name(), who, story, desk, state);
        Row row = rows.stream().filter(each -> each.fits(page.name(), who, story, desk, state)).findFirst()
                .orElse(null);
        int status = answer(page, path);
        if (row == null) {
            failures.add(where + ": no row; answered " + status);
            return status;
        }
        // «open»: they are let in, whether what they ask makes sense just now, or Keycloak is there, or not
        String got = status < 400 || Set.of(409, 422, 503).contains(status) ? "open" : Integer.toString(status);
        if (!row.cells().get(5).equals(got)) {
            failures.add("%s: line %d says %s, answered %d".formatted(where, row.line(), row.cells().get(5), status));
        }
        return status;
    }

    private int answer(Page page, String path) throws IOException, InterruptedException {
        if (page.method().equals("GET")) {
            return status(asking(filled(path)).GET());
        }
        if (path.equals("/pictures")) {
            return status(asking(path).header("Content-Type", "multipart/form-data; boundary=" + TOKEN)
                    .POST(BodyPublishers.ofByteArrays(List.of(
                            ("--" + TOKEN + "\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n" + TOKEN
                                    + "\r\n--"
                                    + TOKEN
                                    + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n"
                                    + "Content-Type: image/jpeg\r\n\r\n").getBytes(UTF_8),
                            Photos.jpeg(330, 220, 60_000), ("\r\n--" + TOKEN + "--\r\n").getBytes(UTF_8)))));
        }
        if (List.of("/lexicon/approval", "/lexicon/return", "/lexicon/restoration").contains(path)
                && lexicon.newest().number() == 0) {
            lexicon.write(admin, 0, List.of(new Exceptions.Entry("байден", "Biden", null, false)));
        }
        Map<String, String> form = new HashMap<>(FORM);
        form.put("form-token", TOKEN);
        form.put("window", UUID.randomUUID().toString());
        form.put("request", UUID.randomUUID().toString());
        if (path.startsWith("/staff")) {
            form.put("desk", staff.desks().get(0).id().toString());
        }
        form.put("name", "Атау " + UUID.randomUUID());
        form.put("username", "u-" + UUID.randomUUID().toString().substring(0, 8));
        form.put("slug", "s" + UUID.randomUUID().toString().substring(0, 8));
        int status = status(asking(filled(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(joining("&")))));
        if (path.equals("/publication/freeze")) {
            freezing.unfreeze(admin);
        }
        return status;
    }

    /** By Java's own client: there are more than a thousand requests, and a richer one takes longer than the pages. */
    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + encoded(path)))
                .header("Cookie", "qalam-form=" + TOKEN);
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1)).map(part -> URLEncoder.encode(part, UTF_8)).collect(joining("/"));
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** What forms send, all at once: each page takes its own. */
    private static final Map<String, String> FORM = Map.ofEntries(Map.entry("copy", copy()),
            Map.entry("headline", "Тақырып"), Map.entry("expected", "1"), Map.entry("base", "1"),
            Map.entry("revision", "1"), Map.entry("counter", "1"),
            Map.entry("reason", "Себебі бар"), Map.entry("remark", "Түзетіңіз"),
            Map.entry("note", "Ескертпе"), Map.entry("said", "Қараңыз"), Map.entry("word", "хайп"),
            Map.entry("passages", "[]"), Map.entry("role", "AUTHOR"), Map.entry("into", "Жоқ тег"),
            Map.entry("act", "TAG"), Map.entry("text", "тег"), Map.entry("lang", "kk"), Map.entry("kazakh", "Ғылым"),
            Map.entry("russian", "Наука"), Map.entry("english", "Science"), Map.entry("to", "1"),
            Map.entry("unsaved", "false"),
            Map.entry("version", "1"), Map.entry("instead", "тәртіп"), Map.entry("stem", "байден"),
            Map.entry("latin", "Biden"), Map.entry("query", ""));

    private static String copy() {
        return Copy.draft("Тақырып").json().toString();
    }

    /** With what there is to be named. */
    private String filled(String path) {
        String filled = path;
        if (filled.contains("{tag}")) {
            filled = filled.replace("{tag}", tagging.start(admin, "Тег " + UUID.randomUUID()).toString());
        }
        if (filled.contains("{word}")) {
            String word = "ереже" + "абвгдежзик".charAt(++words % 10) + "абвгдежзик".charAt(words / 10 % 10);
            rules.propose(admin, word, "қағида", "Бізде осылай");
            filled = filled.replace("{word}", word);
        }
        if (filled.contains("{note}")) {
            filled = filled.replace("{note}", note(UUID.fromString(filled.split("/")[2])));
        }
        if (filled.startsWith("/pictures/{id}")) {
            Actor owner = at(staff.desks().get(0), "owner", Role.AUTHOR);
            UUID picture = picturing
                    .take(owner, Photos.jpeg(330, 220, 50_000), "a.jpg", staff.desks().get(0).id()).picture();
            filled = filled.replace("{id}", picture.toString()).replace("{version}", "1").replace("{width}", "320");
        }
        if (filled.startsWith("/staff/{id}")) {
            String called = "page-staff-" + UUID.randomUUID();
            filled = filled.replace("{id}", staff.enter(called, called, "Адам", Set.of()).person().toString());
        }
        filled = filled.replace("{slug}", "alem");
        if (filled.equals("/desks/{id}/closure")) {
            filled = filled.replace("{id}", staff.desks().get(0).id().toString());
        }
        // What is not let stand can be marked again as well
        return filled.replace("{id}", UUID.randomUUID().toString()).replace("{window}", UUID.randomUUID().toString())
                .replace("{stet}", UUID.randomUUID().toString());
    }

    private String note(UUID story) {
        Predicate<Desk> isHere = desk -> {
            try {
                noting.write(at(desk, "judge", Role.REVIEWER), story, 1, null, null, null, "Қараңыз");
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
        Desk desk = Stream.of(staff.desks().get(0), elsewhere).filter(isHere).findFirst().orElseThrow();
        return noting.write(at(desk, "judge", Role.REVIEWER), story, 1, null, null, null, "Қараңыз тағы").id()
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
