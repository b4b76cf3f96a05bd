package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Sections that become one, move and close, against a real PostgreSQL: what was written and approved stays as it is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SectioningTest {

    @Inject
    Cast cast;

    @Inject
    Sections sections;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Articles articles;

    @Inject
    Freezing freezing;

    @Inject
    Staff staff;

    @Inject
    EntityManager entities;

    private Actor admin;
    private Actor author;
    private Actor reviewer;

    private void arrive() {
        admin = cast.newcomer(Role.ADMIN);
        author = cast.newcomer(Role.AUTHOR);
        reviewer = cast.newcomer(Role.REVIEWER);
    }

    private void establish(String... slugs) {
        for (String slug : slugs) {
            sections.establish(admin, new Section(slug, "Айдар " + slug, "Рубрика", "Section"));
        }
    }

    private static Copy in(String section) {
        return Copy.draft("Айдары бар").withSection(section);
    }

    private UUID draft(String section) {
        return drafting.start(author, in(section), null, null).article();
    }

    private UUID live(String section) {
        UUID story = draft(section);
        approve(story, 1);
        return story;
    }

    private void approve(UUID story, int revision) {
        reviewing.submit(author, story, null, Proposal.PLAIN);
        reviewing.approve(reviewer, story, revision, null);
    }

    private Set<UUID> under(String section) {
        return articles.list(author, new StoryFilter(null, null, section, null, null), null, 100).lines().stream()
                .map(StoryLine::id).collect(Collectors.toSet());
    }

    private Object one(String sql, Object value) {
        return entities.createNativeQuery(sql).setParameter("value", value).getSingleResult();
    }

    private static String code(Executable act) {
        return assertThrows(Invalid.class, act).problems().get(0).key();
    }

    @Test
    void whatIsInAMergedSectionIsInTheOtherAndNoTextChanges() {
        arrive();
        establish("eski", "zhana");
        UUID kept = live("zhana");
        UUID shown = live("eski");
        UUID written = draft("eski");
        UUID judged = draft("eski");
        reviewing.submit(author, judged, null, Proposal.PLAIN);
        sections.merge(admin, "eski", "zhana");

        assertEquals(Set.of(kept, shown, written, judged), under("zhana"));
        assertEquals(under("zhana"), under("eski"), "whoever asks by the old name");
        assertTrue(articles.list(author, new StoryFilter(null, null, "eski", null, null), null, 100).lines().stream()
                .allMatch(line -> "zhana".equals(line.section())));
        assertEquals("eski", articles.find(author, shown).revision().copy().section(), "as it was approved");
        assertEquals("zhana", one("select section from standing where article = :value", shown));
        assertEquals(List.of(1, 2), entities.createNativeQuery("""
                select number from seat where kind = 'SECTION' and name = 'zhana' and taken order by number""")
                .getResultList());
        assertEquals(kept, one("""
                select article from seat where kind = 'SECTION' and name = :value and number = 1""", "zhana"));

        // What was sent to review before is approved as it is, and stands where readers look now
        reviewing.approve(reviewer, judged, 1, null);
        assertEquals("zhana", one("select section from standing where article = :value", judged));
        // Its writer goes on with it, and so does a correction of what is live
        drafting.save(author, written, 1, in("eski").withHeadline("Жалғасы"));
        drafting.save(author, shown, 1, in("eski").withHeadline("Түзетілген"));
        approve(shown, 2);
        assertEquals("zhana", one("select section from standing where article = :value", shown));

        assertEquals("section-gone", code(() -> draft("eski")), "nothing new says it");
        assertEquals("section-gone", code(() -> drafting.save(author, draft("sport"), 1, in("eski"))));
        assertEquals("address-known", code(() -> establish("eski")));
        assertThrows(NotFound.class, () -> sections.merge(admin, "eski", "sport"));
        assertThrows(NotFound.class, () -> sections.close(admin, "eski", true));
        assertEquals("zhana", sections.find("eski").slug());

        establish("eng-zhana");
        sections.merge(admin, "zhana", "eng-zhana");
        assertEquals("eng-zhana", sections.find("eski").slug(), "straight to the last");
        assertEquals(Set.of(kept, shown, written, judged), under("eng-zhana"));
        assertEquals("same-section", code(() -> sections.merge(admin, "eng-zhana", "eski")));
    }

    @Test
    void aSectionMovesWithItsStoriesNamesAndPlace() {
        arrive();
        establish("koshpeli", "koshi-soni");
        List<String> order = sections.all().stream().map(Section::slug).toList();
        UUID story = live("koshpeli");
        sections.move(admin, "koshpeli", "turaqty");
        assertEquals(order.stream().map(slug -> slug.equals("koshpeli") ? "turaqty" : slug).toList(),
                sections.all().stream().map(Section::slug).toList());
        assertEquals("Айдар koshpeli", sections.find("koshpeli").kazakh());
        assertEquals(Set.of(story), under("turaqty"));
        assertEquals("turaqty", one("select section from standing where article = :value", story));
        assertEquals("address-known", code(() -> sections.move(admin, "koshi-soni", "koshpeli")));
        assertEquals("address-known", code(() -> sections.move(admin, "turaqty", "koshpeli")), "for good");
        assertEquals("reserved", code(() -> sections.move(admin, "turaqty", "tags")));
        assertEquals("not-section", code(() -> sections.move(admin, "turaqty", "Тұрақты")));
    }

    @Test
    void aClosedSectionTakesNothingNewAndLosesNothing() {
        arrive();
        establish("zhabyq", "ashyq");
        UUID shown = live("zhabyq");
        UUID written = draft("zhabyq");
        UUID other = draft("ashyq");
        sections.close(admin, "zhabyq", true);
        assertTrue(sections.find("zhabyq").closed());
        assertEquals("section-closed", code(() -> draft("zhabyq")));
        assertEquals("section-closed", code(() -> drafting.save(author, other, 1, in("zhabyq"))));
        assertEquals("section-closed", code(() -> sections.merge(admin, "ashyq", "zhabyq")));
        assertEquals(Set.of(shown, written), under("zhabyq"));
        drafting.save(author, shown, 1, in("zhabyq").withHeadline("Түзетілген"));
        approve(shown, 2);
        approve(written, 1);
        assertEquals("zhabyq", one("select section from standing where article = :value", written));
        // Out of it and back again
        drafting.save(author, written, 1, in("ashyq"));
        drafting.restore(author, written, 2, 1);

        List<String> order = sections.all().stream().filter(one -> !one.closed()).map(Section::slug).toList();
        assertFalse(order.contains("zhabyq"));
        sections.order(admin, order);
        sections.close(admin, "zhabyq", false);
        draft("zhabyq");
    }

    @Test
    void onlyAnAdminDisposesOfSectionsAndOnlyWhileSomethingGoesOut() {
        arrive();
        establish("tek-akimshi", "tek-akimshi2");
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        for (Actor other : List.of(publisher, author)) {
            assertThrows(NotPermitted.class, () -> sections.merge(other, "tek-akimshi", "tek-akimshi2"));
            assertThrows(NotPermitted.class, () -> sections.move(other, "tek-akimshi", "basqa"));
            assertThrows(NotPermitted.class, () -> sections.close(other, "tek-akimshi", true));
        }
        freezing.freeze(publisher, "Сынақ");
        try {
            assertEquals("nothing-goes-out", code(() -> sections.merge(admin, "tek-akimshi", "tek-akimshi2")));
            assertEquals("nothing-goes-out", code(() -> sections.move(admin, "tek-akimshi", "basqa")));
            assertEquals("nothing-goes-out", code(() -> sections.close(admin, "tek-akimshi", true)));
        } finally {
            freezing.unfreeze(publisher);
        }
    }

    @Test
    void atAClosedDeskNothingBeginsAndAllGoesOn() {
        arrive();
        Desk desk = cast.desk(Desk.PublishingRule.ON_APPROVAL, "headline");
        Actor writer = cast.at(desk, Role.AUTHOR);
        Actor judge = cast.at(desk, Role.REVIEWER);
        UUID story = drafting.start(writer, Copy.draft("Қалған мақала"), desk.id(), "kilt").article();
        assertThrows(NotPermitted.class, () -> staff.close(judge, desk.id(), true));
        staff.close(admin, desk.id(), true);
        Actor now = again(writer);
        assertFalse(now.startsStories());
        assertEquals("desk-closed", code(() -> drafting.start(now, Copy.draft("Жаңасы"), desk.id(), null)));
        assertEquals("desk-closed", code(() -> drafting.start(now, Copy.draft("Жаңасы"), null, null)));
        assertEquals(story, drafting.start(now, Copy.draft("Қалған мақала"), desk.id(), "kilt").article(),
                "sent again");
        drafting.save(now, story, 1, Copy.draft("Қалған мақала, толық"));
        reviewing.submit(now, story, null, Proposal.PLAIN);
        reviewing.approve(again(judge), story, 2, null);
        assertEquals(2, articles.find(now, story).standing().live().revision());
        staff.close(admin, desk.id(), false);
        drafting.start(again(writer), Copy.draft("Жаңасы"), desk.id(), null);
    }

    private Actor again(Actor person) {
        return staff.enter(subject(person), person.username(), person.name(), Set.of());
    }

    private String subject(Actor person) {
        return (String) one("select subject from person where id = :value", person.person());
    }
}
