package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Standing;
import kz.qalam.core.audit.Entry;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.publication.EndLine;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.EditionMoved;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.NothingPlanned;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Until when stories are before the public, against a real PostgreSQL: the clock is the site's own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermTest {

    @Inject
    Cast cast;

    @Inject
    Articles articles;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    Publications publications;

    @Inject
    Freezing freezing;

    @Inject
    Staff staff;

    private static Instant in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sets the shortest of ends and waits for it, as the site does: by asking when it is to ask again. */
    private void passes(Actor publisher, UUID story, String notice) throws Exception {
        passes(publisher, story, notice, in(Duration.ofMillis(1_500)));
    }

    private void passes(Actor publisher, UUID story, String notice, Instant end) throws Exception {
        publishing.end(publisher, story, end, notice);
        while (Instant.now().isBefore(end.plusMillis(20))) {
            Thread.sleep(20);
        }
    }

    private static String tick() throws SQLException {
        try (Connection site = TestDatabase.as("qalam_site");
                Statement statement = site.createStatement();
                ResultSet row = statement.executeQuery("select released, next_at from site.release_due()")) {
            row.next();
            return row.getString(1);
        }
    }

    private Standing standing(Actor author, UUID story) {
        return articles.find(author, story).standing();
    }

    @Test
    void atItsEndAStoryIsWithdrawnByItself() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        UUID story = cast.live(author, "Байқау басталды");
        Instant later = in(Duration.ofDays(3));
        publishing.end(publisher, story, later, " Байқау  аяқталды. ");
        assertEquals(new Standing.End(later, "Байқау аяқталды."), standing(author, story).end());
        assertTrue(publications.ending(publisher, 100).stream().map(EndLine::article).anyMatch(story::equals));
        tick();
        assertNotNull(standing(author, story).live());

        passes(publisher, story, "Байқау аяқталды.");
        assertNotNull(standing(author, story).live(), "nobody but the clock withdraws");
        // Whoever set it may have left meanwhile
        staff.dismiss(cast.newcomer(Role.ADMIN), publisher.person(), staff.desks(cast.newcomer(Role.ADMIN)).get(0).id(),
                Role.PUBLISHER);
        tick();
        Standing after = standing(author, story);
        assertNull(after.live());
        assertNull(after.end());
        EditionLine last = publications.of(author, story, 1).get(0);
        assertEquals("WITHDRAWAL RELEASED Байқау аяқталды.", last.kind() + " " + last.state() + " " + last.notice());
        assertTrue(articles.trail(author, story, 0, 100).stream().map(Entry::act).toList().contains("edition.expired"));
        tick();
        assertEquals(2, publications.of(author, story, 10).size(), "once");

        // What is published later stays
        Copy again = articles.find(author, story).revision().copy().withLead("Екінші байқау");
        drafting.save(author, story, 1, again);
        reviewing.submit(author, story, null, new Proposal(kz.qalam.core.review.Kind.UPDATE, null, null));
        reviewing.approve(cast.newcomer(Role.REVIEWER), story, 2, null);
        tick();
        assertNotNull(standing(author, story).live());
    }

    /** No answer came, and it is sent once more; what another publisher did in between is not undone by it. */
    @Test
    void anEndThatIsSetOrLiftedOnceMoreIsNoChangeOfAnothers() throws Exception {
        UUID story = cast.live(cast.newcomer(Role.AUTHOR), "Байқау басталды");
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        Instant later = in(Duration.ofDays(3));
        String none = Standing.End.sign(null);
        for (int i = 0; i < 2; i++) {
            publishing.endAsSeen(publisher, story, later, " Байқау  аяқталды. ", none);
        }
        Standing.End set = new Standing.End(later, "Байқау аяқталды.");
        assertEquals(set, standing(publisher, story).end());
        assertThrows(EditionMoved.class, () -> publishing.endAsSeen(publisher, story, later, "Басқа сөз.", none));
        assertThrows(EditionMoved.class,
                () -> publishing.endAsSeen(publisher, story, null, null, Standing.End.sign(
                        new Standing.End(later.plusSeconds(1), null))));
        for (int i = 0; i < 2; i++) {
            publishing.endAsSeen(publisher, story, null, null, Standing.End.sign(set));
        }
        assertNull(standing(publisher, story).end());
    }

    @Test
    void anUpdateMeanwhileGoesWithTheRest() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID story = cast.live(author, "Жөндеу жүріп жатыр");
        Instant later = in(Duration.ofDays(1));
        publishing.end(cast.newcomer(Role.PUBLISHER), story, later, null);
        drafting.save(author, story, 1, articles.find(author, story).revision().copy().withLead("Тағы бір күн"));
        reviewing.submit(author, story, null, new Proposal(kz.qalam.core.review.Kind.UPDATE, null, null));
        reviewing.approve(cast.newcomer(Role.REVIEWER), story, 2, null);
        assertEquals(new Standing.End(later, null), standing(author, story).end(), "an update moves no end");
        passes(cast.newcomer(Role.PUBLISHER), story, null);
        tick();
        assertNull(standing(author, story).live());
    }

    @Test
    void whatIsNotOutByItsEndStaysIn() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        Instant from = in(Duration.ofSeconds(4));
        UUID story = cast.approved(author, "Кешкі концерт", new Proposal(null, null, from));
        assertThrows(Invalid.class, () -> publishing.end(publisher, story, from.minusMillis(50), null),
                "before it goes out");
        // The house stands still over both times
        passes(publisher, story, null, from.plusMillis(100));
        tick();
        Standing after = standing(author, story);
        assertNull(after.live());
        assertNotNull(after.planned().get(0).held());
        assertThrows(Invalid.class, () -> publishing.plan(publisher, story, 1, null));
        publishing.endNever(publisher, story);
        publishing.plan(publisher, story, 1, null);
        assertNotNull(standing(author, story).live());
    }

    @Test
    void anEndComesInAFreezeToo() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        UUID story = cast.live(author, "Тоң");
        freezing.freeze(publisher, "Сынақ");
        try {
            passes(publisher, story, null);
            tick();
            assertNull(standing(author, story).live());
        } finally {
            freezing.unfreeze(publisher);
        }
    }

    @Test
    void publishersOfTheDeskEndAndNobodyElse() {
        Actor author = cast.newcomer(Role.AUTHOR);
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        UUID story = cast.live(author, "Мерзімі бар");
        Instant later = in(Duration.ofDays(1));
        for (Role role : new Role[]{Role.EDITOR, Role.REVIEWER}) {
            assertThrows(NotPermitted.class, () -> publishing.end(cast.newcomer(role), story, later, null));
            assertThrows(NotPermitted.class, () -> publishing.endNever(cast.newcomer(role), story));
        }
        assertThrows(NotPermitted.class, () -> publishing.end(author, story, later, null));
        assertThrows(NotFound.class, () -> publishing.end(cast.newcomer(Role.AUTHOR), story, later, null));
        assertThrows(Invalid.class, () -> publishing.end(publisher, story, in(Duration.ofSeconds(-1)), null));
        assertThrows(Invalid.class, () -> publishing.end(publisher, story, in(Duration.ofDays(800)), null));
        publishing.end(publisher, story, later, null);
        publishing.end(publisher, story, later, null);
        assertEquals(1, articles.trail(author, story, 0, 100).stream()
                .filter(entry -> entry.act().equals("edition.end_set")).count(), "the same end again is no act");
        publishing.withdraw(publisher, story, "Қате", null);
        assertNull(standing(author, story).end());
        assertThrows(NothingPlanned.class, () -> publishing.end(publisher, story, later, null));
        assertFalse(publications.ending(publisher, 100).stream().anyMatch(end -> end.article().equals(story)));
    }
}
