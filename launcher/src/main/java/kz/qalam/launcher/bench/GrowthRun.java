package kz.qalam.launcher.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A site is grown by random acts of a newsroom, one after the other, through the API; then another process, that speaks
 * another language in another time zone on another day, prints all of it anew from the same database. Every file of the two
 * must be the same, byte for byte; what is only kept for a while is left out.
 */
public final class GrowthRun {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String FRESH = "fresh";
    private static final List<String> AUTHORS = List.of("Айгүл Серікова", "Нұрлан Ғабитұлы", "айгүл серікова",
            "Әсел Іңкәр");
    private static final int OTHER_DAY_HOURS = 26;
    /** After these the whole site is printed anew: whatever went wrong before would be mended then, and not be seen. */
    private static final Set<String> WIDE = Set.of("order sections", "lexicon", "start or rename a section",
            "move a section", "merge sections", "close or open a section");

    /** A running house: where it is asked, and the folder in which its data is. */
    public record Ground(String newsroom, String realm, String site, String databaseUrl, Path data) {}

    /**
     * @param done acts by their kind; @param refused those that the newsroom would not do
     * @param differences files that are not the same, none when all is well
     */
    public record Verdict(Map<String, Integer> done, int refused, long releases, int files,
            List<String> differences) {}

    private record Story(String id, int revision, boolean live, ObjectNode copy) {}

    private interface Act {
        boolean take() throws IOException, InterruptedException, SQLException;
    }

    private final Ground ground;
    private final int acts;
    private final Random random;
    private final Desk desk;
    private final Paragraphs paragraphs;
    private final List<Story> stories = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final String mark;
    private int number;

    public GrowthRun(Ground ground, int acts, long seed) {
        this.ground = ground;
        this.acts = acts;
        this.random = new Random(seed);
        this.desk = new Desk(ground.newsroom(), ground.realm());
        this.paragraphs = new Paragraphs(seed);
        this.mark = "osu" + seed + "x";
    }

    public Verdict run() throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < 3; i++) {
            pictures.add(picture(i));
        }
        List<String> order = openSections();
        Map<String, Integer> done = new TreeMap<>();
        int refused = 0;
        for (int i = 0; i < acts; i++) {
            Map.Entry<String, Act> next = next(i < acts / 2);
            if (next.getValue().take()) {
                done.merge(next.getKey(), 1, Integer::sum);
            } else {
                refused++;
            }
            // Sometimes the site follows act by act, sometimes many acts in one go
            if (random.nextInt(12) == 0) {
                Thread.sleep(random.nextInt(400));
            }
        }
        publish(copy());
        // The last ends come
        Thread.sleep(3000);
        settle("site", ground.data().resolve("site"));
        Verdict verdict = compared(done, refused);
        spelling(List.of());
        for (String ours : ourSections()) {
            good(merged(ours, order.get(0)));
        }
        good(desk.call("admin", "PUT", "/sections", order(order)));
        return verdict;
    }

    /** @param wide whether it may be one of {@link #WIDE} */
    private Map.Entry<String, Act> next(boolean wide) {
        Map.Entry<String, Act> next = next();
        while (!wide && WIDE.contains(next.getKey())) {
            next = next();
        }
        return next;
    }

    private Map.Entry<String, Act> next() {
        int die = random.nextInt(100);
        if (stories.size() < 4 || die < 26) {
            return Map.entry("publish", () -> publish(copy()));
        } else if (die < 31) {
            return Map.entry("publish related", () -> publish(related()));
        } else if (die < 34) {
            return Map.entry("publish in Russian", () -> publish(copy().put("language", "ru")));
        } else if (die < 46) {
            return Map.entry("update", () -> change(true, "UPDATE", null));
        } else if (die < 54) {
            return Map.entry("correct", () -> change(true, "CORRECTION", "Қате түзетілді: " + random.nextInt(1000)));
        } else if (die < 60) {
            return Map.entry("silent fix", () -> change(true, "SILENT_FIX", null));
        } else if (die < 66) {
            return Map.entry("withdraw", this::withdraw);
        } else if (die < 70) {
            return Map.entry("bring back", () -> change(false, "UPDATE", null));
        } else if (die < 74) {
            return Map.entry("expire", this::expire);
        } else if (die < 80) {
            return Map.entry("embargo", this::embargo);
        } else if (die < 82) {
            return Map.entry("hold", this::hold);
        } else if (die < 86) {
            return Map.entry("rename a tag", this::renameTag);
        } else if (die < 89) {
            return Map.entry("merge tags", this::mergeTags);
        } else if (die < 90) {
            return Map.entry("order sections", this::orderSections);
        } else if (die < 92) {
            return Map.entry("lexicon", this::lexicon);
        } else if (die < 93) {
            return Map.entry("new draft", this::draft);
        } else if (die < 95) {
            return Map.entry("start or rename a section", this::section);
        } else if (die < 96) {
            return Map.entry("move a section", this::moveSection);
        } else if (die < 97) {
            return Map.entry("merge sections", () -> mergeSections(any(ourSections()), any(openSections())));
        } else if (die < 98) {
            return Map.entry("close or open a section", this::closeSection);
        }
        return random.nextBoolean() ? Map.entry("be read", this::read) : Map.entry("redact", this::redact);
    }

    // ---------------------------------------------------------------------------------------- what is written

    private ObjectNode copy() throws IOException, InterruptedException {
        int its = number++;
        ObjectNode copy = paragraphs.copy(random.nextInt(), mark + its);
        if (random.nextInt(4) == 0) {
            // Two stories under one address
            copy.put("slug", Paragraphs.slug(mark + random.nextInt(4)));
        }
        if (random.nextInt(8) == 0) {
            copy.remove("section");
        } else if (random.nextInt(3) == 0) {
            List<String> ours = ourSections();
            ours.retainAll(openSections());
            if (!ours.isEmpty()) {
                copy.put("section", any(ours));
            }
        }
        ArrayNode tags = copy.putArray("tags");
        for (int tag : new TreeSet<>(List.of(random.nextInt(9), random.nextInt(9)))) {
            tags.add((random.nextBoolean() ? "Өсу " : "өсу ") + mark + " " + tag);
        }
        copy.putArray("bylines").addObject().put("name", AUTHORS.get(random.nextInt(AUTHORS.size())));
        copy.putObject("source").put("name", "Ақорда");
        if (random.nextInt(5) == 0) {
            copy.set("picture", JSON.createObjectNode().put("id", pictures.get(random.nextInt(pictures.size())))
                    .put("version", 1).put("caption", "Жиын " + its));
        }
        return copy;
    }

    private ObjectNode related() throws IOException, InterruptedException {
        ObjectNode copy = copy();
        ArrayNode named = JSON.createArrayNode();
        for (int i : new TreeSet<>(List.of(random.nextInt(stories.size()), random.nextInt(stories.size())))) {
            named.add(stories.get(i).id());
        }
        ObjectNode block = ((ArrayNode) copy.path("body").path("content")).addObject();
        block.put("type", "related").putObject("attrs").set("articles", named);
        return copy;
    }

    private boolean publish(ObjectNode copy) throws IOException, InterruptedException {
        String id = good(desk.create("author", copy, mark + number + "-" + random.nextLong())).body().path("id")
                .asText();
        return approve(id, 1, new Proposal(null, null, null)) && stories.add(new Story(id, 1, true, copy));
    }

    private record Proposal(@Nullable String kind, @Nullable String notice, @Nullable Instant from) {}

    private boolean approve(String id, int revision, Proposal proposal) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("revision", revision);
        if (proposal.kind() != null) {
            body.put("kind", proposal.kind());
        }
        if (proposal.notice() != null) {
            body.put("notice", proposal.notice());
        }
        if (proposal.from() != null) {
            body.put("from", proposal.from().toString());
        }
        return done(desk.call("author", "PUT", "/articles/" + id + "/submission", body))
                && done(desk.approve("reviewer", id, revision));
    }

    /** A story that readers have, or had, or null. */
    private @Nullable Story any(boolean live) {
        List<Story> those = stories.stream().filter(story -> story.live() == live).toList();
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private boolean change(boolean live, String kind, @Nullable String notice)
            throws IOException, InterruptedException {
        Story story = any(live);
        if (story == null) {
            return false;
        }
        ObjectNode copy = random.nextInt(3) == 0 ? copy() : story.copy().deepCopy();
        copy.put("language", story.copy().path("language").asText());
        copy.put("lead", "Өзгерген лид " + random.nextInt(100_000) + ".");
        int next = story.revision() + 1;
        if (!done(desk.save("author", story.id(), story.revision(), copy))) {
            return false;
        }
        boolean approved = approve(story.id(), next, new Proposal(kind, notice, null));
        stories.set(stories.indexOf(story), new Story(story.id(), next, approved || live, copy));
        return approved;
    }

    private boolean withdraw() throws IOException, InterruptedException {
        Story story = any(true);
        ObjectNode body = JSON.createObjectNode().put("reason", "сынақ");
        if (random.nextBoolean()) {
            body.put("notice", "Мақала алынды: дерек расталмады.");
        }
        return story != null && done(desk.call("publisher", "POST", "/articles/" + story.id() + "/withdrawal", body))
                && isDown(story);
    }

    private boolean isDown(Story story) {
        stories.set(stories.indexOf(story), new Story(story.id(), story.revision(), false, story.copy()));
        return true;
    }

    /** Readers have it for a second or two more, if nobody lifts it. */
    private boolean expire() throws IOException, InterruptedException {
        Story story = any(true);
        ObjectNode body = JSON.createObjectNode().put("until",
                Instant.now().plusMillis(1200 + random.nextInt(1500)).toString());
        if (story == null
                || !done(desk.call("publisher", "PUT", "/articles/" + story.id() + "/expiry", body))) {
            return false;
        }
        if (random.nextInt(3) == 0) {
            return done(desk.call("publisher", "DELETE", "/articles/" + story.id() + "/expiry", null));
        }
        return isDown(story);
    }

    private boolean embargo() throws IOException, InterruptedException {
        ObjectNode copy = copy();
        String id = good(desk.create("author", copy, mark + number + "-" + random.nextLong())).body().path("id")
                .asText();
        return approve(id, 1, new Proposal(null, null, Instant.now().plusMillis(random.nextInt(3000))))
                && stories.add(new Story(id, 1, true, copy));
    }

    private boolean hold() throws IOException, InterruptedException {
        ObjectNode copy = copy();
        String id = good(desk.create("author", copy, mark + number + "-" + random.nextLong())).body().path("id")
                .asText();
        return approve(id, 1, new Proposal(null, null, Instant.now().plusSeconds(2)))
                && done(desk.call("publisher", "POST", "/articles/" + id + "/hold",
                        JSON.createObjectNode().put("reason", "сынақ")));
    }

    /** A court has all taken out of a story that is down already, or of one that is live what it said before. */
    private boolean redact() throws IOException, SQLException {
        Story story = any(random.nextBoolean());
        if (story == null || (story.live() && story.revision() < 2)) {
            return false;
        }
        try (Connection owner = database("qalam_owner");
                PreparedStatement order = owner.prepareStatement("select newsroom.redact(?::uuid, case when ? then"
                        + " array(select generate_series(1, ?)) end, 'сынақ', 'publisher', ?)")) {
            order.setString(1, story.id());
            order.setBoolean(2, story.live());
            order.setInt(3, story.revision() - 1);
            order.setString(4, random.nextBoolean() ? "Мәтін сот шешімімен алынды." : null);
            order.execute();
        }
        if (!story.live()) {
            stories.remove(story);
        }
        return true;
    }

    private boolean draft() throws IOException, InterruptedException {
        Story story = any(true);
        if (story == null || !done(desk.save("author", story.id(), story.revision(),
                story.copy().deepCopy().put("lead", "Ешкім мақұлдамаған лид " + random.nextInt(1000) + ".")))) {
            return false;
        }
        stories.set(stories.indexOf(story), new Story(story.id(), story.revision() + 1, true, story.copy()));
        return true;
    }

    // ---------------------------------------------------------------------------------------- tags, sections, spellings

    private @Nullable String tag() throws IOException, InterruptedException {
        List<String> ours = new ArrayList<>();
        for (JsonNode tag : desk.get("publisher", "/tags?size=100&q=" + mark).body().path("items")) {
            ours.add(tag.path("id").asText());
        }
        return ours.isEmpty() ? null : ours.get(random.nextInt(ours.size()));
    }

    private boolean renameTag() throws IOException, InterruptedException {
        String tag = tag();
        return tag != null && done(desk.call("publisher", "PUT", "/tags/" + tag,
                JSON.createObjectNode().put("name", "Жаңа өсу " + mark + " " + random.nextInt(40))));
    }

    private boolean mergeTags() throws IOException, InterruptedException {
        String gone = tag();
        String kept = tag();
        return gone != null && kept != null && !gone.equals(kept)
                && done(desk.call("publisher", "POST", "/tags/" + gone + "/merger",
                        JSON.createObjectNode().put("into", kept)));
    }

    private interface Which {
        boolean is(JsonNode section);
    }

    private List<String> sections(Which which) throws IOException, InterruptedException {
        List<String> slugs = new ArrayList<>();
        for (JsonNode one : good(desk.get("admin", "/sections")).body().path("items")) {
            if (which.is(one)) {
                slugs.add(one.path("slug").asText());
            }
        }
        return slugs;
    }

    private List<String> openSections() throws IOException, InterruptedException {
        return sections(section -> !section.path("closed").asBoolean());
    }

    /** Those that this run has started. */
    private List<String> ourSections() throws IOException, InterruptedException {
        return sections(section -> section.path("slug").asText().startsWith(mark));
    }

    private @Nullable String any(List<String> those) {
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private boolean section() throws IOException, InterruptedException {
        List<String> ours = ourSections();
        String slug = ours.size() < 4 ? mark + "-" + number++ : Objects.requireNonNull(any(ours));
        String name = "Айдар " + random.nextInt(100);
        return done(desk.call("admin", "PUT", "/sections/" + slug,
                JSON.createObjectNode().put("kazakh", name).put("russian", name).put("english", name)));
    }

    private boolean moveSection() throws IOException, InterruptedException {
        String ours = any(ourSections());
        return ours != null && done(desk.call("admin", "PUT", "/sections/" + ours + "/address",
                JSON.createObjectNode().put("slug", mark + "-" + number++)));
    }

    private boolean mergeSections(@Nullable String gone, @Nullable String kept)
            throws IOException, InterruptedException {
        return gone != null && kept != null && !gone.equals(kept) && done(merged(gone, kept));
    }

    private Desk.Answer merged(String gone, String kept) throws IOException, InterruptedException {
        return desk.call("admin", "POST", "/sections/" + gone + "/merger", JSON.createObjectNode().put("into", kept));
    }

    private boolean closeSection() throws IOException, InterruptedException {
        String ours = any(ourSections());
        return ours != null && done(desk.call("admin", openSections().contains(ours) ? "PUT" : "DELETE",
                "/sections/" + ours + "/closure", null));
    }

    private static ObjectNode order(List<String> slugs) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode order = body.putArray("order");
        slugs.forEach(order::add);
        return body;
    }

    private boolean orderSections() throws IOException, InterruptedException {
        List<String> slugs = openSections();
        Collections.shuffle(slugs, random);
        return done(desk.call("admin", "PUT", "/sections", order(slugs)));
    }

    private boolean lexicon() throws IOException, InterruptedException {
        List<String> stems = List.of("қазақстан", "айгүл", "өсу", "ақорда", "алматы", "жиын");
        return spelling(stems.subList(0, random.nextInt(stems.size())));
    }

    private boolean spelling(List<String> stems) throws IOException, InterruptedException {
        JsonNode now = desk.get("editor", "/lexicon").body();
        ObjectNode body = JSON.createObjectNode().put("base", now.path("number").asInt());
        ArrayNode entries = body.putArray("entries");
        for (String stem : stems) {
            entries.addObject().put("stem", stem).put("latin", "Bölek" + random.nextInt(3));
        }
        Desk.Answer written = desk.call("editor", "PUT", "/lexicon", body);
        return done(written) && done(desk.call("reviewer", "PUT", "/lexicon/approval",
                JSON.createObjectNode().put("version", written.body().path("number").asInt())));
    }

    // ---------------------------------------------------------------------------------------- readers, pictures

    /** What was counted of some stories, and told to the lists. */
    private boolean read() throws IOException, SQLException {
        String paths = "(select array_agg(path order by path) from (select path from newsroom.standing where live"
                + " and path is not null order by last_release desc limit 40) p)";
        try (Connection site = database("qalam_newsroom");
                Connection counter = database("qalam_site");
                Statement ask = site.createStatement();
                Statement count = counter.createStatement();
                ResultSet row = ask.executeQuery("select " + paths + "::text")) {
            row.next();
            String live = row.getString(1);
            if (live == null) {
                return false;
            }
            int most = live.split(",").length;
            StringBuilder times = new StringBuilder("{");
            for (int i = 0; i < most; i++) {
                times.append(i == 0 ? "" : ",").append(random.nextInt(50));
            }
            count.execute("select site.count_views('" + live + "', '" + times + "}')");
            count.execute("select site.rank_views('" + live + "')");
        }
        return true;
    }

    private String picture(int shade) throws IOException, InterruptedException {
        BufferedImage drawn = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < drawn.getWidth(); x++) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                drawn.setRGB(x, y, new Color(x % 256, y % 256, 80 * shade).getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        return good(desk.bring("author", png.toByteArray(), "image/png")).body().path("id").asText();
    }

    private static boolean done(Desk.Answer answer) throws IOException {
        if (answer.status() >= 500) {
            throw new IOException("HTTP " + answer.status() + " " + answer.body());
        }
        return answer.isGood();
    }

    private static Desk.Answer good(Desk.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException("HTTP " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    // ---------------------------------------------------------------------------------------- the second site

    private Verdict compared(Map<String, Integer> done, int refused)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("qalam-fresh");
        Process process = fresh(folder);
        try {
            settle(FRESH, folder.resolve("site"));
            Path grown = ground.data().resolve("site");
            List<String> differences = differences(grown, folder.resolve("site"));
            // Whatever changes by time alone is told within moments
            for (int i = 0; i < 10 && !differences.isEmpty(); i++) {
                Thread.sleep(1000);
                differences = differences(grown, folder.resolve("site"));
            }
            return new Verdict(done, refused, number("select coalesce(max(number), 0) from newsroom.release"),
                    files(folder.resolve("site")).size(), differences);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Connection owner = database("qalam_owner"); Statement sql = owner.createStatement()) {
                sql.execute("delete from site.target where name = '" + FRESH + "'");
                sql.execute("delete from site.delivery where receiver = '" + FRESH + "'");
            }
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Process fresh(Path folder) throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati",
                // Where the platform's own letters are not ours
                Runtime.version().feature() >= 18 ? "-Dfile.encoding=COMPAT" : "-Dfile.encoding=ISO-8859-9",
                "-Dqalam.relay.target=" + FRESH,
                "-Dqalam.relay.ahead=PT" + OTHER_DAY_HOURS + "H",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar",
                ground.data().resolve("parts/site/quarkus-run.jar").toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("QALAM_"));
        environment.putAll(Map.of("LC_ALL", "C", "TZ", "Pacific/Kiritimati"));
        environment.put("QALAM_DB_URL", ground.databaseUrl());
        environment.put("QALAM_SITE_DB_PASSWORD", secret("qalam_site"));
        environment.put("QALAM_SITE_URL", ground.site());
        environment.put("QALAM_SITE_FOLDER", folder.resolve("site").toString());
        environment.put("QALAM_SEARCH_FOLDER", folder.resolve("search").toString());
        environment.put("QALAM_PICTURES_FOLDER", ground.data().resolve("pictures").toString());
        environment.put("QALAM_PREVIEW_KEY", "");
        for (String port : List.of("QALAM_SITE_PORT", "QALAM_PREVIEW_PORT", "QALAM_SITE_MANAGEMENT_PORT")) {
            environment.put(port, Integer.toString(FreePorts.next()));
        }
        return builder.start();
    }

    /** Until nothing is due any more, a target has all that was released, and its folder stays as it is. */
    private void settle(String target, Path folder) throws IOException, InterruptedException, SQLException {
        String waits = """
                select (select count(*) from newsroom.edition where state = 'PLANNED' and attempts < 3
                      and from_at < clock_timestamp() + interval '10 seconds')
                  + (select count(*) from newsroom.release where number > coalesce((select position from site.target where name = '%1$s'), 0))
                  + (select count(*) from site.delivery where receiver = '%1$s' and state = 'PENDING')
                  + (select count(*) from newsroom.tag_change where number > coalesce((select tags from site.target where name = '%1$s'), 0))"""
                .formatted(target);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> before = Map.of();
        int same = 0;
        while (same < 3) {
            if (System.nanoTime() > end) {
                throw new IOException(target + " does not come to rest");
            }
            Thread.sleep(700);
            Map<String, String> now = number(waits) > 0 ? Map.of() : written(folder);
            same = !now.isEmpty() && now.equals(before) ? same + 1 : 0;
            before = now;
        }
    }

    private static Map<String, String> written(Path folder) throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (String path : files(folder)) {
            try {
                written.put(path, Files.getLastModifiedTime(folder.resolve(path)).toString());
            } catch (NoSuchFileException moved) {
                written.put(path, "");
            }
        }
        return written;
    }

    private static Set<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .filter(path -> !path.startsWith(".qalam")).toList());
        } catch (UncheckedIOException moved) {
            return Set.of();
        }
    }

    /** What is only kept for a while, as the folder's manifest notes it; its last line may be half written yet. */
    private static Set<String> leaving(Path folder) throws IOException {
        Set<String> leaving = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve(".qalam/manifest"))) {
            String[] words = line.split(" ");
            if (line.startsWith("~ ") && words.length > 2) {
                if (words[2].equals("-")) {
                    leaving.remove(words[1].substring(1));
                } else {
                    leaving.add(words[1].substring(1));
                }
            }
        }
        return leaving;
    }

    private static List<String> differences(Path grown, Path fresh) throws IOException {
        Set<String> here = files(grown);
        Set<String> there = files(fresh);
        Set<String> all = new TreeSet<>(here);
        all.addAll(there);
        Set<String> kept = leaving(grown);
        kept.addAll(leaving(fresh));
        List<String> differences = new ArrayList<>();
        for (String path : all) {
            if (kept.contains(path.replaceFirst("\\.(gz|br)$", ""))) {
                continue;
            } else if (!there.contains(path)) {
                differences.add("superfluous " + path);
            } else if (!here.contains(path)) {
                differences.add("missing " + path);
            } else if (differs(grown.resolve(path), fresh.resolve(path))) {
                differences.add("differs " + path);
            }
        }
        return differences;
    }

    private static boolean differs(Path grown, Path fresh) throws IOException {
        try {
            return Files.mismatch(grown, fresh) >= 0;
        } catch (NoSuchFileException moved) {
            return true;
        }
    }

    // ---------------------------------------------------------------------------------------- the house's database

    private long number(String query) throws IOException, SQLException {
        try (Connection owner = database("qalam_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection database(String role) throws IOException, SQLException {
        return DriverManager.getConnection(ground.databaseUrl(), role, secret(role));
    }

    private String secret(String role) throws IOException {
        return Files.readString(ground.data().resolve("secrets").resolve(role), StandardCharsets.UTF_8).strip();
    }
}
