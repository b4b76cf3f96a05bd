package kz.qalam.core.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.publication.Batch.Outcome;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.staff.Actor;

/**
 * The same move with many stories: each is judged, refused or carried out by itself, as if it had been opened, in its own
 * transaction. What one is refused for stops none of the others.
 */
@ApplicationScoped
public class Batching {

    /** So many stories at once. */
    public static final int MOST = 100;

    private final BatchSteps steps;

    Batching(BatchSteps steps) {
        this.steps = steps;
    }

    /**
     * Makes the move with each story, in their order.
     *
     * @param id what this person calls it: the same again makes the move with none of the stories with which it was made
     *        already, answers of them as before, and judges the others anew. It is remembered for {@value BatchSteps#DAYS}
     *        days. Absent: nothing is remembered
     * @return of each story once; also when the database went away in the middle, {@link Outcome#isBrokenOff()}
     * @throws Invalid when planning without a time, when there are more than {@value #MOST}, or the id was used for something else
     */
    public List<Outcome> carryOut(Actor actor, @Nullable UUID id, Batch batch) {
        if (batch.stories().isEmpty()) {
            throw Invalid.of("/articles", "required");
        }
        if (batch.step() == Batch.Step.PLAN && batch.from() == null) {
            throw Invalid.of("/from", "when-required");
        }
        if (batch.stories().size() > MOST) {
            throw Invalid.of("/articles", "too-many", MOST);
        }
        if (id != null) {
            steps.open(actor, id, batch);
        }
        List<Outcome> outcomes = new ArrayList<>();
        RuntimeException broken = null;
        for (Outcome untold : batch.stories().stream().map(story -> steps.named(actor, story)).toList()) {
            RuntimeException why = broken != null ? broken : take(actor, id, batch, untold.story());
            if (why != null && !(why instanceof Refusal)) {
                if (outcomes.isEmpty()) {
                    throw why;
                }
                // What was done before it is done, and whoever asked learns of it.
                broken = why;
            }
            outcomes.add(new Outcome(untold.story(), untold.headline(), untold.language(), why));
        }
        return outcomes;
    }

    private @Nullable RuntimeException take(Actor actor, @Nullable UUID id, Batch batch, UUID story) {
        try {
            steps.take(actor, id, batch, story);
            return null;
        } catch (RuntimeException why) {
            return why;
        }
    }
}
