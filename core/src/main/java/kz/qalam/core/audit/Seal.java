package kz.qalam.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A seal: at this time these chains ended so. Each holds the one before, so that a seal cannot be taken out or changed
 * without the next showing it; kept outside the database, where whoever can rewrite the one cannot rewrite the other.
 *
 * @param heads the ends of the chains that grew since the seal before
 * @param release the last release's number and hash in hex, «0 -» before the first
 * @param previous the seal before, in hex; empty for the first
 */
record Seal(Instant at, String previous, List<Head> heads, String release) {

    record Head(UUID chain, int seq, String hash) {

        @Override
        public String toString() {
            return chain + " " + seq + " " + hash;
        }

        static Head read(String text) {
            String[] parts = text.split(" ", 3);
            return new Head(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }
    }

    /** SHA-256 over everything the seal says, in hex. */
    String hash() {
        String text = at + "\n" + previous + "\n" + release + "\n"
                + heads.stream().map(Head::toString).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
