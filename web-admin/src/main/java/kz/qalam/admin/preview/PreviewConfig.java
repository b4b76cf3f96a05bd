package kz.qalam.admin.preview;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the public site shows drafts to the newsroom. */
@ConfigMapping(prefix = "qalam.preview")
public interface PreviewConfig {

    @WithDefault("http://127.0.0.1:8091")
    URI url();

    /** What we say there; without one there are no previews. */
    Optional<String> key();

    @WithDefault("5S")
    Duration patience();
}
