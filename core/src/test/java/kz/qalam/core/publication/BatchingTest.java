package kz.qalam.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Language;
import kz.qalam.core.publication.Batch.Outcome;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;

/** What is told when the database goes away in the middle of many moves. */
class BatchingTest {

    private static final RuntimeException AWAY = new IllegalStateException("away");

    private final Actor actor = new Actor(UUID.randomUUID(), "editor", "Редактор", List.of());
    private final List<UUID> stories = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
            UUID.randomUUID());
    private final List<UUID> tried = new ArrayList<>();

    @Test
    void whatWasDoneBeforeItBrokeOffIsTold() {
        List<Outcome> told = outcomes(2);
        assertEquals(stories, told.stream().map(Outcome::story).toList());
        assertNull(told.get(0).why());
        assertTrue(told.get(1).why() instanceof NotFound && !told.get(1).isBrokenOff());
        assertSame(AWAY, told.get(2).why());
        assertSame(AWAY, told.get(3).why());
        assertEquals(Set.of("Тақырып"), Set.copyOf(told.stream().map(Outcome::headline).toList()));
        assertEquals(stories.subList(0, 3), tried, "what comes after is not tried");
    }

    @Test
    void whatNeverBeganFailsAsAWhole() {
        assertSame(AWAY, assertThrows(RuntimeException.class, () -> outcomes(0)));
        assertFalse(outcomes(99).stream().anyMatch(Outcome::isBrokenOff));
    }

    private List<Outcome> outcomes(int away) {
        tried.clear();
        return new Batching(new BatchSteps(null, null, null, null, null, null) {

            @Override
            Outcome named(Actor one, UUID story) {
                return new Outcome(story, "Тақырып", Language.KK, null);
            }

            @Override
            public void take(Actor one, @Nullable UUID id, Batch batch, UUID story) {
                tried.add(story);
                int turn = stories.indexOf(story);
                if (turn == away) {
                    throw AWAY;
                }
                if (turn == 1) {
                    throw new NotFound();
                }
            }
        }).carryOut(actor, null, new Batch(Batch.Step.RECALL, "", null, stories));
    }
}
