package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./qalam redact-picture PICTURE}: a court or the law has a picture taken out, with every other of the same bytes; a
 * tombstone and the digests stay. It may be run again: what was interrupted is then finished.
 */
@Command(name = "redact-picture", mixinStandardHelpOptions = true)
final class RedactPicture implements Callable<Integer> {

    private static final String SHOWN = "QL058";
    private static final Map<String, String> REFUSALS = Map.of("QL056", "redact-no-picture", "QL053",
            "redact-no-person", "23514", "redact-reason");
    /** The tables in which something stood of it: their dead rows go with it. */
    private static final List<String> EMPTIED = List.of("picture", "picture_version", "rendition");

    private final Circumstances circumstances;

    @Parameters(paramLabel = "PICTURE")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private UUID picture;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--by", paramLabel = "USER", required = true)
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    RedactPicture(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        Settings settings = instance.settings(circumstances.environment());
        Voice voice = circumstances.voice();
        try (Connection owner = instance.owner(circumstances.environment())) {
            List<String> files = redacted(owner);
            Databases.forget(owner, EMPTIED);
            if (settings.text("QALAM_PICTURES_BUCKET").isPresent()) {
                voice.say("redact-picture.done", 0, picture);
                voice.say("redact-picture.bucket");
                files.forEach(voice::line);
            } else {
                List<Path> absent = removed(instance.data().pictures(settings), files);
                voice.say("redact-picture.done", files.size() - absent.size(), picture);
                if (!absent.isEmpty()) {
                    voice.say("redact-picture.absent");
                    absent.forEach(file -> voice.line(file.toString()));
                }
            }
            voice.say("redact.purge");
            files.stream().filter(file -> file.startsWith("renditions/"))
                    .map(file -> "/-/media/" + file.substring(file.lastIndexOf('/') + 1).substring(0, 32) + ".*")
                    .forEach(voice::line);
            return 0;
        } catch (SQLException e) {
            String refusal = REFUSALS.get(String.valueOf(e.getSQLState()));
            throw (Trouble) (refusal == null
                    ? new Trouble("owner-refused", String.valueOf(e.getMessage()))
                    : new Trouble(refusal, refusal.equals("redact-no-person") ? by : picture)).initCause(e);
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** Removes the files, and names those that were not there. */
    static List<Path> removed(Path pictures, List<String> files) throws IOException {
        List<Path> absent = new ArrayList<>();
        for (String file : files) {
            if (!Files.deleteIfExists(pictures.resolve(file))) {
                absent.add(pictures.resolve(file));
            }
        }
        return absent;
    }

    /** Where the files stand that are to go, within the vault. */
    private List<String> redacted(Connection owner) throws SQLException {
        try (PreparedStatement redact = owner.prepareStatement("""
                select shelf || '/' || left(file, 2) || '/' || file from newsroom.redact_picture(?, ?, ?)""")) {
            redact.setObject(1, picture);
            redact.setString(2, reason.strip());
            redact.setString(3, by);
            return Databases.despiteDeadlock(() -> all(redact));
        } catch (SQLException e) {
            if (!SHOWN.equals(e.getSQLState())) {
                throw e;
            }
            throw (Trouble) new Trouble("redact-shown", String.join(", ", showing(owner))).initCause(e);
        }
    }

    /** The live stories that show it, or another of the same bytes. */
    private List<String> showing(Connection owner) throws SQLException {
        try (PreparedStatement stories = owner.prepareStatement("""
                select distinct s.article::text from newsroom.standing s
                  join newsroom.picture_use u on u.article = s.article and u.revision = s.revision
                  join newsroom.picture p on p.id = u.picture
                where s.live and p.digest = (select digest from newsroom.picture where id = ?) order by 1""")) {
            stories.setObject(1, picture);
            return all(stories);
        }
    }

    private static List<String> all(PreparedStatement asked) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet row = asked.executeQuery()) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }
}
