package kz.qalam.launcher;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jsoup.Jsoup;
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
            instance.held(circumstances.environment()).ifPresent(
                    since -> voice.warn("held", voice.words().time(since)));
            int absent = absentFromSite(newsroom, instance, voice);
            if (findings.isEmpty() && absent == 0) {
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

    /**
     * What readers get of each story that was ever released: while it is live a page with the headline of the revision that
     * was released last, 410 afterwards; and at each address that it had before, the way there.
     */
    private static int absentFromSite(Connection newsroom, Instance instance, Voice voice)
            throws SQLException, IOException {
        String site = instance.siteHere();
        int absent = 0;
        newsroom.setAutoCommit(false);
        try (Statement statement = newsroom.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery("""
                    select p.path, s.live, case when s.live then v.copy ->> 'headline' end, p.path = s.path
                    from newsroom.permalink p join newsroom.standing s on s.article = p.article
                      join newsroom.revision v on v.article = s.article and v.number = s.revision
                    order by p.path""")) {
                while (row.next()) {
                    HttpResponse<String> answer = get(site + row.getString(1));
                    int expected = !row.getBoolean(4) ? 301 : row.getBoolean(2) ? 200 : 410;
                    if (answer.statusCode() != expected) {
                        absent++;
                        voice.line(voice.words().say("verify.site") + ": " + row.getString(1) + " "
                                + answer.statusCode());
                    } else if (expected == 200 && !says(answer.body(), row.getString(3))) {
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

    /** Typesetting moves spaces and draws other quotes and dashes: the letters and digits are compared. */
    private static boolean says(String page, String headline) {
        return letters(Jsoup.parse(page).text()).contains(letters(headline));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
