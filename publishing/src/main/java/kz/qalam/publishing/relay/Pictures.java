package kz.qalam.publishing.relay;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import kz.qalam.core.darkroom.Vault;

/** The vault of finished pictures, as far as the site reads it. */
@Singleton
class Pictures {

    final PictureRows rows;
    final Vault vault;

    Pictures(PictureRows rows, PicturesConfig config) {
        this.rows = rows;
        this.vault = new Vault.Settings(config.folder(), config.bucket().orElse(null), config.endpoint().orElse(null),
                config.region(), config.accessKey().orElse(null), config.secretKey().orElse(null)).open();
    }

    @PreDestroy
    void close() {
        vault.close();
    }
}
