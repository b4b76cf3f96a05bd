package kz.qalam.publishing.preview;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where drafts are shown to the newsroom; never where readers come. */
@ConfigMapping(prefix = "qalam.preview")
public interface PreviewConfig {

    /** On loopback; 0 takes any that is free. */
    @WithDefault("8091")
    int port();

    /** What the newsroom must say; without one nothing listens. */
    Optional<String> key();
}
