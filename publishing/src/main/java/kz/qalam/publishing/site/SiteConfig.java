package kz.qalam.publishing.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the site is served. */
@ConfigMapping(prefix = "qalam.site")
interface SiteConfig {

    /** The folder whose files are served. */
    Path folder();

    /** Whose word about a reader's address is believed, beside this machine's own: addresses, or networks as 10.0.0.0/8. */
    Optional<List<String>> proxies();

    /** How much memory the files that are read most may take, compressed and plain. */
    @WithDefault("64M")
    MemorySize memory();

    /** How long a file is taken to be unchanged when another process writes the folder. */
    @WithDefault("1s")
    Duration fresh();
}
