package kz.qalam.publishing.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this process follows releases. */
@ConfigMapping(prefix = "qalam.relay")
interface RelayConfig {

    /** The target's name in the database: one writer at a time, over all processes that know it by this name. */
    @WithDefault("site")
    String target();

    /** The folder that the pages go to. */
    Path folder();

    /** What the site is called. */
    String siteName();

    /** The site's public address. */
    String siteUrl();

    /** The compressed twins that files have beside them, as HTTP calls them, or none. */
    @WithDefault("gzip,br")
    List<String> compressed();

    /** How long a writer that has died is waited for. */
    @WithDefault("10s")
    Duration lease();

    /** How often the lease is renewed: often enough that two lost renewals do no harm. */
    @WithDefault("3s")
    Duration renewal();

    /** The longest that anything due waits, even if the database's bell was not heard. */
    @WithDefault("1s")
    Duration backstop();

    /** The longest pause between two tries to reach a lost database. */
    @WithDefault("5s")
    Duration longestPause();

    /** How far the press's clock is ahead of the machine's: for comparing a site with one that is printed on another day. */
    @WithDefault("0s")
    Duration ahead();
}
