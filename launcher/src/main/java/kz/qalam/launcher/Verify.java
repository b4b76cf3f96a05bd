package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Finding;
import kz.qalam.core.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./qalam verify}: is everything as it was written? Digests, trail and seals in the database, and each release on the
 * site. A line for each thing that is not; exit 1 if there is any.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private static final String EXPECTED = """
            select t.prefix, p.path, s.live, s.last_release, p.path = s.path and (t.prefix = '' or s.language <> 'ru')
            from newsroom.permalink p join newsroom.standing s on s.article = p.article
              cross join (values (''), ('/latn'), ('/arab')) t (prefix)
            """;
    /** What was released a moment ago is being printed. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** So often an address is looked at again whose story does not rest. */
    private static final int LOOKS = 5;

    private final Circumstances circumstances;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Verify(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        Voice voice = circumstances.voice();
        try (Connection newsroom = instance.connection(circumstances.environment(), Settings.Role.NEWSROOM)) {
            List<Finding> findings = Verification.of(newsroom, instance.data().seals());
            for (Finding finding : findings) {
                voice.line(voice.words().say("verify." + finding.kind().name()) + ": " + finding.what());
            }
            // No fault, and yet nothing that could be hidden: each is told at every look.
            for (String redacted : Verification.redactions(newsroom)) {
                voice.line(voice.words().say("verify.redacted") + ": " + redacted);
            }
            int missing = missingPictures(newsroom, instance, voice);
            Optional<Instant> held = instance.held(circumstances.environment());
            held.ifPresent(since -> {
                voice.warn("held", voice.words().time(since));
                voice.warn("held-site");
            });
            // Nothing of a held house is printed, and nothing of its site can be missing
            int absent = held.isPresent() ? 0 : absentFromSite(newsroom, instance, voice);
            if (findings.isEmpty() && missing == 0 && absent == 0) {
                voice.say("verify.whole");
                return 0;
            }
            return 1;
        } catch (SQLException e) {
            throw new Trouble("database-silent", instance.members().get(0).address());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** Originals of all pictures, and finished files of those that readers see: each is there, and is what its name says. */
    private int missingPictures(Connection newsroom, Instance instance, Voice voice) throws SQLException, IOException {
        Settings settings = instance.settings(circumstances.environment());
        if (settings.text("QALAM_PICTURES_BUCKET").isPresent()) {
            voice.warn("verify.pictures-in-bucket");
            return 0;
        }
        Path pictures = instance.data().pictures(settings);
        int missing = 0;
        newsroom.setAutoCommit(false);
        try (Statement statement = newsroom.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery("""
                    select 'originals', encode(p.digest, 'hex') from newsroom.picture p
                      where not exists (select from newsroom.picture_redaction d where d.picture = p.id)
                    union
                    select 'renditions', encode(r.digest, 'hex') from newsroom.standing s
                      join newsroom.picture_use u on u.article = s.article and u.revision = s.revision
                      join newsroom.rendition r on r.picture = u.picture
                      where s.live
                    order by 1, 2""")) {
                while (row.next()) {
                    String digest = row.getString(2);
                    Path file = pictures.resolve(row.getString(1)).resolve(digest.substring(0, 2)).resolve(digest);
                    if (!Files.isRegularFile(file)) {
                        missing++;
                        voice.line(voice.words().say("verify.picture-missing") + ": " + file);
                    } else if (!digest(file).equals(digest)) {
                        missing++;
                        voice.line(voice.words().say("verify.picture-other") + ": " + file);
                    }
                }
            }
        }
        return missing;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = BackupWriter.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What readers should get at an address.
     *
     * @param release of which the page is, where there is one
     */
    private record Expected(String prefix, String path, int status, long release) {
        String address() {
            return prefix + path;
        }
    }

    /** What readers get at an address instead; no release where no page is. */
    private record Instead(Expected expected, int status) {
        boolean otherText() {
            return status == expected.status();
        }
    }

    /**
     * What readers get of each story that was ever released, in each of its scripts: while it is live the page of its last
     * release, 410 afterwards; and at each address that it had before, the way there. People go on working meanwhile: what is not
     * as expected is looked at again, until the same was expected twice.
     */
    static int absentFromSite(Connection newsroom, Instance instance, Voice voice)
            throws SQLException, IOException {
        String site = instance.siteHere();
        newsroom.setAutoCommit(true);
        List<Instead> unlike = new ArrayList<>();
        // By pages: one snapshot of all would be old at its end
        for (List<Expected> page = expected(newsroom, "", ""); !page.isEmpty();) {
            for (Expected one : page) {
                unlike(site, one).ifPresent(unlike::add);
            }
            Expected last = page.get(page.size() - 1);
            page = expected(newsroom, last.path(), last.prefix());
        }
        List<Instead> absent = lookedAtAgain(unlike, newsroom, site);
        for (Instead one : absent) {
            voice.line(one.otherText()
                    ? voice.words().say("verify.site-other") + ": " + one.expected().address()
                    : voice.words().say("verify.site") + ": " + one.expected().address() + " " + one.status());
        }
        return absent.size();
    }

    private static List<Instead> lookedAtAgain(List<Instead> unlike, Connection newsroom, String site)
            throws SQLException, IOException {
        List<Instead> absent = new ArrayList<>();
        List<Instead> doubtful = unlike;
        for (int look = 1; !doubtful.isEmpty(); look++) {
            pause();
            List<Instead> moved = new ArrayList<>();
            for (Instead one : doubtful) {
                Optional<Expected> now = standing(newsroom, one.expected());
                Optional<Instead> still = now.isEmpty() ? Optional.empty() : unlike(site, now.get());
                if (still.isPresent()) {
                    boolean same = now.get().equals(one.expected());
                    (same || look == LOOKS ? absent : moved).add(still.get());
                }
            }
            doubtful = moved;
        }
        return absent;
    }

    private static Optional<Instead> unlike(String site, Expected expected) throws IOException {
        HttpResponse<String> answer = get(site + expected.address());
        boolean as = answer.statusCode() == expected.status()
                && (expected.status() != 200 || release(answer.body()) == expected.release());
        return as ? Optional.empty() : Optional.of(new Instead(expected, answer.statusCode()));
    }

    private static List<Expected> expected(Connection newsroom, String afterPath, String afterPrefix)
            throws SQLException {
        try (PreparedStatement next = newsroom.prepareStatement(EXPECTED + """
                where p.path >= ? and (p.path, t.prefix) > (?, ?) order by p.path, t.prefix limit 500""")) {
            next.setString(1, afterPath);
            next.setString(2, afterPath);
            next.setString(3, afterPrefix);
            return read(next);
        }
    }

    private static Optional<Expected> standing(Connection newsroom, Expected before) throws SQLException {
        try (PreparedStatement one = newsroom.prepareStatement(EXPECTED + "where p.path = ? and t.prefix = ?")) {
            one.setString(1, before.path());
            one.setString(2, before.prefix());
            return read(one).stream().findFirst();
        }
    }

    private static List<Expected> read(PreparedStatement asked) throws SQLException {
        List<Expected> all = new ArrayList<>();
        try (ResultSet row = asked.executeQuery()) {
            while (row.next()) {
                boolean live = row.getBoolean(3);
                boolean own = row.getBoolean(5);
                all.add(new Expected(row.getString(1), row.getString(2), !own ? 301 : live ? 200 : 410,
                        own && live ? row.getLong(4) : 0));
            }
        }
        return all;
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static HttpResponse<String> get(String address) throws IOException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Which release a page says that it is of; 0 when it does not say. */
    static long release(String page) {
        Element says = Jsoup.parse(page).selectFirst("meta[name=qalam-release]");
        return says == null || !says.attr("content").matches("\\d{1,18}") ? 0 : Long.parseLong(says.attr("content"));
    }
}
