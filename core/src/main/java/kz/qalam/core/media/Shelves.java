package kz.qalam.core.media;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import kz.qalam.core.darkroom.Vault;
import kz.qalam.core.darkroom.VaultAway;
import kz.qalam.core.refusal.PicturesAway;

/** The newsroom's vault. Storage that is away is a refusal here: nothing is told to be kept that is not. */
@ApplicationScoped
class Shelves {

    private static final Logger LOG = Logger.getLogger(Shelves.class);

    private final PicturesConfig config;
    private volatile Vault vault;

    @SuppressWarnings("NullAway.Init")
    Shelves(PicturesConfig config) {
        this.config = config;
    }

    String keep(Vault.Shelf shelf, byte[] bytes) {
        try {
            return vault().keep(shelf, bytes);
        } catch (VaultAway e) {
            LOG.error(e.getMessage());
            throw new PicturesAway();
        }
    }

    byte[] fetch(Vault.Shelf shelf, String digest) {
        try {
            return vault().fetch(shelf, digest);
        } catch (VaultAway e) {
            LOG.error(e.getMessage());
            throw new PicturesAway();
        }
    }

    private synchronized Vault vault() {
        if (vault == null) {
            vault = config.settings().open();
        }
        return vault;
    }

    @PreDestroy
    synchronized void close() {
        if (vault != null) {
            vault.close();
        }
    }
}
