package kz.qalam.publishing.relay;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the newsroom keeps finished pictures. The site reads the shelf of renditions, and nothing else there. */
@ConfigMapping(prefix = "qalam.pictures")
interface PicturesConfig {

    @WithDefault(".qalam/pictures")
    Path folder();

    Optional<String> bucket();

    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> accessKey();

    Optional<String> secretKey();
}
