package kz.qalam.core.darkroom;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where originals and renditions are kept for good, each under its SHA-256: in a folder or in S3-compatible storage. What
 * is kept there is never changed; whoever has one digest cannot come to another.
 */
public interface Vault extends AutoCloseable {

    /** The two shelves. Whoever prints the site needs only the second. */
    enum Shelf {
        ORIGINALS("originals"),
        RENDITIONS("renditions");

        private final String name;

        Shelf(String name) {
            this.name = name;
        }

        /** Where a file stands, from the vault's root: two letters of its digest, then all of it. */
        String place(String digest) {
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no digest");
            }
            return name + "/" + digest.substring(0, 2) + "/" + digest;
        }
    }

    /**
     * Keeps these bytes, and returns only when they would survive a crash. The same bytes again change nothing.
     *
     * @return their digest, in hex
     * @throws VaultAway when they could not be kept
     */
    String keep(Shelf shelf, byte[] bytes);

    /**
     * The bytes of a digest, held against it.
     *
     * @throws VaultAway when they cannot be had, are not there, or are not what was kept
     */
    byte[] fetch(Shelf shelf, String digest);

    @Override
    void close();

    /**
     * @param folder where the vault is, unless there is a bucket
     * @param bucket of S3-compatible storage
     * @param endpoint of the storage; absent: Amazon's own
     */
    record Settings(Path folder, @Nullable String bucket, @Nullable URI endpoint, String region,
            @Nullable String accessKey, @Nullable String secretKey) {

        /** Opens the vault; nothing is asked of the storage yet. */
        public Vault open() {
            return bucket == null || bucket.isBlank() ? new FolderVault(folder) : new BucketVault(this);
        }
    }
}
