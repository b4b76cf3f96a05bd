package kz.qalam.launcher;

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
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./qalam redact STORY}: a court or the law has a text taken out; a tombstone and the digests stay. */
@Command(name = "redact", mixinStandardHelpOptions = true)
final class Redact implements Callable<Integer> {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MOST = 100_000;
    private static final Map<String, String> REFUSALS = Map.of("QL052", "redact-no-story", "QL053", "redact-no-person",
            "QL054", "redact-no-revision", "23514", "redact-reason");
    /** The tables in which the text stood, or something of it: their dead rows go with it. */
    static final List<String> EMPTIED = List.of("revision", "review", "approval", "edition", "release", "imported",
            "article", "working_text", "note", "stet", "expiry", "story_words", "text_sketch", "live_mark",
            "picture_use");

    private final Circumstances circumstances;

    @Parameters(paramLabel = "STORY")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private UUID story;

    @Option(names = "--revisions", paramLabel = "LIST", required = true)
    @SuppressWarnings("NullAway.Init")
    private String revisions;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--by", paramLabel = "USER", required = true)
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Option(names = "--notice", paramLabel = "TEXT")
    private @Nullable String notice;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Redact(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Integer[] numbers = numbers();
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        try (Connection owner = instance.owner(circumstances.environment())) {
            List<String> kept = keptElsewhere(owner);
            int emptied;
            try (PreparedStatement redact = owner.prepareStatement("select newsroom.redact(?, ?, ?, ?, ?)")) {
                redact.setObject(1, story);
                redact.setArray(2, numbers == null ? null : owner.createArrayOf("integer", numbers));
                redact.setString(3, reason.strip());
                redact.setString(4, by);
                redact.setString(5, notice);
                emptied = Databases.despiteDeadlock(() -> {
                    try (ResultSet row = redact.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
            }
            Databases.forget(owner, EMPTIED);
            circumstances.voice().say("redact.done", emptied, story);
            if (!kept.isEmpty()) {
                circumstances.voice().say("redact.purge");
                kept.forEach(circumstances.voice()::line);
            }
            return 0;
        } catch (SQLException e) {
            String refusal = REFUSALS.get(String.valueOf(e.getSQLState()));
            throw (Trouble) (refusal == null
                    ? new Trouble("owner-refused", String.valueOf(e.getMessage()))
                    : new Trouble(refusal, refusal.equals("redact-no-person") ? by : story)).initCause(e);
        }
    }

    /** Addresses of what readers had of it and caches before the site may keep: its pages, its card, its pictures. */
    private List<String> keptElsewhere(Connection owner) throws SQLException {
        List<String> kept = new ArrayList<>();
        try (PreparedStatement addresses = owner.prepareStatement(
                """
                        select t.prefix || p.path from newsroom.permalink p cross join (values (''), ('/latn'), ('/arab')) t (prefix)
                          where p.article = ?
                        union
                        select '/-/cards/' || article || '.*' from newsroom.permalink where article = ?
                        union
                        select '/-/media/' || left(encode(r.digest, 'hex'), 32) || '.*' from newsroom.picture_use u
                          join newsroom.rendition r on r.picture = u.picture
                          where u.article = ? and exists (select from newsroom.permalink p where p.article = u.article)
                        order by 1""")) {
            for (int i = 1; i <= 3; i++) {
                addresses.setObject(i, story);
            }
            try (ResultSet row = addresses.executeQuery()) {
                while (row.next()) {
                    kept.add(row.getString(1));
                }
            }
        }
        return kept;
    }

    /** {@code 1,3-5}; null for {@code all}. */
    private Integer @Nullable [] numbers() {
        if (revisions.equals("all")) {
            return null;
        }
        List<Integer> numbers = new ArrayList<>();
        for (String part : revisions.split(",", -1)) {
            var range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new Trouble("redact-revisions", revisions);
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last - first > MOST) {
                throw new Trouble("redact-revisions", revisions);
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers.toArray(Integer[]::new);
    }
}
