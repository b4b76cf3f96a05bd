package kz.qalam.publishing.relay;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.darkroom.Vault;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.core.darkroom.VaultAway;

/** The vault of finished pictures, as far as the site reads it. */
@Singleton
class Pictures {

    final PictureRows rows;
    final Vault vault;
    private final @Nullable Couriers couriers;

    Pictures(PictureRows rows, PicturesConfig config) {
        this.rows = rows;
        this.vault = new Vault.Settings(config.folder(), config.bucket().orElse(null), config.endpoint().orElse(null),
                config.region(), config.accessKey().orElse(null), config.secretKey().orElse(null)).open();
        this.couriers = config.bucket().filter(bucket -> !bucket.isBlank()).isPresent() ? new Couriers(vault) : null;
    }

    /**
     * The finished files of these digests.
     *
     * @throws VaultAway when one of them is not to be had now
     */
    Map<String, byte[]> fetch(Collection<String> digests) {
        if (couriers != null) {
            return couriers.fetch(digests);
        }
        var files = new HashMap<String, byte[]>();
        digests.forEach(digest -> files.put(digest, vault.fetch(Shelf.RENDITIONS, digest)));
        return files;
    }

    /** Does work in which one slow picture after another must not keep what else goes out. */
    <T> T hurried(Supplier<T> work) {
        if (couriers == null) {
            return work.get();
        }
        couriers.hurry();
        try {
            return work.get();
        } finally {
            couriers.takeTime();
        }
    }

    @PreDestroy
    void close() {
        if (couriers != null) {
            couriers.close();
        }
        vault.close();
    }
}
