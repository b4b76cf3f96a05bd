package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

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
        Settings settings = new Settings(circumstances.environment(), instance.demo());
        Secrets secrets = new Secrets(instance.data().secrets());
        String password = settings.text(Settings.Role.NEWSROOM.passwordVariable())
                .orElseGet(() -> secrets.of(Settings.Role.NEWSROOM.usual));
        try (Connection newsroom = DriverManager.getConnection(databaseUrl(settings, instance),
                settings.user(Settings.Role.NEWSROOM), password)) {
            List<Finding> findings = Verification.of(newsroom, instance.data().seals());
            for (Finding finding : findings) {
                voice.line(voice.words().say("verify." + finding.kind().name()) + ": " + finding.what());
            }
            int absent = absentFromSite(newsroom, instance, voice);
            if (findings.isEmpty() && absent == 0) {
                voice.say("verify.whole");
                return 0;
            }
            return 1;
        } catch (SQLException e) {
            throw new Trouble("database-silent", databaseUrl(settings, instance));
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** What readers get of each story that was ever released: its page while it is live, 410 afterwards. */
    private static int absentFromSite(Connection newsroom, Instance instance, Voice voice)
            throws SQLException, IOException {
        String site = instance.members().stream().filter(member -> member.name().equals("site"))
                .map(Instance.Member::address).findFirst().orElseThrow();
        int absent = 0;
        try (Statement statement = newsroom.createStatement();
                ResultSet row = statement.executeQuery("select path, live from newsroom.standing order by path")) {
            while (row.next()) {
                int expected = row.getBoolean(2) ? 200 : 410;
                int status = Http.send(HttpRequest.newBuilder(URI.create(site + row.getString(1)))).status();
                if (status != expected) {
                    absent++;
                    voice.line(voice.words().say("verify.site") + ": " + row.getString(1) + " " + status);
                }
            }
        }
        return absent;
    }

    private static String databaseUrl(Settings settings, Instance instance) {
        return settings.databaseElsewhere().orElseGet(() -> "jdbc:postgresql://" + instance.members().stream()
                .filter(member -> member.name().equals("postgresql")).map(Instance.Member::address).findFirst()
                .orElseThrow()
                + "/qalam");
    }
}
