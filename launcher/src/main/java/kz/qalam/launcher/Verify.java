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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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
     * What readers get of each story that was ever released, in each of its scripts: while it is live the page of its last
     * release, 410 afterwards; and at each address that it had before, the way there.
     */
    private static int absentFromSite(Connection newsroom, Instance instance, Voice voice)
            throws SQLException, IOException {
        String site = instance.siteHere();
        int absent = 0;
        newsroom.setAutoCommit(false);
        try (Statement statement = newsroom.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery("""
                    select t.prefix || p.path, s.live, s.last_release,
                      p.path = s.path and (t.prefix = '' or s.language <> 'ru')
                    from newsroom.permalink p join newsroom.standing s on s.article = p.article
                      cross join (values (''), ('/latn'), ('/arab')) t (prefix)
                    order by p.path, t.prefix""")) {
                while (row.next()) {
                    HttpResponse<String> answer = get(site + row.getString(1));
                    int expected = !row.getBoolean(4) ? 301 : row.getBoolean(2) ? 200 : 410;
                    if (answer.statusCode() != expected) {
                        absent++;
                        voice.line(voice.words().say("verify.site") + ": " + row.getString(1) + " "
                                + answer.statusCode());
                    } else if (expected == 200 && release(answer.body()) != row.getLong(3)) {
                        absent++;
                        voice.line(voice.words().say("verify.site-other") + ": " + row.getString(1));
                    }
                }
            }
        }
        return absent;
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
