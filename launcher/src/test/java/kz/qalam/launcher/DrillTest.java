package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

/**
 * The drill: a working house is backed up and lost, another is restored from the backup and compared; then it loses one thing
 * after another that it needs, and comes back by itself. One restored house serves all of it.
 */
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillTest {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    /** For how long the database is away, in seconds: {@code -Dqalam.drill.seconds=60}; two minutes at most, for a token's sake. */
    private static final long AWAY = Long.getLong("qalam.drill.seconds", 60);
    /** Whatever was lost, all is as before so soon after it is there again. */
    private static final Duration RECOVERED = Duration.ofSeconds(60);
    /** What no log may ever say. */
    private static final String DRAFT = "Жасырынжобасөзі";

    private static final House LOST = House.shared();
    private static final List<String> TOKENS = new ArrayList<>();
    /** A token is good for minutes: one for each person and house, so that Keycloak may be away meanwhile. */
    private static final Map<String, Token> PEOPLE = new TreeMap<>();
    private static House house;
    private static Path folder;
    private static Map<String, String> tables;
    private static Bucket bucket;
    private static String live;
    private static String planned;
    private static Instant due;
    private static String secret;

    private static String rows(String table) {
        return Objects.requireNonNull(tables(LOST).get(table)).split(" ")[0];
    }

    @BeforeAll
    static void backUpAndRestore() throws Exception {
        LOST.waitUntilUp();
        folder = Files.createTempDirectory("qalam-drill");
        folder.toFile().deleteOnExit();
        String photograph = json(bring(LOST, picture(1, "jpg"))).path("id").asText();
        String drawing = json(bring(LOST, picture(2, "png"))).path("id").asText();
        live = approved(LOST, copy("Оқырман оқып отырған мақала", photograph, drawing), null);
        House.waitFor("the story to be live", () -> path(LOST, live).startsWith("/"));
        secret = approved(LOST, "Сот алдыртатын мақала " + DRAFT, null);
        House.waitFor("the other story to be live", () -> path(LOST, secret).startsWith("/"));
        House.waitFor("every receipt", () -> rows("site.delivery").equals(rows("newsroom.release")));
        due = Instant.now().plusSeconds(90);
        planned = approved(LOST, "Кейінге жоспарланған мақала", due);
        // The relay follows, the seals are written: quiet, so that the two can be compared row by row.
        House.waitFor("quiet", () -> tables(LOST).equals(after(Duration.ofSeconds(1), () -> tables(LOST))));
        tables = tables(LOST);
        House.Answer backup = LOST.run("backup", folder.resolve("drill.qalam").toString());
        assertEquals(0, backup.exit(), backup.out() + backup.err());
        Map<String, String> still = tables(LOST);
        assertTrue(Instant.now().isBefore(due), "backed up before the time of what is planned");
        assertEquals(tables, still, "nothing was written meanwhile");

        Map<String, String> more = new TreeMap<>(Map.of("QALAM_DEMO_STORIES", "none", "QALAM_LOG_JSON", "true"));
        // The house that was lost kept pictures in a folder; this one has a bucket that was filled from it
        house = new House(more);
        bucket = new Bucket(house.data().resolve("pictures"));
        Path small = smallDisk();
        if (small != null) {
            more.put("QALAM_SITE_FOLDER", small.resolve("site").toString());
        }
        house.set(bucket.environment());
        house.set(more);
        House.Answer restored = house.run("restore", folder.resolve("drill.qalam").toString(), "--data",
                house.data().toString());
        assertEquals(0, restored.exit(), restored.out() + restored.err());
        house.start();
        house.waitUntilUp();
    }

    @AfterAll
    static void tidy() throws IOException {
        if (house != null) {
            house.close();
        }
        if (bucket != null) {
            bucket.close();
        }
        Path small = folder.resolve("small");
        if (Files.isDirectory(small)) {
            run("umount", small.toString());
        }
        Trees.delete(folder);
    }

    // ------------------------------------------------------------------------------------------ the backup

    @Test
    @Order(1)
    void theBackupIsForItsOwnerAlone() throws IOException {
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("drill.qalam"))));
        House.Answer again = LOST.run("backup", folder.resolve("drill.qalam").toString());
        assertEquals(1, again.exit());
        assertTrue(again.err().contains("бар файлдың үстіне жазылмайды"), again.err());
    }

    @Test
    @Order(1)
    void whatIsWrittenDuringABackupDoesNotTearIt() throws Exception {
        String story = started(LOST, "Көшірме кезінде жазылып жатқан");
        AtomicBoolean end = new AtomicBoolean();
        AtomicInteger saved = new AtomicInteger(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!end.get()) {
                int number = saved.get();
                if (put(LOST, story, number, "Көшірме кезінде жазылып жатқан " + number) == 200) {
                    saved.incrementAndGet();
                }
            }
        });
        int before = saved.get();
        House.Answer backup = LOST.run("backup", folder.resolve("busy.qalam").toString());
        end.set(true);
        writer.get();
        assertEquals(0, backup.exit(), backup.out() + backup.err());
        long kept = 0;
        try (BackupReader read = BackupReader.open(folder.resolve("busy.qalam"))) {
            String revisions = new String(
                    read.member("newsroom/newsroom.revision.copy").readAllBytes(), StandardCharsets.UTF_8);
            kept = revisions.lines().filter(line -> line.startsWith(story)).count();
            String trail = new String(read.member("newsroom/newsroom.trail.copy").readAllBytes(),
                    StandardCharsets.UTF_8);
            assertEquals(kept, trail.lines().filter(line -> line.contains(story) && line.contains("digest")).count(),
                    "each revision with its entry in the trail: one moment for all tables");
        }
        assertTrue(kept >= before && kept <= saved.get(), before + " ≤ " + kept + " ≤ " + saved);
    }

    @Test
    @Order(1)
    void aDamagedOneIsRefusedBeforeAnythingIsWritten() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("drill.qalam"));
        bytes[bytes.length / 3] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.qalam"), bytes);
        Path data = folder.resolve("never");
        House.Answer refused = house.run("restore", damaged.toString(), "--data", data.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("сақтық көшірмесі бүлінген"), refused.err());
        assertFalse(Files.exists(data));
        House.Answer full = house.run("restore", folder.resolve("drill.qalam").toString(), "--data",
                house.data().toString());
        assertEquals(1, full.exit());
        assertTrue(full.err().contains("бумасы бос емес"), full.err());
        House.Answer besideRunning = house.run("restore", folder.resolve("drill.qalam").toString(), "--data",
                data.toString());
        assertEquals(1, besideRunning.exit());
        assertTrue(besideRunning.err().contains("QALAM_DB_PORT"), besideRunning.err());
        assertFalse(Files.exists(data), "the folder can be used once the port is free");
    }

    /** Whole as a file, and with one byte of one picture that is another. */
    @Test
    @Order(1)
    void aPictureDamagedInTheBackupIsRefused() throws IOException {
        Path damaged = folder.resolve("picture.qalam");
        String which = "";
        try (ZipFile whole = new ZipFile(folder.resolve("drill.qalam").toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                byte[] bytes = whole.getInputStream(entry).readAllBytes();
                if (which.isEmpty() && entry.getName().startsWith("pictures/originals/")) {
                    which = entry.getName();
                    bytes[bytes.length / 2] ^= 1;
                }
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(bytes);
            }
        }
        assertFalse(which.isEmpty(), "the backup holds pictures");
        Path data = folder.resolve("never");
        House.Answer refused = house.run("restore", damaged.toString(), "--data", data.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("сақтық көшірмесі бүлінген") && refused.err().contains(which), refused.err());
        assertFalse(Files.exists(data));
    }

    @Test
    @Order(1)
    void verifyAndBackupMissAPictureThatIsGone() throws IOException {
        Path original;
        try (Stream<Path> kept = Files.walk(LOST.data().resolve("pictures/originals"))) {
            original = kept.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Path aside = folder.resolve("aside");
        Files.move(original, aside);
        House.Answer missing = LOST.run("verify");
        House.Answer refused = LOST.run("backup", folder.resolve("lacking.qalam").toString());
        boolean made = Files.exists(folder.resolve("lacking.qalam"));
        House.Answer lacking = LOST.run("backup", folder.resolve("lacking.qalam").toString(), "--incomplete");
        Files.writeString(original, "бөтен");
        House.Answer other = LOST.run("verify");
        Files.move(aside, original, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains(original.getFileName().toString()) && !made, refused.err());
        assertEquals(0, lacking.exit(), lacking.err());
        assertTrue(lacking.err().contains("кейбір суреттің түпнұсқасы табылмады"), lacking.err());
        assertEquals(1, missing.exit());
        assertTrue(missing.out().contains("Сурет файлы жоқ: " + original), missing.out());
        assertEquals(1, other.exit());
        assertTrue(other.out().contains("Сурет файлы бүлінген: " + original), other.out());
    }

    // ------------------------------------------------------------------------------------------ the restored house

    @Test
    @Order(4)
    void picturesComeBack() throws IOException {
        Path lost = LOST.data().resolve("pictures");
        int files = 0;
        try (Stream<Path> kept = Files.walk(lost)) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                assertEquals(-1, Files.mismatch(file, house.data().resolve("pictures").resolve(lost.relativize(file))),
                        file.toString());
                files++;
            }
        }
        assertTrue(files > 8, files + " files of two pictures");
        String page = site(house, path(house, live)).body();
        for (String shown : shown(page)) {
            assertEquals(site(LOST, shown).body(), site(house, shown).body(), shown);
        }
        assertTrue(shown(page).size() > 3, page);
    }

    @Test
    @Order(2)
    void whatIsRestoredIsWhatWasLost() throws Exception {
        Map<String, String> restored = tables(house);
        // What a restore itself writes: that it is held, and the entry that says so.
        assertEquals(tables, restored);
        assertEquals(Files.readString(LOST.data().resolve("secrets/cookie-key")),
                Files.readString(house.data().resolve("secrets/cookie-key")));
        assertEquals(grants(LOST), grants(house));
        JsonNode story = json(house, "author", "GET", "/articles/" + live, "");
        assertEquals(json(LOST, "author", "GET", "/articles/" + live, "").path("copy"), story.path("copy"));
    }

    @Test
    @Order(3)
    void itPublishesNothingUntilTold() throws Exception {
        assertTrue(house.said().contains("./qalam resume"), house.said());
        House.Answer status = house.run("status");
        assertEquals(0, status.exit());
        assertEquals(4, status.out().lines().count());
        assertTrue(status.err().contains("ештеңе жарияланбайды"), status.err());

        House.waitFor("its time", () -> Instant.now().isAfter(due.plusSeconds(2)));
        House.waitFor("the lost house to release it", () -> path(LOST, planned).startsWith("/"));
        assertEquals("", path(house, planned));
        String path = path(LOST, planned);
        assertEquals(503, site(house, path).statusCode());
        HttpResponse<String> closed = site(house, path(house, live));
        assertEquals(503, closed.statusCode(), "it may have been withdrawn since the backup");
        assertEquals("300", closed.headers().firstValue("Retry-After").orElse(""));
        assertTrue(closed.body().contains("Сайт қалпына келтіріліп жатыр"), closed.body());
        assertEquals(503, site(house, "/").statusCode());
        House.Answer verified = house.run("verify");
        assertEquals(0, verified.exit(), verified.out() + verified.err());

        House.Answer resumed = house.run("resume");
        assertEquals(0, resumed.exit(), resumed.err());
        House.waitFor("the planned story", () -> site(house, path).statusCode() == 200);
        House.waitFor("the site, from releases", () -> site(house, path(house, live)).statusCode() == 200);
        House.waitFor("every release to stand there", () -> house.run("verify").exit() == 0);
        House.waitFor("its readers to find it",
                () -> site(house, "/search?q=%D0%BE%D2%9B%D1%8B%D1%80%D0%BC%D0%B0%D0%BD")
                        .body().contains(path(house, live)));
        assertTrue(house.run("status").err().isBlank());
    }

    /** As from cron, which knows nothing of the shell that started the house. */
    @Test
    @Order(4)
    void aBackupKnowsWithWhatTheHouseWasStarted() {
        House.Answer backup = house.run(Map.of("QALAM_PICTURES_BUCKET", ""), "backup",
                folder.resolve("cron.qalam").toString());
        assertEquals(0, backup.exit(), backup.err());
        assertTrue(backup.err().contains("қоймада (S3)"), backup.err());
        House.Answer others = house.run(Map.of("QALAM_PICTURES_BUCKET", "basqa"), "backup",
                folder.resolve("others.qalam").toString());
        assertEquals(1, others.exit());
        assertTrue(others.err().contains("QALAM_PICTURES_BUCKET=basqa"), others.err());
    }

    @Test
    @Order(4)
    void aRedactedTextIsGoneEverywhere() throws Exception {
        String path = path(house, secret);
        House.Answer wrong = house.run("redact", secret, "--revisions", "7", "--reason", "Сот шешімі", "--by",
                "reviewer");
        assertEquals(1, wrong.exit());
        assertTrue(wrong.err().contains("ондай нұсқа жоқ"), wrong.err());
        String noted = "select count(*) from pg_stats where schemaname = 'newsroom' and (most_common_vals::text like '%"
                + DRAFT + "%' or histogram_bounds::text like '%" + DRAFT
                + "%')";
        try (Connection owner = owner(house); Statement statement = owner.createStatement()) {
            statement.execute("analyze newsroom.article");
            assertTrue(Integer.parseInt(one(statement, noted)) > 0, "its headline is there");
        }
        House.Answer redacted = house.run("redact", secret, "--revisions", "all", "--reason",
                "Алматы қалалық сотының шешімі № 1", "--by", "reviewer", "--notice", "Мақала сот шешімімен алынды.");
        assertEquals(0, redacted.exit(), redacted.err());
        assertTrue(redacted.out().contains("/-/cards/" + secret) && redacted.out().contains("/latn" + path),
                "what caches are to drop: " + redacted.out());
        House.waitFor("410", () -> site(house, path).statusCode() == 410);
        assertTrue(site(house, path).body().contains("Мақала сот шешімімен алынды."));
        try (Connection owner = owner(house); Statement statement = owner.createStatement()) {
            assertEquals("0", one(statement, noted), "and none of it is in what the planner notes");
        }

        JsonNode tombstone = json(house, "author", "GET", "/articles/" + secret + "/revisions/1", "");
        assertEquals("Алматы қалалық сотының шешімі № 1", tombstone.path("redaction").path("ordered").asText());
        assertTrue(tombstone.path("copy").isMissingNode());
        assertEquals(64, tombstone.path("digest").asText().length());
        assertEquals(409, api(house, "author", "GET", "/articles/" + secret + "/revisions/2/changes?since=1", "",
                Map.of()).statusCode());
        assertEquals(409, api(house, "author", "PUT", "/articles/" + secret + "/copy",
                copy("Сот алдыртатын мақала " + DRAFT), Map.of("If-Match", "\"2\"")).statusCode());
        House.Answer verified = house.run("verify");
        assertEquals(0, verified.exit(), verified.out());
        assertTrue(verified.out().contains("Заң бойынша алынған: " + secret + " 1 sha256:"), verified.out());

        House.waitFor("every page to be without it", () -> !contains(siteFolder(), DRAFT));
        try (Connection owner = owner(house); Statement statement = owner.createStatement()) {
            for (String table : tables.keySet()) {
                assertEquals("0", one(statement, "select count(*) from " + table + " t where t::text like '%" + DRAFT
                        + "%' or t::text like '%" + hex(DRAFT) + "%'"), table);
            }
            for (String table : List.of("revision", "review", "approval", "edition", "release", "imported", "article",
                    "working_text", "note", "stet", "expiry", "story_words", "text_sketch", "live_mark",
                    "picture_use")) {
                assertEquals("t", one(statement, "select last_vacuum is not null from pg_stat_user_tables "
                        + "where schemaname = 'newsroom' and relname = '" + table + "'"),
                        "its dead rows are gone: " + table);
            }
        }
    }

    // ------------------------------------------------------------------------------------------ faults

    @Test
    @Order(5)
    void aLostDatabaseCostsNothingThatWasConfirmed() throws Exception {
        // Keycloak will have no database either
        PEOPLE.clear();
        String story = started(house, "Дерекқор жоғалғанда " + DRAFT);
        String path = path(house, live);
        assertEquals(200, put(house, story, 1, "Дерекқор жоғалғанда екінші " + DRAFT));
        Path program = house.data().resolve("parts/postgres-" + Versions.POSTGRES + "/bin/postgres");
        Path hidden = program.resolveSibling("postgres.hidden");
        Files.move(program, hidden);
        try {
            house.kill(House.POSTGRESQL);
            House.waitFor("readiness to be red", () -> health(house, "ready") == 503);
            assertEquals(200, health(house, "live"), "a process without its database is no dead process");
            assertTrue(metrics("QALAM_NEWSROOM_MANAGEMENT_PORT").contains("qalam_database_up 0.0"));
            long end = System.nanoTime() + Duration.ofSeconds(AWAY).toNanos();
            while (System.nanoTime() < end) {
                int status = put(house, story, 2, "Жоғалған дерекқорға " + DRAFT);
                assertEquals(503, status, "no save is confirmed that was not written");
                assertEquals(200, site(house, path).statusCode(), "readers notice nothing");
            }
        } finally {
            Files.move(hidden, program);
        }
        recovers("a save", () -> put(house, story, 2, "Қайтып келген дерекқорға") == 200);
        recovers("readiness", () -> health(house, "ready") == 200);
        recovers("log-in without a session", DrillTest::letsIn);
        assertEquals(3, json(house, "author", "GET", "/articles/" + story, "").path("revision").asInt());
        recovers("publishing", () -> metrics("QALAM_SITE_MANAGEMENT_PORT").contains("qalam_site_database_up 1.0"));
    }

    /** Neither dead nor answering: stopped in the middle of whatever it was at. */
    @Test
    @Order(5)
    void aSilentDatabaseHangsNobody() throws Exception {
        PEOPLE.clear();
        String story = started(house, "Дерекқор үнсіз қалғанда");
        String path = path(house, live);
        assertEquals(200, put(house, story, 1, "Дерекқор үнсіз қалғанда, екінші"));
        String token = token(house, "author");
        ProcessHandle postgres = ProcessHandle.of(house.footprint(House.POSTGRESQL).pid()).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(postgres), postgres.descendants()).toList();
        signal("STOP", all);
        try {
            for (int i = 0; i < 3; i++) {
                long asked = System.nanoTime();
                HttpResponse<String> refused = send(HttpRequest
                        .newBuilder(URI.create(house.newsroomUrl() + "/api/v1/articles/" + story + "/copy"))
                        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                        .header("If-Match", "\"2\"").PUT(BodyPublishers.ofString(copy("Үнсіз дерекқорға"))),
                        Duration.ofSeconds(90));
                assertEquals(503, refused.statusCode(), "no save is confirmed that was not written");
                System.out.printf("drill: a save of a silent database was refused after %.1f s%n",
                        (System.nanoTime() - asked) / 1e9);
                assertEquals(200, site(house, path).statusCode(), "readers notice nothing");
            }
        } finally {
            signal("CONT", all);
        }
        recovers("log-in after silence", DrillTest::letsIn);
        recovers("a save after silence", () -> put(house, story, 2, "Қайта жауап берген дерекқорға") == 200);
        recovers("readiness after silence", () -> health(house, "ready") == 200);
        assertEquals(3, json(house, "author", "GET", "/articles/" + story, "").path("revision").asInt());
        recovers("publishing after silence",
                () -> metrics("QALAM_SITE_MANAGEMENT_PORT").contains("qalam_site_database_up 1.0"));
    }

    /** Whether Keycloak gives someone a token who has none. */
    private static boolean letsIn() {
        try {
            return !Token.ofDemo(house.keycloakUrl() + "/realms/qalam-demo", "editor").get().isEmpty();
        } catch (Trouble refused) {
            return false;
        }
    }

    private static void signal(String which, List<ProcessHandle> all) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + which));
        all.forEach(one -> command.add(Long.toString(one.pid())));
        run(command.toArray(String[]::new));
    }

    @Test
    @Order(6)
    void aLostKeycloakLetsNobodyInWhoWasNotIn() throws Exception {
        String story = started(house, "Кіру сервері жоғалғанда");
        String good = token(house, "author");
        Footprint before = house.footprint(House.KEYCLOAK);
        long killed = System.nanoTime();
        house.kill(House.KEYCLOAK);
        House.waitFor("Keycloak to be gone", () -> !before.isAlive());
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        for (int i = 0; i < 5; i++) {
            assertEquals(401, call(house, forged, "GET", "/articles/" + story, "", Map.of()).statusCode());
            int status = call(house, good, "GET", "/articles/" + story, "", Map.of()).statusCode();
            assertTrue(status == 200 || status == 401 || status == 503,
                    "known or refused, never in between: " + status);
            assertEquals(200, site(house, path(house, live, good)).statusCode());
        }
        // How long it takes to start is its own affair
        house.waitUntilUp(House.KEYCLOAK);
        TOKENS.clear();
        recovers("log-in", () -> api(house, "author", "GET", "/articles/" + story, "", Map.of()).statusCode() == 200);
        System.out.printf("drill: nobody new came in for %.1f s, Keycloak's own start and all%n",
                (System.nanoTime() - killed) / 1e9);
    }

    @Test
    @Order(7)
    void aFullDiskUnderTheSiteStopsNoReader() throws Exception {
        assumeTrue(Files.isDirectory(folder.resolve("small")), "mounting a small disk needs root");
        String path = path(house, live);
        // beside the site: what nobody released does not stay within it
        Path ballast = folder.resolve("small").resolve("ballast");
        fill(ballast);
        String story = approved(house, "Диск толғанда шыққан мақала", null);
        House.waitFor("the release", () -> path(house, story).startsWith("/"));
        for (int i = 0; i < 10; i++) {
            assertEquals(200, site(house, path).statusCode(), "what stands is served");
            assertEquals(404, site(house, path(house, story)).statusCode(), "and nothing by halves");
            Thread.sleep(100);
        }
        Files.delete(ballast);
        recovers("the page", () -> site(house, path(house, story)).statusCode() == 200);
    }

    @Test
    @Order(7)
    void storageThatRefusesOrDawdlesHoldsUpNothingButItsPictures() throws Exception {
        String readable = path(house, live);
        String seen = shown(site(house, readable).body()).get(0);
        for (Bucket.Mood bad : List.of(Bucket.Mood.REFUSING, Bucket.Mood.SLOW)) {
            String picture = json(bring(house, picture(10 + bad.ordinal(), "png"))).path("id").asText();
            String draft = started(house, "Қойма жоқта жазылған " + bad);
            bucket.feels(bad);
            byte[] another = picture(20 + bad.ordinal(), "jpg");
            CompletableFuture<HttpResponse<String>> brought = CompletableFuture
                    .supplyAsync(() -> bring(house, another));
            String story = approved(house, copy("Суреті күткен мақала " + bad, picture, picture), null);
            House.waitFor("the release", () -> path(house, story).startsWith("/"));
            String other = approved(house, "Суретсіз мақала " + bad, null);
            recovers("a story without a picture, while storage is " + bad, () -> path(house, other).startsWith("/")
                    && site(house, path(house, other)).statusCode() == 200);
            assertEquals(200, put(house, draft, 1, "Қойма жоқта сақталған " + bad));
            assertEquals(404, site(house, path(house, story)).statusCode(), "nothing by halves");
            assertEquals(200, site(house, readable).statusCode());
            assertEquals(200, site(house, seen).statusCode(), "what stands is served");
            if (bad == Bucket.Mood.REFUSING) {
                assertEquals(503, brought.get().statusCode(), "nothing is said to be kept");
            }
            bucket.feels(Bucket.Mood.WELL);
            recovers("a story with a picture, after storage was " + bad,
                    () -> site(house, path(house, story)).statusCode() == 200);
            List<String> files = shown(site(house, path(house, story)).body());
            assertTrue(files.size() > 1);
            for (String file : files) {
                assertEquals(200, site(house, file).statusCode(), file);
            }
            if (brought.get().statusCode() / 100 == 2) {
                assertEquals(200, api(house, "author", "GET", "/pictures/" + json(brought.get()).path("id").asText()
                        + "/versions/1/renditions/320", "", Map.of()).statusCode(), "what was acknowledged is there");
            }
            assertEquals(2, bring(house, another).statusCode() / 100);
        }
    }

    @Test
    @Order(7)
    void aKilledSiteHasCountedThoseWhoReadBefore() throws Exception {
        String path = path(house, live);
        for (int i = 0; i < 40; i++) {
            assertEquals(200, send(HttpRequest.newBuilder(URI.create(house.siteUrl() + path))
                    .header("User-Agent", "Mozilla/5.0 Chrome/140.0 reader " + i)).statusCode());
        }
        assertTimeout(Duration.ofSeconds(10), () -> House.waitFor("the count", () -> views(path).equals("40")));
        Footprint before = house.footprint(House.SITE);
        house.kill(House.SITE);
        House.waitFor("the site to be gone", () -> !before.isAlive());
        assertEquals("40", views(path));
        house.waitUntilUp(House.SITE);
        recovers("the site", () -> site(house, path).statusCode() == 200);
        assertEquals("40", views(path));
    }

    private static String views(String path) {
        try (Connection owner = owner(house); Statement statement = owner.createStatement()) {
            return one(statement, "select coalesce(sum(views), 0) from site.reading where path = '" + path + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // ------------------------------------------------------------------------------------------ what is told

    @Test
    @Order(8)
    void thoseWhoWatchAreToldInNumbers() throws IOException {
        String newsroom = metrics("QALAM_NEWSROOM_MANAGEMENT_PORT");
        for (String name : List.of("qalam_release_overdue_seconds", "qalam_release_failing",
                "qalam_delivery_oldest_seconds", "qalam_seal_age_seconds", "qalam_house_held", "qalam_frozen",
                "qalam_database_up",
                "qalam_disk_free_bytes", "agroal_awaiting_count", "http_server_requests_seconds_count")) {
            assertTrue(newsroom.contains("\n" + name), name);
        }
        String site = metrics("QALAM_SITE_MANAGEMENT_PORT");
        for (String name : List.of("qalam_site_database_up", "qalam_site_writing", "qalam_site_position",
                "qalam_site_waiting", "qalam_disk_free_bytes", "agroal_awaiting_count")) {
            assertTrue(site.contains("\n" + name), name);
        }
        // An alarm over a number that nobody tells would never ring
        Set<String> watched = Pattern.compile("\\bqalam_[a-z_]+")
                .matcher(Files.readString(House.checkout().resolve("docs/prometheus/qalam-rules.yml"))).results()
                .map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(watched.size() > 8, watched.toString());
        for (String name : watched) {
            boolean ofSite = name.startsWith("qalam_site_");
            assertTrue(ofSite || newsroom.contains("\n" + name), name);
            assertTrue((ofSite || name.startsWith("qalam_disk_")) == site.contains("\n" + name), name);
        }
        assertEquals(404, site(house, "/metrics").statusCode(), "readers are not");
        assertFalse(newsroom.contains(DRAFT));
    }

    @Test
    @Order(9)
    void noLogHoldsADraftASecretOrAToken() throws IOException {
        List<String> never = new ArrayList<>(List.of(DRAFT, hex(DRAFT)));
        try (Stream<Path> secrets = Files.list(house.data().resolve("secrets"))) {
            for (Path file : secrets.toList()) {
                never.add(Files.readString(file).strip());
            }
        }
        TOKENS.forEach(token -> never.add(token.substring(token.lastIndexOf('.') + 1)));
        assertTrue(TOKENS.size() > 0);
        for (House one : List.of(LOST, house)) {
            try (Stream<Path> logs = Files.list(one.data().resolve("logs"))) {
                for (Path log : logs.toList()) {
                    String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
                    for (String word : never) {
                        assertFalse(said.contains(word), log + " says " + word.substring(0, 6) + "…");
                    }
                }
            }
        }
        String newsroom = Files.readString(house.data().resolve("logs/newsroom.log"));
        assertTrue(newsroom.lines().filter(line -> line.startsWith("{")).count() > 3, "JSON, a line an event");
    }

    @Test
    @Order(10)
    void aPictureIsTakenOutOfItsHouse() throws Exception {
        byte[] bytes = picture(30, "png");
        String picture = json(bring(LOST, bytes)).path("id").asText();
        String story = approved(LOST, copy("Сурет алынатын мақала", picture, picture), null);
        House.waitFor("the story to be live", () -> path(LOST, story).startsWith("/"));
        Path original = LOST.data().resolve("pictures/originals/" + place(bytes));
        assertTrue(Files.exists(original));
        House.Answer shown = LOST.run("redact-picture", picture, "--reason", "Сот шешімі № 2", "--by", "reviewer");
        assertEquals(1, shown.exit());
        assertTrue(shown.err().contains(story) && Files.exists(original), shown.err());

        api(LOST, "publisher", "POST", "/articles/" + story + "/withdrawal", "{\"reason\":\"сот\"}", Map.of());
        House.Answer redacted = LOST.run("redact-picture", picture, "--reason", "Сот шешімі № 2", "--by", "reviewer");
        assertEquals(0, redacted.exit(), redacted.err());
        assertTrue(redacted.out().contains("/-/media/"), redacted.out());
        assertFalse(Files.exists(original));
        assertEquals(422, bring(LOST, bytes).statusCode());
        assertEquals(404, api(LOST, "author", "GET", "/pictures/" + picture, "", Map.of()).statusCode());
        House.Answer verified = LOST.run("verify");
        assertTrue(verified.out().contains(picture + " sha256:") && !verified.out().contains(original.toString()),
                verified.out());
    }

    /** Whoever verifies looks at hundreds of thousands of addresses while people go on working. */
    @Test
    @Order(10)
    void whatChangesDuringALookAtTheSiteIsNoFinding() throws Exception {
        String story = approved(LOST, "Тексеру кезінде қайтарылған мақала", null);
        House.waitFor("the story to be live", () -> path(LOST, story).startsWith("/")
                && site(LOST, path(LOST, story)).statusCode() == 200);
        String path = path(LOST, story);
        String kept = approved(LOST, "Тексеру кезінде тұрған мақала", null);
        House.waitFor("the other story to be live", () -> path(LOST, kept).startsWith("/")
                && site(LOST, path(LOST, kept)).statusCode() == 200);
        String lost = path(LOST, kept);
        AtomicBoolean asked = new AtomicBoolean();
        HttpServer between = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        between.createContext("/", exchange -> {
            String address = exchange.getRequestURI().getPath();
            if (address.equals(path) && asked.compareAndSet(false, true)) {
                api(LOST, "publisher", "POST", "/articles/" + story + "/withdrawal", "{\"reason\":\"қате\"}", Map.of());
                House.waitFor("410", () -> site(LOST, path).statusCode() == 410);
            }
            HttpResponse<String> answer = site(LOST, address);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(address.equals(lost) ? 404 : answer.statusCode(),
                    body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        between.start();
        try (Connection newsroom = LOST.database(Settings.Role.NEWSROOM)) {
            Instance instance = Instance.read(DataFolder.at(LOST.data())).orElseThrow();
            Instance seen = new Instance(instance.data(), instance.launcher(), instance.since(), instance.demo(), true,
                    instance.realmUrl(), instance.newsroomHere(),
                    List.of(new Instance.Member(House.SITE, "", "http://127.0.0.1:" + between.getAddress().getPort()
                            + "/q/health/ready", true)));
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
            assertEquals(1, Verify.absentFromSite(newsroom, seen, new Voice(Words.in(Map.of()), out, out, false)),
                    told.toString(StandardCharsets.UTF_8));
            assertEquals("Сайтта жоқ: " + lost + " 404", told.toString(StandardCharsets.UTF_8).strip());
            assertTrue(asked.get());
        } finally {
            between.stop(0);
        }
    }

    private static String place(byte[] bytes) throws NoSuchAlgorithmException {
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return digest.substring(0, 2) + "/" + digest;
    }

    // ------------------------------------------------------------------------------------------ stories

    private static String copy(String headline) {
        return Json.object().put("headline", headline).put("language", "kk").toString();
    }

    private static String started(House at, String headline) {
        return begun(at, copy(headline));
    }

    private static String begun(House at, String copy) {
        return json(at, "author", "POST", "/articles", "{\"copy\":" + copy + "}").path("id").asText();
    }

    private static String copy(String headline, String main, String within) {
        String shown = "{\"id\":\"%s\",\"version\":1,\"caption\":\"Көрініс\"}";
        return """
                {"headline":"%s","language":"kk","picture":%s,"body":{"type":"doc","content":[{"type":"image","attrs":%s}]}}"""
                .formatted(headline, shown.formatted(main), shown.formatted(within));
    }

    /** A real picture, like no other. */
    private static byte[] picture(int shade, String kind) {
        BufferedImage drawn = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < drawn.getWidth(); x++) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                drawn.setRGB(x, y, new Color(x * 255 / 900, y * 255 / 600, shade * 8).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, kind, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<String> bring(House at, byte[] picture) {
        return send(HttpRequest.newBuilder(URI.create(at.newsroomUrl() + "/api/v1/pictures"))
                .header("Authorization", "Bearer " + token(at, "author")).header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(picture)), Duration.ofSeconds(60));
    }

    /** The files of pictures that a page shows. */
    private static List<String> shown(String page) {
        return Pattern.compile("/-/media/[0-9a-f]{32}\\.(webp|jpg)").matcher(page).results().map(MatchResult::group)
                .distinct().toList();
    }

    private static String approved(House at, String headline, Instant from) {
        String story = headline.startsWith("{") ? begun(at, headline) : started(at, headline);
        String when = from == null ? "{}" : "{\"from\":\"" + from + "\"}";
        json(at, "author", "PUT", "/articles/" + story + "/submission", when);
        json(at, "reviewer", "POST", "/articles/" + story + "/approval", "{\"revision\":1,\"note\":\"Жарайды\"}");
        return story;
    }

    private static int put(House at, String story, int expected, String headline) {
        return api(at, "author", "PUT", "/articles/" + story + "/copy", copy(headline),
                Map.of("If-Match", "\"" + expected + "\"")).statusCode();
    }

    private static String path(House at, String story) {
        return path(at, story, token(at, "author"));
    }

    private static String path(House at, String story, String token) {
        return read(call(at, token, "GET", "/articles/" + story, "", Map.of())).path("live").path("path").asText();
    }

    private static HttpResponse<String> site(House at, String path) {
        return send(HttpRequest.newBuilder(URI.create(at.siteUrl() + path)));
    }

    private static int health(House at, String which) {
        return send(HttpRequest.newBuilder(URI.create(at.newsroomUrl() + "/q/health/" + which))).statusCode();
    }

    private static String metrics(String port) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.variable(port) + "/metrics"))).body();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return read(answer);
    }

    private static JsonNode json(House at, String user, String method, String path, String body) {
        HttpResponse<String> answer = api(at, user, method, path, body, Map.of());
        assertEquals(2, answer.statusCode() / 100, path + ": " + answer.body());
        return read(answer);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> api(House at, String user, String method, String path, String body,
            Map<String, String> headers) {
        return call(at, token(at, user), method, path, body, headers);
    }

    private static HttpResponse<String> call(House at, String token, String method, String path, String body,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at.newsroomUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Duration patience) {
        try {
            return HTTP.send(request.timeout(patience).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(House at, String user) {
        String token = PEOPLE.computeIfAbsent(at.keycloakUrl() + user,
                key -> Token.ofDemo(at.keycloakUrl() + "/realms/qalam-demo", user)).get();
        if (!TOKENS.contains(token)) {
            TOKENS.add(token);
        }
        return token;
    }

    // ------------------------------------------------------------------------------------------ the databases

    private static Connection owner(House at) throws SQLException {
        return DriverManager.getConnection(at.databaseUrl(), "qalam_owner", at.secrets().of("qalam_owner"));
    }

    /** Each table's rows, as one digest. What a house writes by the clock, and what says that it is held, is left out. */
    private static Map<String, String> tables(House at) {
        Map<String, String> digests = new TreeMap<>();
        try (Connection owner = owner(at); Statement statement = owner.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname in ('newsroom', 'site') and tablename not in ('house', 'target')""")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                String where = switch (name) {
                    case "newsroom.trail" -> " where act not like 'house.%'";
                    // Of what a court had taken out the words go at once; those of the empty text come with the next start
                    case "newsroom.story_words" -> " where article not in (select article from newsroom.redaction)";
                    default -> "";
                };
                // An edition that the held house tries in vain notes that it did.
                String rows = name.equals("newsroom.edition")
                        ? "(t.id, t.article, t.number, t.approval, t.revision, t.digest, t.kind, t.notice, t.reason, t.slug, t.from_at, t.state)"
                        // And a page that waited for its pictures is receipted once more.
                        : name.equals("site.delivery") ? "(t.id, t.release, t.receiver)" : "t";
                digests.put(name, one(statement, "select count(*) || ' ' || coalesce(md5(string_agg(md5(" + rows
                        + "::text), '' order by md5(" + rows + "::text))), '') from " + name + " t" + where));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }

    /** Who may do what with which table, function and schema, and who may come in. */
    private static String grants(House at) throws SQLException {
        try (Connection owner = owner(at); Statement statement = owner.createStatement()) {
            return one(statement,
                    """
                            select string_agg(what, E'\\n' order by what) from (
                              select c.oid::regclass || ' ' || coalesce(c.relacl::text, '') || coalesce((select string_agg(a.attname || a.attacl::text, ',' order by a.attname)
                                from pg_attribute a where a.attrelid = c.oid and a.attacl is not null), '') as what
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('newsroom', 'site') and c.relkind in ('r', 'v', 'S')
                              union all select p.oid::regprocedure || ' ' || coalesce(p.proacl::text, '') || p.prosecdef from pg_proc p
                                join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('newsroom', 'site')
                              union all select n.nspname || ' ' || coalesce(n.nspacl::text, '') from pg_namespace n where n.nspname in ('newsroom', 'site', 'public')
                              union all select datname || ' ' || coalesce(datacl::text, '') from pg_database where datname like 'qalam%'
                              union all select rolname || rolcanlogin || rolsuper || rolcreatedb || rolcreaterole || coalesce(rolconfig::text, '')
                                from pg_roles where rolname like 'qalam%') all_of_it""");
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append(String.format("%02x", one));
        }
        return hex.toString();
    }

    // ------------------------------------------------------------------------------------------ disks and time

    private static Path siteFolder() {
        Path small = folder.resolve("small");
        return Files.isDirectory(small) ? small.resolve("site") : house.data().resolve("site");
    }

    /** A disk so small that a test can fill it; null where none can be mounted. */
    private static Path smallDisk() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        if (Unprivileged.weAreRoot()
                && run("mount", "-t", "tmpfs", "-o", "size=96m,mode=755", "tmpfs", small.toString()) == 0) {
            return small;
        }
        Files.delete(small);
        return null;
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space"), full.toString());
        }
    }

    private static boolean contains(Path tree, String word) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(word)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException moved) {
            return true;
        }
    }

    private static void recovers(String what, BooleanSupplier come) {
        long since = System.nanoTime();
        House.waitFor(what, come);
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        System.out.printf("drill: %s came back after %.1f s%n", what, took.toMillis() / 1e3);
        assertTrue(took.compareTo(RECOVERED) <= 0, what + " came back after " + took);
    }

    private static <T> T after(Duration pause, Supplier<T> then) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return then.get();
    }
}
