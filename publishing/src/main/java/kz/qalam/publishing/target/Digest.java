package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file's bytes. A site has very many: kept in as little as it takes. */
public record Digest(long first, long second, long third, long fourth) {

    /** Of what is no file. */
    static final Digest NONE = new Digest(0, 0, 0, 0);

    private static final int BYTES = 32;

    static Digest of(byte[] bytes) {
        try {
            return read(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Digest of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** @throws IllegalArgumentException if these are not 64 hexadecimal digits */
    static Digest parse(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("no digest");
        }
        return read(bytes);
    }

    private static Digest read(byte[] bytes) {
        var longs = ByteBuffer.wrap(bytes);
        return new Digest(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
    }

    /** In 64 hexadecimal digits, small letters. */
    @Override
    public String toString() {
        var hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }
}
