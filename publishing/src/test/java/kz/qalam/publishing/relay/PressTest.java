package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Related;
import kz.qalam.core.language.Slug;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Card;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.target.Fence;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Printed;
import kz.qalam.publishing.target.TargetFailed;

/**
 * The press is killed, raced and robbed, and the folder comes right all the same. Each test begins with a paper of nothing, in a
 * house of its own: whole sites are printed dozens of times, and what others had published would be in all of them.
 */
@QuarkusTest
@QuarkusTestResource(value = SiteUnderTest.class, restrictToAnnotatedClass = true)
class PressTest {
    private static final Site SITE = new Site("QALAM.KZ", "https://qalam.example");
    private static final Duration TERM = Duration.ofMinutes(10);
    private static final Pattern STORY = Pattern
            .compile("(?:/latn|/arab)?(?<!/archive)/2\\d{3}/\\d\\d/\\d\\d/[a-z0-9-]+/");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    Archive archive;

    @Inject
    Deliveries deliveries;

    @Inject
    Targets targets;

    @TempDir
    Path place;

    private Newsroom newsroom;

    @BeforeEach
    void open() throws SQLException {
        // As nobody may, who is not a test: no trigger asks
        try (var superuser = DriverManager.getConnection(url, "postgres", "");
                var statement = superuser.createStatement()) {
            statement.execute(
                    """
                            set session_replication_role = replica;
                            truncate newsroom.article, newsroom.standing, newsroom.seat, newsroom.tag, newsroom.lexicon_version,
                              site.topic, site.delivery, site.reading cascade""");
        }
        newsroom = new Newsroom(url);
    }

    @AfterEach
    void close() throws SQLException {
        newsroom.close();
    }

    /** Stops the press dead, as a kill would: nothing that catches an ordinary fault catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Lease lease(String target) {
        return Objects.requireNonNull(
                Lease.take(targets, target, UUID.randomUUID().toString(), TERM, System::nanoTime, null));
    }

    private Press press(Path folder, Lease lease, Fence fence) {
        return new Press(archive, deliveries, Folder.open(folder, () -> {
            lease.pass();
            fence.pass();
        }, file -> {}), lease, SITE, new Assets(), Clock.systemUTC(), 0);
    }

    /** Prints all there is, under a name of its own, and leaves. */
    private long print(Path folder, String target) {
        var lease = lease(target);
        var press = press(folder, lease, () -> {});
        finish(press);
        lease.leave();
        return press.position();
    }

    private static void finish(Press press) {
        while (press.turn() || press.isReading()) {
            continue;
        }
    }

    /** A target that has come so far. */
    private Lease leaseAt(String target, long position) {
        var first = lease(target);
        first.advance(position);
        first.leave();
        return lease(target);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        // What is only kept for a while is no part of the comparison.
        var leaving = new HashSet<String>();
        if (Files.exists(folder.resolve(".qalam/manifest"))) {
            Files.readAllLines(folder.resolve(".qalam/manifest")).stream().filter(line -> line.startsWith("~ "))
                    .map(line -> line.split(" ")).forEach(words -> {
                        if (words[2].equals("-")) {
                            leaving.remove(words[1]);
                        } else {
                            leaving.add(words[1]);
                        }
                    });
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString();
                if (!path.startsWith(".qalam") && !leaving.contains("/" + path)) {
                    files.put(path, new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
        }
        return files;
    }

    private static void same(Path expected, Path actual) throws IOException {
        var wanted = files(expected);
        var found = files(actual);
        assertEquals(wanted.keySet(), found.keySet());
        wanted.forEach((path, bytes) -> assertEquals(bytes, found.get(path), path));
    }

    /** What happens in a newsroom's hour, in an order that tries every dependency between pages. */
    private List<Step> hour() throws SQLException {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            ids.add(newsroom.publish(Copies.library(), (long) i * 100));
        }
        var first = Copies.library();
        var second = Copies.library();
        return List.of(() -> ids.add(newsroom.publish(first)),
                () -> ids.add(newsroom.publish(second
                        .withBody(List.of(new Paragraph("Мәтін."), new Related(List.of(ids.get(0), ids.get(5))))))),
                () -> newsroom.change(ids.get(5), first.withHeadline("Атауы өзгерді"), "CORRECTION",
                        "Атауы түзетілді."),
                () -> newsroom.withdraw(ids.get(2), "Алынды."),
                () -> newsroom.change(ids.get(6), second.withSection("sport"), "SILENT_FIX", null),
                () -> newsroom.publish(Copies.library().withSection(null)),
                () -> newsroom.change(ids.get(2), Copies.library(), "UPDATE", null),
                () -> newsroom.withdraw(ids.get(0), null),
                () -> newsroom.publish(Copies.library().withSection("sport")));
    }

    private static List<String> cards(Path folder, UUID story) throws IOException {
        return files(folder).keySet().stream().filter(path -> ("/" + path).startsWith(Card.prefix(story))).toList();
    }

    @Test
    void aCardThatWaitsGoesWithItsStory() throws Exception {
        var folder = place.resolve("cards");
        var lease = lease("cards");
        var press = press(folder, lease, () -> {});
        finish(press);
        var first = newsroom.publish(Copies.library());
        var second = newsroom.publish(Copies.library());
        // One turn: the pages stand, what can wait has hardly begun
        press.turn();
        assertTrue(Files.exists(folder.resolve(newsroom.path(second).substring(1) + "index.html")));
        assertEquals(List.of(), cards(folder, second));
        newsroom.withdraw(second, null);
        finish(press);
        assertEquals(1, cards(folder, first).size());
        assertEquals(List.of(), cards(folder, second), "its headline is nowhere, not even as a picture");
        lease.leave();
    }

    @Test
    void aCardThatWasNotDrawnBeforeAnEndIsDrawnAfterItAndNoPagePrintedForIt() throws Exception {
        var folder = place.resolve("cardless");
        var lease = lease("cardless");
        var press = press(folder, lease, () -> {});
        finish(press);
        var story = newsroom.publish(Copies.library());
        press.turn();
        assertEquals(List.of(), cards(folder, story));
        var page = folder.resolve(newsroom.path(story).substring(1) + "index.html");
        var printed = Files.getAttribute(page, "unix:ino");
        // What waited in the process is gone with it
        lease.leave();
        var again = lease("cardless");
        var next = press(folder, again, () -> {});
        next.turn();
        assertEquals(0, next.waiting());
        finish(next);
        assertEquals(1, cards(folder, story).size());
        assertTrue(Files.readString(page).contains(cards(folder, story).get(0)));
        assertEquals(printed, Files.getAttribute(page, "unix:ino"), "the page was not printed again");
        again.leave();
    }

    @Test
    void aWithdrawnHeadlineLeavesTheFeedsOfOtherLists() throws Exception {
        var named = newsroom.publish(Copies.named("Алынатын тақырып").withTags(List.of("бірінші фид")));
        var naming = Copies.library().withTags(List.of("екінші фид"))
                .withBody(List.of(new Paragraph("Мәтін."), new Related(List.of(named))));
        newsroom.publish(naming);
        // So that it is not among the newest, whose pages change in any case
        for (int i = 0; i < 6; i++) {
            newsroom.publish(Copies.library());
        }
        var folder = place.resolve("feeds");
        var lease = lease("feeds");
        var press = press(folder, lease, () -> {});
        finish(press);
        assertTrue(Files.readString(folder.resolve("feed.xml")).contains("Алынатын тақырып"));
        assertFalse(Files.readString(folder.resolve("tag/ekinshi-fid/feed.xml")).contains("Алынатын тақырып"),
                "the feed of a list tells headlines and leads of its own");

        newsroom.withdraw(named, null);
        finish(press);
        lease.leave();
        for (var one : files(folder).entrySet()) {
            if (one.getKey().endsWith(".xml") || one.getKey().endsWith(".json")) {
                assertFalse(new String(one.getValue().getBytes(ISO_8859_1), UTF_8).contains("Алынатын тақырып"),
                        one.getKey());
            }
        }
        print(place.resolve("feeds-anew"), "feeds-anew");
        same(place.resolve("feeds-anew"), folder);
    }

    /** Whatever the machine speaks, wherever it stands, whatever order things came in. */
    @Test
    void randomActsGiveTheBytesOfAFreshSite() throws Exception {
        var random = new Random(20261125);
        var grown = place.resolve("grown");
        var lease = lease("grown");
        var press = press(grown, lease, () -> {});
        finish(press);
        var live = new ArrayList<UUID>();
        for (int i = 0; i < ACTS; i++) {
            act(random, live);
            if (random.nextInt(3) > 0) {
                finish(press);
            }
        }
        finish(press);
        lease.leave();

        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            print(place.resolve("fresh"), "fresh");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        same(place.resolve("fresh"), grown);
    }

    @Test
    void aNewSpellingReachesTheStoriesThatItTouchesAndNoOther() throws Exception {
        var touched = newsroom.publish(Copies.named("Зүмбілдікке сапар").withTags(List.of("Зүмбіл елі")));
        var names = newsroom.publish(Copies.library().withBody(List.of(new Related(List.of(touched)))));
        var older = newsroom.publish(Copies.library().withSection("sport"));
        for (int i = 0; i < 6; i++) {
            newsroom.publish(Copies.library().withSection("sport"));
        }
        var gone = newsroom.publish(Copies.library().withSection("alem"));
        newsroom.withdraw(gone, "Зүмбіл туралы қате айтылған.");
        var grown = place.resolve("spelt");
        var lease = lease("spelt");
        var press = press(grown, lease, () -> {});
        finish(press);
        var before = files(grown);
        var at = latin(touched);
        assertTrue(Files.readString(grown.resolve(at)).contains("Zümbıldıkke sapar"));

        newsroom.spell("зүмбіл", "Zumbil", "زۋمبيل");
        // Killed in the middle of it, the next one begins again
        for (int i = 0; i < 3; i++) {
            press.turn();
        }
        var next = press(grown, lease, () -> {});
        next.resume(press.position());
        finish(next);
        assertTrue(Files.readString(grown.resolve(at)).contains("Zumbildıkke sapar"));
        assertTrue(Files.readString(grown.resolve("arab" + at.substring(4))).contains("زۋمبيلدىككە"));
        assertTrue(Files.readString(grown.resolve(latin(names))).contains("Zumbildıkke"));
        var after = files(grown);
        assertEquals(before.get(latin(older)), after.get(latin(older)));
        assertEquals(before.get(at.substring(5)), after.get(at.substring(5)), "what is Cyrillic stays");
        lease.leave();
        print(place.resolve("spelt-anew"), "spelt-anew");
        same(place.resolve("spelt-anew"), grown);

        newsroom.spell("", "", "");
        print(grown, "spelt");
        assertEquals(before, files(grown));
    }

    @Test
    void whatIsTurnedBackHalfWayLeavesNoTrace() throws Exception {
        UUID last = null;
        for (int i = 0; i < 30; i++) {
            last = newsroom.publish(Copies.named("Зүмбілдікке сапар " + i));
        }
        var at = latin(Objects.requireNonNull(last));
        var folder = place.resolve("turned");
        var lease = lease("turned");
        var press = press(folder, lease, () -> {});
        finish(press);
        var before = files(folder);

        newsroom.turnSections();
        press.turn();
        assertFalse(before.equals(files(folder)), "something stands in the other order");
        newsroom.turnSections();
        finish(press);
        assertEquals(before, files(folder));

        newsroom.spell("зүмбіл", "Zumbil", "زۋمبيل");
        while (!Files.readString(folder.resolve(at)).contains("Zumbil")) {
            assertTrue(press.turn());
        }
        newsroom.spell("", "", "");
        finish(press);
        assertEquals(before, files(folder));
        lease.leave();
    }

    /** Readers are led only to what stands, at every step; and what has grown is what would be printed anew. */
    @Test
    void aSiteFollowsItsSectionsWithoutAGap() throws Exception {
        newsroom.section("bir", "Бір");
        newsroom.section("eki", "Екі");
        newsroom.section("ush", "Үш");
        newsroom.publish(Copies.library().withSection("bir"));
        var between = newsroom.publish(Copies.library().withSection("eki"));
        newsroom.publish(Copies.library().withSection("ush"));
        var folder = place.resolve("sections");
        var lease = lease("sections");
        var press = press(folder, lease, () -> ledOnlyToWhatStands(folder));
        finish(press);
        newsroom.mergeSections("bir", "eki");
        newsroom.closeSection("ush", true);
        finish(press);
        assertTrue(Files.readString(folder.resolve(".qalam/redirects.map")).contains("/bir/ /eki/;"));
        assertFalse(Files.exists(folder.resolve("bir/index.html")));
        newsroom.change(between, Copies.library().withSection("eki").withLead("Басқаша."), "UPDATE", null);
        newsroom.moveSection("eki", "tort");
        newsroom.closeSection("ush", false);
        finish(press);
        lease.leave();
        print(place.resolve("sections-anew"), "sections-anew");
        same(place.resolve("sections-anew"), folder);
        var map = Path.of(".qalam/redirects.map");
        assertEquals(Files.readString(place.resolve("sections-anew").resolve(map)),
                Files.readString(folder.resolve(map)));
    }

    private static void ledOnlyToWhatStands(Path folder) {
        try {
            var map = folder.resolve(".qalam/redirects.map");
            if (Files.exists(map)) {
                for (var line : Files.readAllLines(map)) {
                    var to = line.substring(line.indexOf(' ') + 1, line.length() - 1);
                    if (to.matches("/(?:latn/|arab/)?(?:eki|tort)/.*")) {
                        assertTrue(Files.exists(folder.resolve(
                                to.substring(1) + (to.endsWith("/") ? "index.html" : ""))), line);
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The disk is full, or the lease lapsed, now and then; the press goes on as the relay has it do. */
    private void printInSpiteOfFaults(Path folder, String target) {
        var random = new Random(20261127);
        var left = new AtomicLong(3);
        var faults = 0;
        var lease = lease(target);
        var press = press(folder, lease, () -> {
            if (left.decrementAndGet() == 0) {
                left.set(1 + random.nextInt(250));
                throw random.nextBoolean() ? new TargetFailed("full") : new LeaseLost();
            }
        });
        for (var more = true; more;) {
            try {
                more = press.turn() || press.isReading();
            } catch (TargetFailed | LeaseLost e) {
                faults++;
                assertTrue(lease.held(), "none of ours: the lease itself lapsed");
            }
        }
        lease.leave();
        assertTrue(faults > 1, faults + " faults");
    }

    @Test
    void nothingIsLostOfAReprintThatMeetsFaults() throws Exception {
        // More stories, and more pages of lists, than are printed in one slice
        for (int i = 0; i < 27; i++) {
            newsroom.publish(Copies.named("Зүмбілдікке сапар " + i).withTags(List.of("Зүмбілдің тегі " + i)));
        }
        var folder = place.resolve("faulty");
        print(folder, "faulty");
        newsroom.turnSections();
        printInSpiteOfFaults(folder, "faulty");
        print(place.resolve("turned-anew"), "turned-anew");
        same(place.resolve("turned-anew"), folder);

        newsroom.spell("зүмбіл", "Zumbil", "زۋمبيل");
        printInSpiteOfFaults(folder, "faulty");
        print(place.resolve("spelt-in-spite"), "spelt-in-spite");
        same(place.resolve("spelt-in-spite"), folder);

        newsroom.spell("", "", "");
        newsroom.turnSections();
        for (var page : files(folder).keySet().stream().filter(path -> path.startsWith("2")).toList()) {
            Files.delete(folder.resolve(page));
        }
        printInSpiteOfFaults(folder, "faulty");
        print(place.resolve("robbed-anew"), "robbed-anew");
        same(place.resolve("robbed-anew"), folder);
    }

    /** A folder of yesterday, put back under a target that has come further. */
    @Test
    void aMendThatIsKilledBringsItsListsAfterwards() throws Exception {
        var stories = new ArrayList<UUID>();
        for (int i = 0; i < 27; i++) {
            stories.add(newsroom.publish(Copies.named("Шалқардағы көл " + i).withTags(List.of("Шалқар тегі " + i))));
        }
        var before = place.resolve("yesterday");
        print(before, "yesterday");
        for (int i = 0; i < stories.size(); i++) {
            newsroom.change(stories.get(i),
                    Copies.named("Шалқардағы теңіз " + i).withTags(List.of("Шалқар тегі " + i)), "UPDATE", null);
        }
        var after = place.resolve("today");
        var position = print(after, "today");
        for (int n = 50, killed = 1; killed > 0; n += 70) {
            var folder = place.resolve("put-back");
            copy(before, folder);
            var lease = leaseAt("put-back-" + n, position);
            var left = new AtomicLong(n);
            var press = press(folder, lease, () -> {
                if (left.getAndDecrement() == 0) {
                    throw new Killed();
                }
            });
            killed = 0;
            try {
                finish(press);
            } catch (Killed e) {
                killed = n;
            }
            lease.leave();
            print(folder, "put-back-" + n);
            same(after, folder);
            SiteUnderTest.remove(folder);
            assertTrue(killed > 0 || n > 200, "only " + n + " steps");
        }
    }

    private String latin(UUID story) throws SQLException {
        return "latn" + newsroom.path(story) + "index.html";
    }

    private static final int ACTS = 60;

    @Test
    void aSiteIsBuiltAnewBesideTheStandingOneAndTakesItsPlace() throws Exception {
        var first = newsroom.publish(Copies.library());
        var folder = place.resolve("rebuilt");
        var lease = lease("rebuilt");
        var press = press(folder, lease, () -> {});
        finish(press);

        Files.writeString(folder.resolve(".qalam/rebuild"), "check");
        finish(press);
        assertEquals("differences 0", Files.readAllLines(folder.resolve(".qalam/rebuilt")).get(2));

        var page = folder.resolve(Objects.requireNonNull(newsroom.path(first)).substring(1) + "index.html");
        var whole = Files.readString(page);
        Files.writeString(page, "бөтен");
        Files.writeString(folder.resolve(".qalam/rebuild"), "check");
        finish(press);
        assertEquals(List.of("differences 1", "differs " + newsroom.path(first) + "index.html"),
                Files.readAllLines(folder.resolve(".qalam/rebuilt")).subList(2, 4));

        Files.writeString(folder.resolve(".qalam/rebuild"), "swap");
        assertTrue(press.turn());
        var second = newsroom.publish(Copies.library());
        var gone = newsroom.publish(Copies.library());
        newsroom.withdraw(gone, null);
        assertThrows(Press.Replaced.class, () -> finish(press));
        assertEquals(whole, Files.readString(page));
        // The site that stood there before goes beside other work
        Reader.until("the old one is gone", () -> beside("rebuilt").size() == 1);
        assertEquals(List.of(folder), beside("rebuilt"));
        var next = press(folder, lease, () -> {});
        next.resume(press.position());
        finish(next);
        for (var story : List.of(second, gone)) {
            var path = Objects.requireNonNull(newsroom.path(story)).substring(1);
            assertEquals(story.equals(second), Files.exists(folder.resolve(path + "index.html")));
        }
        lease.leave();
        print(place.resolve("anew"), "anew");
        same(place.resolve("anew"), folder);
    }

    @Test
    void aNewSiteThatCouldNotBeWrittenIsGivenUpAndBegunAnewOnce() throws Exception {
        var folder = place.resolve("full");
        var lease = lease("full");
        var press = press(folder, lease, () -> {});
        finish(press);
        var asked = folder.resolve(".qalam/rebuild");
        var fresh = place.resolve(".full.new");
        Files.writeString(asked, "swap");
        for (var next : List.of("swap again", "")) {
            assertTrue(press.turn());
            var story = newsroom.publish(Copies.library());
            var page = Objects.requireNonNull(newsroom.path(story)).substring(1) + "index.html";
            Files.createDirectories(fresh.resolve(page));
            assertThrows(TargetFailed.class, () -> finish(press));
            assertFalse(Files.exists(fresh), "its manifest vouches for what was not written");
            assertTrue(Files.exists(folder.resolve(page)));
            assertEquals(next, Files.exists(asked) ? Files.readString(asked) : "");
        }
        finish(press);
        Files.writeString(asked, "swap");
        assertThrows(Press.Replaced.class, () -> finish(press));
        var next = press(folder, lease, () -> {});
        next.resume(press.position());
        finish(next);
        lease.leave();
        print(place.resolve("full-anew"), "full-anew");
        same(place.resolve("full-anew"), folder);
    }

    /** What fills the disk may be the new site. */
    @Test
    void aNewSiteMakesRoomForWhatIsReleased() throws Exception {
        var folder = place.resolve("filled");
        var lease = lease("filled");
        var press = press(folder, lease, () -> {});
        finish(press);
        var asked = folder.resolve(".qalam/rebuild");
        Files.writeString(asked, "swap");
        assertTrue(press.turn());
        var story = newsroom.publish(Copies.library());
        var page = folder.resolve(Objects.requireNonNull(newsroom.path(story)).substring(1) + "index.html");
        Files.createDirectories(page);
        assertThrows(TargetFailed.class, press::turn);
        assertFalse(Files.exists(place.resolve(".filled.new")));
        assertEquals("swap again", Files.readString(asked));
        Files.delete(page);
        assertThrows(Press.Replaced.class, () -> finish(press));
        lease.leave();
        assertTrue(Files.isRegularFile(page));
    }

    @Test
    void aNewSiteThatCannotTakeARenamedTagIsGivenUp() throws Exception {
        newsroom.publish(Copies.library().withTags(List.of("Толған диск")));
        var folder = place.resolve("unwritten");
        var lease = lease("unwritten");
        var press = press(folder, lease, () -> {});
        finish(press);
        Files.writeString(folder.resolve(".qalam/rebuild"), "swap");
        assertTrue(press.turn());
        // A folder in which nobody, not even root, begins another
        Files.createSymbolicLink(place.resolve(".unwritten.new/tag"), Path.of("/proc"));
        newsroom.renameTag("Толған диск", "Босаған диск");
        // What the hands could not write is told with the next piece of work, whosever it is
        assertThrows(TargetFailed.class, () -> finish(press));
        assertThrows(Press.Replaced.class, () -> finish(press));
        lease.leave();
        assertTrue(Files.exists(folder.resolve("tag/bosagan-disk/index.html")));
    }

    @Test
    void aNewSiteWhoseLeaseIsLostIsLeftToWhoeverHasItNow() throws Exception {
        var folder = place.resolve("lapsing");
        var lapsed = new AtomicBoolean();
        var lease = lease("lapsing");
        var press = press(folder, lease, () -> {
            if (lapsed.get()) {
                throw new LeaseLost();
            }
        });
        finish(press);
        var asked = folder.resolve(".qalam/rebuild");
        Files.writeString(asked, "swap");
        assertTrue(press.turn());
        lapsed.set(true);
        assertThrows(LeaseLost.class, press::turn);
        lapsed.set(false);
        assertFalse(Files.exists(asked));
        assertTrue(Files.exists(place.resolve(".lapsing.new")));
        finish(press);
        lease.leave();
    }

    @Test
    void whatACourtTakesOutWhileASiteIsBuiltAnewIsNotInIt() throws Exception {
        var story = newsroom.publish(Copies.library());
        newsroom.withdraw(story, "Ескі хабарлама.");
        var path = Objects.requireNonNull(newsroom.path(story)).substring(1) + "index.410.html";
        var folder = place.resolve("said");
        var lease = lease("said");
        var press = press(folder, lease, () -> {});
        finish(press);
        Files.writeString(folder.resolve(".qalam/rebuild"), "swap");
        assertTrue(press.turn());
        // The newest come first
        assertTrue(press.turn());
        var fresh = place.resolve(".said.new").resolve(path);
        Reader.until("it is in the new site",
                () -> Files.exists(fresh) && Files.readString(fresh).contains("Ескі хабарлама."));
        try (var owner = owner()) {
            redact(owner, story, "Жаңа хабарлама.");
        }
        assertThrows(Press.Replaced.class, () -> finish(press));
        lease.leave();
        assertTrue(Files.readString(folder.resolve(path)).contains("Жаңа хабарлама."));
        for (var one : files(folder).entrySet()) {
            assertFalse(new String(one.getValue().getBytes(ISO_8859_1), UTF_8).contains("Ескі хабарлама."),
                    one.getKey());
        }
        print(place.resolve("said-anew"), "said-anew");
        same(place.resolve("said-anew"), folder);
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
    }

    private static void redact(Connection owner, UUID story, String notice) throws SQLException {
        try (var order = owner.prepareStatement("select newsroom.redact(?, null, 'Сот шешімі', 'Reviewer', ?)")) {
            order.setObject(1, story);
            order.setString(2, notice);
            order.execute();
        }
    }

    @Test
    void whatGoesOutAfterAnOutageIsDeliveredAtOnce() throws Exception {
        var folder = place.resolve("outage");
        var away = new AtomicBoolean();
        var lease = lease("outage");
        var press = press(folder, lease, () -> {
            if (away.get()) {
                throw new TargetFailed("away");
            }
        });
        finish(press);
        newsroom.publish(Copies.library());
        var release = newsroom.number("select max(number) from newsroom.release");
        away.set(true);
        for (int i = 0; i < 5; i++) {
            assertThrows(TargetFailed.class, press::turn);
        }
        away.set(false);
        finish(press);
        lease.leave();
        assertEquals(1, newsroom.number(
                "select count(*) from site.delivery where receiver = 'outage' and state = 'DELIVERED' and attempts = 6 and release = "
                        + release),
                "it went out once");
    }

    /** Its order was written before the press looked, and is in force only after that. */
    @Test
    void whatACourtTakesOutWhileItIsPrintedIsPrintedOnceMore() throws Exception {
        var story = newsroom.publish(Copies.library());
        newsroom.withdraw(story, "Ескі хабарлама.");
        var release = newsroom.number("select max(number) from newsroom.release");
        var notice = Objects.requireNonNull(newsroom.path(story)).substring(1) + "index.410.html";
        var folder = place.resolve("ordered");
        var lease = lease("ordered");
        var order = new AtomicReference<Connection>();
        var press = press(folder, lease, () -> commit(order.getAndSet(null)));
        finish(press);
        newsroom.resend(release, "ordered");
        try (var owner = owner()) {
            owner.setAutoCommit(false);
            redact(owner, story, "Жаңа хабарлама.");
            order.set(owner);
            press.turn();
            assertNull(order.get(), "it was printed");
        }
        assertEquals(1, newsroom.number(
                "select count(*) from site.delivery where receiver = 'ordered' and state = 'PENDING' and release = "
                        + release));
        finish(press);
        lease.leave();
        assertTrue(Files.readString(folder.resolve(notice)).contains("Жаңа хабарлама."));
    }

    /** A court's order does not wait the minutes that a fault does. */
    @Test
    void whatIsAskedForWhileItProvesUnprintableIsTriedAtOnce() throws Exception {
        newsroom.publish(Copies.library());
        var release = newsroom.number("select max(number) from newsroom.release");
        print(place.resolve("failing"), "failing");
        newsroom.resend(release, "failing");
        var tried = deliveries.open("failing", release, 9, Set.of());
        newsroom.resend(release, "failing");
        deliveries.failed("failing", Map.of(release, "ақау"), tried);
        deliveries.failed("failing", Map.of(release, "ақау"));
        var asked = deliveries.open("failing", release, 9, Set.of());
        assertEquals(List.of(release), asked.stream().map(Deliveries.Open::release).toList());
        assertFalse(asked.equals(tried), "it was asked for twice");
        deliveries.failed("failing", Map.of(release, "ақау"), asked);
        assertEquals(List.of(), deliveries.open("failing", release, 9, Set.of()));
    }

    private static void commit(@Nullable Connection order) {
        try {
            if (order != null) {
                order.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pages of before are still open, and in caches, whatever was printed when the new site came. */
    @Test
    void aSiteBuiltAnewInTheMidstOfAReprintKeepsWhatOlderPagesShow() throws Exception {
        for (int i = 0; i < 4; i++) {
            var tags = IntStream.range(i * 14, i * 14 + 14).mapToObj(number -> "Сақталатын тег " + number).toList();
            newsroom.publish(Copies.library().withTags(tags));
        }
        var live = newsroom.publish(Copies.library());
        var withdrawn = newsroom.publish(Copies.library());
        var folder = place.resolve("midst");
        print(folder, "midst");
        var before = cards(folder, live);
        assertEquals(1, cards(folder, withdrawn).size());
        var old = Folder.open(folder, () -> {}, file -> {});
        old.put(Printed.list("/-/assets/old.css", "a{}".repeat(200).getBytes(UTF_8), 1));
        old.press();
        old.seal();

        var lease = lease("midst");
        var press = new Press(archive, deliveries, Folder.open(folder, lease, file -> {}), lease,
                new Site("БАСҚА", "https://qalam.example"), new Assets());
        press.turn();
        assertTrue(press.waiting() > 0, "the reprint is not in its midst");
        newsroom.withdraw(withdrawn, null);
        Files.writeString(folder.resolve(".qalam/rebuild"), "swap");
        assertThrows(Press.Replaced.class, () -> finish(press));
        for (var kept : List.of("-/assets/old.css", before.get(0))) {
            assertTrue(Files.exists(folder.resolve(kept)), kept);
            assertFalse(files(folder).containsKey(kept), "it is not kept for ever");
        }
        assertEquals(1, cards(folder, live).size());
        try (var all = Files.list(folder.resolve("-/cards"))) {
            assertTrue(all.noneMatch(card -> card.getFileName().toString().startsWith(withdrawn.toString())));
        }
        lease.leave();
    }

    /** Reading all of a large site takes minutes. */
    @Test
    void aDamagedPageIsMendedAtOnceAndItsStoryLeavesNoList() throws Exception {
        var story = newsroom.publish(Copies.library());
        var folder = place.resolve("damaged");
        print(folder, "damaged");
        var path = Objects.requireNonNull(newsroom.path(story));
        var page = folder.resolve(path.substring(1) + "index.html");
        var whole = Files.readString(page);
        Files.writeString(page, "бөтен");
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().minusSeconds(3_600)));
        var lease = lease("damaged");
        var press = press(folder, lease, () -> {});
        // Stock is taken, and then the newest hundred files are read
        while (Files.readString(page).equals("бөтен")) {
            assertTrue(press.turn());
            assertTrue(press.waiting() > 0 || press.isReading(), "all is read");
            var other = newsroom.publish(Copies.library());
            press.turn();
            var feed = Files.readString(folder.resolve("feed.xml"));
            assertTrue(feed.contains(Objects.requireNonNull(newsroom.path(other))));
            assertTrue(feed.contains(path), "it has left the feed");
        }
        assertEquals(whole, Files.readString(page));
        assertTrue(press.isReading());
        finish(press);
        lease.leave();
        print(place.resolve("damaged-anew"), "damaged-anew");
        same(place.resolve("damaged-anew"), folder);
    }

    /** Reading all files of a large site takes minutes. */
    @Test
    void whatIsReleasedWhileASiteIsComparedDoesNotWaitForThat() throws Exception {
        // More files and folders than are looked at in one go
        for (var stand = newsroom.number("select count(*) from newsroom.standing"); stand < 160; stand++) {
            newsroom.publish(Copies.library());
        }
        var folder = place.resolve("compared");
        var lease = lease("compared");
        var press = press(folder, lease, () -> {});
        finish(press);
        Files.writeString(folder.resolve(".qalam/rebuild"), "check");
        var answer = folder.resolve(".qalam/rebuilt");
        var sign = place.resolve(".compared.new/.qalam/manifest");
        var comparing = 0;
        UUID released = null;
        while (!Files.exists(answer)) {
            var size = Files.exists(sign) ? Files.size(sign) : 0;
            if (size > 0) {
                Files.setLastModifiedTime(sign, FileTime.fromMillis(0));
            }
            if (comparing == 1 && released == null) {
                released = newsroom.publish(Copies.library());
            }
            assertTrue(press.turn());
            if (released != null) {
                assertTrue(Files.exists(
                        folder.resolve(Objects.requireNonNull(newsroom.path(released)).substring(1) + "index.html")));
            }
            // Nothing is added to what is printed, and yet whoever asked sees that someone is at work
            if (Files.exists(sign) && Files.size(sign) == size && Files.getLastModifiedTime(sign).toMillis() > 0) {
                comparing++;
            }
        }
        assertNotNull(released, "all was compared in one turn");
        var said = Files.readAllLines(answer);
        assertEquals("differences 0", String.join("\n", said.subList(2, said.size())));
        lease.leave();
    }

    /** As a full disk does, on which files can only be removed. */
    private static void fill(Path folder) throws IOException {
        Files.delete(folder.resolve(".qalam/tmp"));
        Files.createFile(folder.resolve(".qalam/tmp"));
    }

    private static void makeRoom(Path folder) throws IOException {
        Files.delete(folder.resolve(".qalam/tmp"));
        Files.createDirectory(folder.resolve(".qalam/tmp"));
    }

    private void nothingIsLeft(Path folder, UUID story) throws Exception {
        var path = Objects.requireNonNull(newsroom.path(story));
        for (var script : Script.values()) {
            assertFalse(Files.exists(folder.resolve((script.prefix() + path).substring(1) + "index.html")),
                    script.toString());
        }
        assertEquals(List.of(), cards(folder, story));
        for (var one : files(folder).entrySet()) {
            assertFalse(one.getKey().matches(".*(feed\\.xml|atom\\.xml|feed\\.json)") && one.getValue().contains(path),
                    one.getKey());
        }
    }

    @Test
    void whatIsWithdrawnLeavesAFullDiskAndItsNoticeFollows() throws Exception {
        var story = newsroom.publish(Copies.library().withTags(List.of("Орын жоқ")));
        var other = newsroom.publish(Copies.library());
        var folder = place.resolve("no-room");
        var lease = lease("no-room");
        var press = press(folder, lease, () -> {});
        finish(press);
        assertTrue(Files.readString(folder.resolve("feed.xml")).contains(Objects.requireNonNull(newsroom.path(story))));
        assertEquals(1, cards(folder, story).size());
        fill(folder);
        newsroom.withdraw(other, "Бірінші.");
        // More than go out under one update of the lists
        for (int i = 0; i < 51; i++) {
            newsroom.publish(Copies.library());
        }
        newsroom.withdraw(story, "Екінші.");
        assertThrows(TargetFailed.class, press::turn);
        nothingIsLeft(folder, other);
        nothingIsLeft(folder, story);

        makeRoom(folder);
        finish(press);
        for (var gone : List.of(other, story)) {
            for (var script : Script.values()) {
                assertTrue(Files.exists(
                        folder.resolve((script.prefix() + newsroom.path(gone)).substring(1) + "index.410.html")));
            }
        }
        lease.leave();
        print(place.resolve("no-room-anew"), "no-room-anew");
        same(place.resolve("no-room-anew"), folder);
    }

    @Test
    void whatIsWithdrawnLeavesAFullDiskWhereAllIsToBePrintedAnew() throws Exception {
        var story = newsroom.publish(Copies.library());
        var folder = place.resolve("no-room-at-first");
        print(folder, "no-room-at-first");
        newsroom.withdraw(story, null);
        var lease = lease("no-room-at-first");
        var press = new Press(archive, deliveries, Folder.open(folder, lease, file -> {}), lease,
                new Site("БАСҚА", "https://qalam.example"), new Assets());
        fill(folder);
        assertThrows(TargetFailed.class, press::turn);
        nothingIsLeft(folder, story);
        lease.leave();
    }

    @Test
    void theNoticeOfBeforeLeavesAFullDiskWhenItIsToSaySomethingElse() throws Exception {
        var story = newsroom.publish(Copies.library());
        newsroom.withdraw(story, "Алынатын сөз.");
        var folder = place.resolve("no-room-for-a-notice");
        var lease = lease("no-room-for-a-notice");
        var press = press(folder, lease, () -> {});
        finish(press);
        var notice = folder.resolve(Objects.requireNonNull(newsroom.path(story)).substring(1) + "index.410.html");
        assertTrue(Files.exists(notice));
        newsroom.resend(newsroom.number("select last_release from newsroom.standing where article = '" + story + "'"),
                "no-room-for-a-notice");
        fill(folder);
        assertThrows(TargetFailed.class, press::turn);
        assertFalse(Files.exists(notice));
        makeRoom(folder);
        finish(press);
        assertTrue(Files.readString(notice).contains("Алынатын сөз."));
        lease.leave();
    }

    @Test
    void aTagsOldAddressLeadsOnBeforeItsListGoes() throws Exception {
        newsroom.publish(Copies.library().withTags(List.of("Ескі атау")));
        var folder = place.resolve("renamed");
        var before = folder.resolve("tag/" + Slug.of("Ескі атау") + "/index.html");
        var renamed = new AtomicBoolean();
        var lease = lease("renamed");
        var press = press(folder, lease, () -> {
            try {
                assertTrue(!renamed.get() || Files.exists(before) || Files
                        .readString(folder.resolve(".qalam/redirects.map"))
                        .contains("/tag/" + Slug.of("Ескі атау") + "/ /tag/" + Slug.of("Жаңа атау") + "/;"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        finish(press);
        assertTrue(Files.exists(before));
        renamed.set(true);
        newsroom.renameTag("Ескі атау", "Жаңа атау");
        finish(press);
        assertFalse(Files.exists(before));
        lease.leave();
    }

    @Test
    void whatIsRussianIsGoneOnlyWhereItStood() throws Exception {
        var russian = newsroom.publish(Copies.named("Снятая статья").withLanguage(Language.RU));
        var kazakh = newsroom.publish(Copies.library());
        newsroom.withdraw(russian, null);
        newsroom.withdraw(kazakh, null);
        var folder = place.resolve("gone");
        print(folder, "gone");
        var map = Files.readAllLines(folder.resolve(".qalam/gone.map"));
        for (var script : Script.values()) {
            assertTrue(map.contains(script.prefix() + newsroom.path(kazakh) + " 1;"));
            assertEquals(script == Script.CYRILLIC, map.contains(script.prefix() + newsroom.path(russian) + " 1;"));
        }
    }

    private List<Path> beside(String name) throws IOException {
        try (var left = Files.list(place)) {
            return left.filter(one -> one.toString().contains(name)).toList();
        }
    }

    private void act(Random random, List<UUID> live) throws SQLException {
        var copy = Copies.library().withSection(List.of("madeniet", "sport", "alem").get(random.nextInt(3)))
                .withTags(List.of("Кездейсоқ " + random.nextInt(4), "сынақ"));
        var any = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
        switch (any == null ? 0 : random.nextInt(8)) {
            case 1 -> newsroom.change(any, copy, "CORRECTION", "Қате түзетілді " + random.nextInt());
            case 2 -> newsroom.change(any, copy, "UPDATE", null);
            case 3 -> {
                newsroom.withdraw(any, null);
                live.remove(any);
            }
            case 4 -> live.add(newsroom.publish(copy.withBody(List.of(new Related(List.of(any))))));
            default -> live.add(newsroom.publish(copy, (long) random.nextInt(1000)));
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    @Test
    void theSameReleasesGiveTheSameBytesHoweverTheyCame() throws Exception {
        var oneByOne = place.resolve("one-by-one");
        var lease = lease("one-by-one");
        var press = press(oneByOne, lease, () -> {});
        finish(press);
        for (var step : hour()) {
            step.take();
            finish(press);
        }
        lease.leave();

        print(place.resolve("at-once"), "at-once");
        same(place.resolve("at-once"), oneByOne);
    }

    @Test
    void killedAtAnyStepItComesRight() throws Exception {
        var steps = hour();
        var before = place.resolve("before");
        var position = print(before, "before");
        for (var step : steps) {
            step.take();
        }
        var after = place.resolve("after");
        print(after, "after");

        for (int n = 0;; n += n < 20 ? 1 : 17) {
            var folder = place.resolve("killed");
            copy(before, folder);
            var lease = leaseAt("killed-" + n, position);
            var left = new AtomicLong(n);
            var press = press(folder, lease, () -> {
                if (left.getAndDecrement() == 0) {
                    throw new Killed();
                }
            });
            var killed = false;
            try {
                finish(press);
            } catch (Killed e) {
                killed = true;
            }
            lease.leave();
            listsNameOnlyWhatStands(folder);
            allWhole(folder);
            print(folder, "killed-" + n);
            same(after, folder);
            SiteUnderTest.remove(folder);
            if (!killed) {
                assertTrue(n > 30, "only " + n + " steps");
                return;
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
    }

    private static void listsNameOnlyWhatStands(Path folder) throws IOException {
        for (var entry : files(folder).entrySet()) {
            if (entry.getKey().matches("(latn/|arab/)?2.*")) {
                continue;
            }
            var names = STORY.matcher(entry.getValue());
            while (names.find()) {
                var story = folder.resolve(names.group().substring(1));
                assertTrue(Files.exists(story.resolve("index.html")) || Files.exists(story.resolve("index.410.html")),
                        entry.getKey() + " names " + names.group());
            }
        }
    }

    private static void allWhole(Path folder) throws IOException {
        files(folder).forEach((path, text) -> assertTrue(isWhole(path, text), path + " is torn"));
    }

    private static boolean isWhole(String path, String text) {
        if (path.endsWith(".gz")) {
            try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))) {
                return isWhole(path.replaceFirst("\\.gz$", ""), new String(unzipped.readAllBytes(), ISO_8859_1));
            } catch (IOException torn) {
                return false;
            }
        }
        if (path.endsWith(".html")) {
            return text.endsWith("</html>\n");
        } else if (path.endsWith(".xml")) {
            return text.matches("(?s).*</(rss|feed|urlset|sitemapindex)>\\s*");
        } else if (path.endsWith(".json")) {
            return text.endsWith("}");
        }
        return !text.isEmpty();
    }

    @Test
    void readersSeeWholeFilesWhileItPrints() throws Exception {
        var folder = place.resolve("read");
        var lease = lease("read");
        var press = press(folder, lease, () -> {});
        finish(press);
        var done = new AtomicBoolean();
        var torn = new ArrayList<String>();
        var looked = new AtomicLong();
        var reader = new Thread(() -> {
            while (!done.get()) {
                try (var all = Files.walk(folder)) {
                    for (var file : all.filter(Files::isRegularFile).toList()) {
                        var path = folder.relativize(file).toString();
                        if (!path.startsWith(".qalam") && !path.startsWith("-")) {
                            looked.incrementAndGet();
                            if (!isWhole(path, Files.readString(file, ISO_8859_1))) {
                                torn.add(path);
                            }
                        }
                    }
                } catch (NoSuchFileException | java.io.UncheckedIOException removed) {
                    continue;
                } catch (IOException e) {
                    torn.add(e.toString());
                }
            }
        });
        reader.start();
        try {
            for (var step : hour()) {
                step.take();
                finish(press);
            }
        } finally {
            done.set(true);
            reader.join();
            lease.leave();
        }
        assertEquals(List.of(), torn);
        assertTrue(looked.get() > 0);
    }

    @Test
    void whatIsMissingDifferingOrSuperfluousIsMended() throws Exception {
        newsroom.publish(Copies.library(), 5L);
        newsroom.withdraw(newsroom.publish(Copies.library()), null);
        var folder = place.resolve("robbed");
        print(folder, "robbed");
        var whole = place.resolve("whole");
        copy(folder, whole);

        var pages = files(folder).keySet().stream().filter(path -> path.startsWith("2") || path.startsWith("-/"))
                .toList();
        for (int i = 0; i < pages.size(); i += 2) {
            Files.delete(folder.resolve(pages.get(i)));
        }
        for (int i = 1; i < pages.size(); i += 4) {
            Files.writeString(folder.resolve(pages.get(i)), "<p>бөтен</p>");
        }
        Files.delete(folder.resolve("feed.xml"));
        var feeds = files(folder).keySet().stream().filter(path -> path.endsWith("/feed.xml")).toList();
        Files.delete(folder.resolve(feeds.get(0)));
        Files.delete(folder.resolve(feeds.get(1) + ".gz"));
        Files.writeString(folder.resolve("index.html"), "");
        Files.createDirectories(folder.resolve("2026/01/01/eshqashan"));
        Files.writeString(folder.resolve("2026/01/01/eshqashan/index.html"), "ешқашан шықпаған");
        Files.writeString(folder.resolve("letter.php"), "<?php");
        Files.createDirectories(folder.resolve("feed.json.d"));

        print(folder, "robbed");
        same(whole, folder);
        assertFalse(Files.exists(folder.resolve("2026/01")));
    }

    @Test
    void aLostManifestIsMadeAgain() throws Exception {
        // More than are printed in one slice.
        for (int i = 0; i < 40; i++) {
            newsroom.publish(Copies.library());
        }
        var folder = place.resolve("lost");
        print(folder, "lost");
        var whole = place.resolve("whole");
        copy(folder, whole);
        Files.delete(folder.resolve(".qalam/manifest"));
        print(folder, "lost");
        same(whole, folder);
        Files.writeString(folder.resolve(".qalam/manifest"), "+ бұл + манифест емес\n- \n= = =\n");
        print(folder, "lost");
        same(whole, folder);
    }

    @Test
    void onlyOneMayWriteAndWhoLosesTheLeaseStops() throws Exception {
        newsroom.publish(Copies.library());
        var now = new AtomicLong();
        var first = Objects
                .requireNonNull(Lease.take(targets, "raced", "first", Duration.ofSeconds(2), now::get, null));
        assertNull(Lease.take(targets, "raced", "second", TERM, now::get, null));
        var folder = place.resolve("raced");
        var press = press(folder, first, () -> {});
        finish(press);
        var position = press.position();
        newsroom.publish(Copies.library());

        // Its own clock runs out a second before the database's.
        now.addAndGet(Duration.ofMillis(1100).toNanos());
        assertFalse(first.held());
        assertThrows(LeaseLost.class, press::turn);
        assertEquals(position, targets.position("raced"));
        Thread.sleep(2100);

        var second = Objects.requireNonNull(Lease.take(targets, "raced", "second", TERM, now::get, null));
        assertTrue(second.epoch() > first.epoch());
        first.renew();
        assertTrue(first.lost());
        assertThrows(LeaseLost.class, () -> first.advance(position + 1));
        assertEquals(position, targets.position("raced"));
        finish(press(folder, second, () -> {}));
        assertTrue(targets.position("raced") > position);
        second.leave();
    }

    @Test
    void aLapsedLeaseThatNobodyTookGoesOn() throws Exception {
        var now = new AtomicLong();
        var lease = Objects.requireNonNull(Lease.take(targets, "lapsed", "one", Duration.ofSeconds(2), now::get, null));
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertFalse(lease.held());
        lease.renew();
        assertTrue(lease.held());
        assertFalse(lease.lost());
    }

    @Test
    void aHolderThatEndedIsNotWaitedFor() throws Exception {
        var folder = place.resolve("ended");
        print(folder, "ended");
        var dead = new Holder(folder);
        var left = Objects.requireNonNull(Lease.take(targets, "ended", dead.name(), TERM, System::nanoTime, null));
        dead.sign();
        var next = new Holder(folder);
        assertFalse(next.hasEnded(dead.name()), "it lives");
        assertNull(Lease.take(targets, "ended", next.name(), TERM, System::nanoTime, null));

        dead.close();
        assertTrue(next.hasEnded(dead.name()));
        assertFalse(next.hasEnded("another boot " + UUID.randomUUID()));
        assertFalse(next.hasEnded(null));
        assertNotNull(Lease.take(targets, "ended", next.name(), TERM, System::nanoTime, dead.name()));
        left.renew();
        assertTrue(left.lost());
    }
}
