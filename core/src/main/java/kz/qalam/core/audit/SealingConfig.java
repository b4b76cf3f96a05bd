package kz.qalam.core.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where and how often the trail is sealed. */
@ConfigMapping(prefix = "qalam.seals")
interface SealingConfig {

    /** The folder of seals, outside the database and best on another disk. Without it nothing is sealed. */
    Optional<Path> folder();

    /** What an owner of the database could rewrite unseen is younger than this. */
    @WithDefault("60s")
    Duration every();
}
