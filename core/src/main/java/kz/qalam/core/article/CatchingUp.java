package kz.qalam.core.article;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import kz.qalam.core.language.morphology.Analyser;

/** After a start, makes the stories searchable that were saved before there was a search, or before its rules changed. */
@ApplicationScoped
class CatchingUp {

    private static final Logger LOG = Logger.getLogger(CatchingUp.class);

    private final StoryWords words;
    private UUID last = StoryWords.first();
    private volatile boolean done;

    CatchingUp(StoryWords words) {
        this.words = words;
    }

    /** What a search would otherwise read through, or a save put in order while its writer waits. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void order() {
        try {
            words.order();
        } catch (PersistenceException | IllegalStateException e) {
            LOG.debugf("new words were not put in order (%s); it is tried again", e.getClass().getSimpleName());
        }
    }

    @Scheduled(every = "${qalam.search.catch-up-every:10s}", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (done) {
            return;
        }
        // loads its lists, so that the day's first save does not wait for them
        Analyser.shipped();
        try {
            for (UUID next = words.catchUp(last); !next.equals(last); next = words.catchUp(last)) {
                last = next;
            }
            done = true;
        } catch (PersistenceException | IllegalStateException e) {
            LOG.warnf("Stories were not all made searchable (%s); it is tried again", e.getClass().getSimpleName());
        }
    }
}
