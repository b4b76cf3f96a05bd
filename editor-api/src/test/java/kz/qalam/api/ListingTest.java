package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** The list of stories says in SQL what {@link Move#READ} says in Java; here they are held against each other. */
@QuarkusTest
class ListingTest {

    private static final List<Role> ROLES = List.of(Role.AUTHOR, Role.EDITOR, Role.REVIEWER, Role.PUBLISHER);

    @Inject
    People people;

    @Inject
    Articles articles;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Stories stories;

    @Test
    void aTimeThatNoCalendarHasIsNone() {
        Client admin = Client.of(people.admin());
        for (String list : List.of("/articles?since=", "/articles?before=", "/trail?from=", "/trail?to=")) {
            for (String time : List.of("-999999999-01-01T00:00:00Z", "%2B10000-01-01T00:00:00Z", "2026-11-26")) {
                assertEquals("not-time",
                        admin.get(list + time).expect(422).text("/problems/0/key"), list + time);
            }
        }
    }

    @Test
    void aListHoldsExactlyWhatMayBeRead() {
        Desk here = people.desk();
        Desk there = people.desk();
        List<Someone> readers = new ArrayList<>();
        for (int roles = 0; roles < 16; roles++) {
            readers.add(reader(here, roles, there, 15 - roles));
            readers.add(reader(here, roles, there, 0));
        }
        List<UUID> all = new ArrayList<>();
        for (Desk desk : List.of(here, there)) {
            for (Someone owner : readers) {
                if (owner.actor().is(Role.AUTHOR, desk.id())) {
                    all.add(drafting.start(owner.actor(), Copy.draft("Жоба"), desk.id(), null).article());
                }
            }
            Someone writer = people.at(desk, Role.AUTHOR, Role.EDITOR);
            Someone judge = people.at(desk, Role.REVIEWER);
            all.add(drafting.bring(writer.actor(), Copy.draft("Ешкімдікі емес"), desk.id(), null, null).article());
            all.add(approved(writer.actor(), judge.actor(), desk, null));
            all.add(approved(writer.actor(), judge.actor(), desk, Instant.now().plus(Duration.ofDays(1))));
        }
        int seen = 0;
        for (Someone reader : readers) {
            Set<UUID> mayRead = QuarkusTransaction.requiringNew().call(() -> all.stream()
                    .filter(id -> Move.READ.permits(reader.actor(), stories.get(id)))
                    .collect(Collectors.toCollection(TreeSet::new)));
            assertEquals(mayRead, listed(reader.actor()), reader.actor().memberships().toString());
            seen += mayRead.size();
        }
        assertTrue(seen > 100 && seen < all.size() * readers.size(), "the readers differ");
    }

    private Someone reader(Desk here, int rolesHere, Desk there, int rolesThere) {
        Someone person = people.nobody();
        for (int i = 0; i < ROLES.size(); i++) {
            if ((rolesHere & 1 << i) != 0) {
                people.appoint(person, here, ROLES.get(i));
            }
            if ((rolesThere & 1 << i) != 0) {
                people.appoint(person, there, ROLES.get(i));
            }
        }
        return people.now(person);
    }

    private UUID approved(Actor writer, Actor judge, Desk desk, Instant from) {
        UUID id = drafting.start(writer, Copy.draft("Мақұлданған"), desk.id(), null).article();
        reviewing.submit(writer, id, null, new Proposal(null, null, from));
        reviewing.approve(judge, id, 1, null);
        return id;
    }

    private Set<UUID> listed(Actor reader) {
        Set<UUID> listed = new TreeSet<>();
        String cursor = null;
        do {
            StoryPage page = articles.list(reader, StoryFilter.ALL, cursor, 7);
            page.lines().stream().map(StoryLine::id).forEach(id -> assertTrue(listed.add(id), "no story twice"));
            cursor = page.next();
        } while (cursor != null);
        return listed;
    }
}
