package kz.qalam.publishing.search;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.publishing.page.Section;

/**
 * The one thread that keeps the index: it follows the log of releases from the index's own position. A damaged index, one
 * made by other tables, or one that followed another database is made anew, while the site goes on.
 */
@ApplicationScoped
class Indexing {
    private static final Logger LOG = Logger.getLogger(Indexing.class);

    private static final int BATCH = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration COMMIT = Duration.ofSeconds(3);
    private static final Duration SECTIONS = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final SearchConfig config;
    private final StoryAnalyzer analyzer;
    private final Thread follower = new Thread(this::run, "search-index");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable StoryIndex index;
    private volatile boolean complete;
    private volatile boolean suspect;
    private volatile List<Section> sections = List.of();
    private final LongSupplier nanos;
    private long sectionsDue;
    private long commitDue;
    private boolean dirty;

    @Inject
    Indexing(Ledger ledger, SearchConfig config, Language language) {
        this(ledger, config, language, System::nanoTime);
    }

    /** @param nanos a clock that nobody sets */
    Indexing(Ledger ledger, SearchConfig config, Language language, LongSupplier nanos) {
        this.nanos = nanos;
        this.sectionsDue = nanos.getAsLong();
        this.commitDue = sectionsDue;
        this.ledger = ledger;
        this.config = config;
        this.analyzer = language.analyzer();
    }

    void start(@Observes Startup event) {
        follower.setDaemon(true);
        follower.start();
    }

    void stop(@Observes Shutdown event) throws InterruptedException {
        ended.countDown();
        follower.join(PATIENCE.toMillis());
    }

    /** What may be searched now; null while there is nothing. */
    @Nullable
    StoryIndex index() {
        return index;
    }

    /** Whether it has once caught up with the log since it was opened. */
    boolean complete() {
        return complete;
    }

    /** The paper's sections, as far as they are known. */
    List<Section> sections() {
        return sections;
    }

    /** Someone who searched met a damaged file. */
    void suspect() {
        suspect = true;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (ended.getCount() > 0) {
            try {
                var open = index;
                if (open == null) {
                    open = open();
                }
                if (suspect) {
                    throw new CorruptIndexException("found while searching", "index");
                }
                if (!step(open)) {
                    await(config.look());
                }
                pause = FIRST_PAUSE;
            } catch (SQLException e) {
                LOG.debugf("the database is away: SQLSTATE %s", e.getSQLState());
                await(pause);
                pause = longer(pause);
            } catch (IOException | RuntimeException | Error e) {
                LOG.errorf("the search's index is opened anew: %s", e.getClass().getSimpleName());
                close();
                if (isDamage(e)) {
                    remove();
                }
                await(pause);
                pause = longer(pause);
            }
        }
        close();
    }

    private StoryIndex open() throws IOException, SQLException {
        StoryIndex opened;
        try {
            opened = StoryIndex.open(config.folder(), analyzer);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the search's index cannot be read and is made anew: %s", e.getClass().getSimpleName());
            StoryIndex.remove(config.folder());
            opened = StoryIndex.open(config.folder(), analyzer);
        }
        try {
            if (opened.position() > 0) {
                var line = ledger.after(opened.position() - 1, 1);
                if (line.isEmpty() || !line.get(0).article().equals(opened.last())) {
                    LOG.warn("the search's index followed another log of releases and is made anew");
                    opened.clear();
                }
            }
        } catch (SQLException | IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        suspect = false;
        complete = false;
        dirty = false;
        index = opened;
        LOG.infof("searching from release %d", opened.position());
        return opened;
    }

    /** Follows some releases; false when there are none. */
    boolean step(StoryIndex open) throws IOException, SQLException {
        if (sectionsDue - nanos.getAsLong() <= 0) {
            sections = ledger.sections();
            sectionsDue = nanos.getAsLong() + SECTIONS.toNanos();
        }
        // Before the releases: what each of these took from readers is among them
        var redactions = ledger.redactions();
        var lines = ledger.after(open.position(), BATCH);
        if (lines.isEmpty()) {
            complete = true;
            dirty |= open.gather();
        } else {
            var last = lines.get(lines.size() - 1);
            try {
                follow(open,
                        lines.stream().map(Ledger.Line::article).collect(Collectors.toCollection(LinkedHashSet::new)),
                        last.number());
            } catch (Ledger.Held held) {
                if (redactions != open.redactions()) {
                    takeAway(open);
                    purge(open, redactions);
                }
                throw held;
            }
            open.advance(last.number(), last.article());
            dirty = true;
        }
        var redacted = redactions != open.redactions() && lines.size() < BATCH;
        if (redacted) {
            purge(open, redactions);
        } else if (dirty && commitDue - nanos.getAsLong() <= 0) {
            open.commit();
            onDisk();
        }
        return !lines.isEmpty();
    }

    private void purge(StoryIndex open, long redactions) throws IOException {
        open.purge(redactions);
        onDisk();
    }

    private void onDisk() {
        commitDue = nanos.getAsLong() + COMMIT.toNanos();
        dirty = false;
    }

    /** All that is still to be followed, and comes when the house goes on: no word of what was redacted waits for that. */
    private void takeAway(StoryIndex open) throws IOException, SQLException {
        var lines = ledger.after(open.position(), BATCH);
        while (!lines.isEmpty()) {
            for (var line : lines) {
                open.remove(line.article());
            }
            lines = ledger.after(lines.get(lines.size() - 1).number(), BATCH);
        }
    }

    private void follow(StoryIndex open, LinkedHashSet<UUID> articles, long upTo) throws IOException, SQLException {
        var places = ledger.places(articles);
        var gone = articles.stream().filter(article -> {
            var place = places.get(article);
            return place == null || !place.live();
        }).toList();
        for (var article : gone) {
            open.remove(article);
        }
        // What was released again comes again, further on in the log
        var due = places.values().stream().filter(place -> place.live() && place.release() <= upTo)
                .map(Ledger.Place::article).toList();
        for (var text : ledger.texts(due)) {
            var place = places.get(text.article());
            if (place != null && text.release() == place.release()) {
                take(open, place, text);
            }
        }
    }

    private static void take(StoryIndex open, Ledger.Place place, Ledger.Text text) throws IOException {
        Copy copy;
        try {
            copy = Copy.read(text.copy());
        } catch (RuntimeException e) {
            // Its own delivery says so
            open.remove(place.article());
            return;
        }
        var about = copy.bylines().stream().map(byline -> byline.name()).collect(Collectors.joining("\n")) + "\n"
                + String.join("\n", copy.tags());
        open.put(new StoryIndex.Story(place.article(), place.release(), place.path(), place.section(), place.firstAt(),
                copy.language(), copy.headline(), Telling.text(copy)), about);
    }

    private static boolean isDamage(Throwable e) {
        return e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException || e instanceof IndexNotFoundException
                || e instanceof java.nio.file.NoSuchFileException;
    }

    private void close() {
        var open = index;
        index = null;
        complete = false;
        if (open != null) {
            try {
                if (dirty) {
                    open.commit();
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("what was not yet on the disk is followed again");
            }
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                LOG.debugf("closing: %s", e.getClass().getSimpleName());
            }
        }
    }

    private void remove() {
        try {
            StoryIndex.remove(config.folder());
        } catch (IOException e) {
            LOG.errorf("the search's folder cannot be emptied: %s", e.getClass().getSimpleName());
        }
    }

    private Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(config.longestPause()) < 0 ? twice : config.longestPause();
    }

    private void await(Duration pause) {
        try {
            if (ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the search ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
    }
}
