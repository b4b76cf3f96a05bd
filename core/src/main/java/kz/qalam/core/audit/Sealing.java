package kz.qalam.core.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Seals the trail into a folder outside the database: the ends of all chains that grew since the last seal, and of the
 * chain of releases. What is older than the last seal cannot be rewritten unseen, not even by the database's owner.
 */
public final class Sealing {

    /** Entries become visible at commit, later than their time; so each seal looks back this far beyond the one before. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int HEADS = 10_000;

    private final SealFile file;
    private Instant sealedUntil = Instant.EPOCH;
    private String lastSeal = "";
    private String lastRelease = "";
    private Set<Seal.Head> lastHeads = Set.of();

    /** @param folder where the seals are kept; the seals already there are read */
    public Sealing(Path folder) throws IOException {
        this.file = new SealFile(folder);
        this.lastSeal = file.read(seal -> {
            sealedUntil = seal.at();
            lastRelease = seal.release();
        }, finding -> {});
    }

    /**
     * Seals what is new; writes nothing when there is nothing.
     *
     * @return how many chains were sealed
     */
    public synchronized int seal(Connection connection, Instant now) throws SQLException, IOException {
        if (sealedUntil.isAfter(now)) {
            // The clock was set back: by their times nobody can tell any more which entries came after the last seal.
            sealedUntil = Instant.EPOCH;
        }
        List<Seal.Head> heads = new ArrayList<>();
        try (PreparedStatement grown = connection.prepareStatement("""
                select distinct on (t.chain) t.chain, t.seq, encode(t.hash, 'hex') from newsroom.trail t
                where t.chain in (select chain from newsroom.trail where at > ?) order by t.chain, t.seq desc""")) {
            grown.setObject(1, OffsetDateTime.ofInstant(since(), ZoneOffset.UTC));
            try (ResultSet row = grown.executeQuery()) {
                while (row.next()) {
                    heads.add(new Seal.Head(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)));
                }
            }
        }
        String release = lastRelease(connection);
        if (isSealed(heads) && release.equals(lastRelease)) {
            return 0;
        }
        for (int from = 0; from == 0 || from < heads.size(); from += HEADS) {
            Seal seal = new Seal(now, lastSeal, heads.subList(from, Math.min(from + HEADS, heads.size())), release);
            file.append(seal);
            lastSeal = seal.hash();
        }
        sealedUntil = now;
        lastRelease = release;
        lastHeads = Set.copyOf(heads);
        return heads.size();
    }

    private boolean isSealed(List<Seal.Head> heads) {
        return lastHeads.containsAll(heads);
    }

    private Instant since() {
        return sealedUntil.equals(Instant.EPOCH) ? Instant.EPOCH : sealedUntil.minus(OVERLAP);
    }

    private static String lastRelease(Connection connection) throws SQLException {
        try (Statement last = connection.createStatement();
                ResultSet row = last.executeQuery(
                        "select number, encode(hash, 'hex') from newsroom.release order by number desc limit 1")) {
            return row.next() ? row.getLong(1) + " " + row.getString(2) : "0 -";
        }
    }
}
