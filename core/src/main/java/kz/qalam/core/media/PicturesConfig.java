package kz.qalam.core.media;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import kz.qalam.core.darkroom.Vault;

/** Where pictures are kept. */
@ConfigMapping(prefix = "qalam.pictures")
interface PicturesConfig {

    /** The folder of originals and renditions, unless there is a bucket. */
    @WithDefault(".qalam/pictures")
    Path folder();

    /** The bucket of S3-compatible storage; without one pictures are kept in the folder. */
    Optional<String> bucket();

    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> accessKey();

    Optional<String> secretKey();

    default Vault.Settings settings() {
        return new Vault.Settings(folder(), bucket().orElse(null), endpoint().orElse(null), region(),
                accessKey().orElse(null), secretKey().orElse(null));
    }
}
