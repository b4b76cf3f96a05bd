package kz.qalam.publishing.search;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the public search works. */
@ConfigMapping(prefix = "qalam.search")
interface SearchConfig {

    /** Where this process keeps its index: a cache, which no other process may use and which may be deleted at any time. */
    Path folder();

    /** How many questions are answered at once: for two cores one more than these, as each waits for the database for a while. */
    @WithDefault("3")
    int seats();

    /** How many more may wait for their turn; whoever comes then is asked to come again. */
    @WithDefault("64")
    int queue();

    /** How long a question may wait, and how long it may then be sought. */
    @WithDefault("2s")
    Duration most();

    /** How often the log of releases is looked at. */
    @WithDefault("200ms")
    Duration look();

    /** The longest pause between two tries to reach a lost database or to mend the index. */
    @WithDefault("5s")
    Duration longestPause();
}
