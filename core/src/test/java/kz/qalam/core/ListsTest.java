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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Checklist;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Journal;
import kz.qalam.core.article.SavedViews;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryFilter.Order;
import kz.qalam.core.article.StoryFilter.Outlook;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.article.TrailFilter;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.Incomplete;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.LastAdmin;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Suspended;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Inviting;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The lists by which a desk is led, against a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListsTest {

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
    Sections sections;

    @Inject
    SavedViews views;

    @Inject
    Journal journal;

    @Inject
    Staff staff;

    @Inject
    Inviting inviting;

    @Test
    void narrowsByTagOutlookAndTime() {
        Desk desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor author = cast.at(desk, Role.AUTHOR);
        Actor reviewer = cast.at(desk, Role.REVIEWER);
        Actor publisher = cast.at(desk, Role.PUBLISHER);
        UUID tagged = drafting
                .start(author, Copy.draft("Тегі бар").withTags(List.of("су тасқыны", "көпір")), null, null)
                .article();
        UUID live = submitted(author, "Жарияда", Proposal.PLAIN);
        reviewing.approve(reviewer, live, 1, null);
        UUID planned = submitted(author, "Жоспарда", new Proposal(null, null, Instant.now().plus(Duration.ofDays(1))));
        reviewing.approve(reviewer, planned, 1, null);
        UUID held = submitted(author, "Кідірген", new Proposal(null, null, Instant.now().plus(Duration.ofDays(1))));
        reviewing.approve(reviewer, held, 1, null);
        publishing.hold(publisher, held, "Нақтылау керек");
        assertEquals(List.of(tagged), found(author, filter("су тасқыны", null, null, null, Order.NEWEST)));
        assertEquals(List.of(), found(author, filter("тасқыны", null, null, null, Order.NEWEST)));
        assertEquals(List.of(live), found(author, filter(null, Outlook.LIVE, null, null, Order.NEWEST)));
        assertEquals(List.of(planned), found(author, filter(null, Outlook.PLANNED, null, null, Order.NEWEST)));
        assertEquals(List.of(held), found(author, filter(null, Outlook.HELD, null, null, Order.NEWEST)));
        assertEquals(List.of(held, planned, tagged),
                found(author, filter(null, Outlook.NEVER, null, null, Order.NEWEST)));
        assertEquals(List.of(tagged, live, planned, held),
                found(author, filter(null, null, null, null, Order.LONGEST_WAITING)));
        assertEquals(List.of(),
                found(author, filter(null, null, Instant.now().plusSeconds(60), null, Order.NEWEST)));
        assertEquals(4, found(author, filter(null, null, null, Instant.now().plusSeconds(60), Order.NEWEST)).size());
        var first = articles.list(author, filter(null, null, null, null, Order.LONGEST_WAITING), null, 3);
        assertEquals(List.of(held), articles.list(author, filter(null, null, null, null, Order.LONGEST_WAITING),
                first.next(), 3).lines().stream().map(StoryLine::id).toList());
    }

    @Test
    void narrowsByLanguageAndByAuthorsName() {
        Desk desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor author = cast.at(desk, Role.AUTHOR);
        Actor other = cast.at(desk, Role.AUTHOR);
        Actor editor = cast.at(desk, Role.EDITOR);
        UUID kazakh = submitted(author, "Қазақша", Proposal.PLAIN);
        UUID russian = drafting.start(author, Copy.draft("По-русски").withLanguage(Language.RU), null, null).article();
        UUID others = submitted(other, "Басқаныкі", Proposal.PLAIN);
        assertEquals(List.of(russian), found(editor, in(Language.RU, null)));
        assertEquals(List.of(others, kazakh), found(editor, in(Language.KK, null)));
        String name = staff.people(Set.of(author.person())).get(author.person()).name();
        assertEquals(List.of(russian, kazakh), found(editor, in(null, author.username())));
        assertEquals(List.of(russian, kazakh), found(editor, in(null, name.toUpperCase(Locale.ROOT))));
        assertEquals(Set.of(author.person(), other.person()),
                staff.writersAround(editor).stream().map(Person::id).collect(Collectors.toSet()));
        assertEquals(List.of(), staff.writersAround(cast.newcomer(Role.ADMIN)));
    }

    private static StoryFilter in(@Nullable Language language, @Nullable String author) {
        return new StoryFilter(null, null, null, author, null, null, language, null, null, null, Order.NEWEST);
    }

    private UUID submitted(Actor author, String headline, Proposal proposal) {
        UUID id = drafting.start(author, Copy.draft(headline), null, null).article();
        reviewing.submit(author, id, null, proposal);
        return id;
    }

    private static StoryFilter filter(@Nullable String tag, @Nullable Outlook outlook, @Nullable Instant since,
            @Nullable Instant before, Order order) {
        return new StoryFilter(null, null, null, null, null, tag, null, outlook, since, before, order);
    }

    private List<UUID> found(Actor actor, StoryFilter filter) {
        return articles.list(actor, filter, null, 50).lines().stream().map(StoryLine::id).toList();
    }

    @Test
    void aSectionIsNotWhatStandsOnTheSiteAlready() throws SQLException {
        Actor admin = cast.newcomer(Role.ADMIN);
        for (String taken : Sections.RESERVED) {
            assertThrows(Invalid.class,
                    () -> sections.establish(admin, new Section(taken, "Айдар", "Рубрика", "Section")), taken);
        }
        try (Connection owner = TestDatabase.as("qalam_owner");
                ResultSet known = owner.createStatement().executeQuery(
                        "select pg_get_constraintdef(oid) from pg_constraint where conname = 'section_not_of_the_site'")) {
            assertTrue(known.next());
            Set<String> kept = Pattern.compile("'([a-z0-9-]+)'").matcher(known.getString(1)).results()
                    .map(found -> found.group(1)).collect(Collectors.toSet());
            assertEquals(Sections.RESERVED, kept, "the database keeps the same list");
        }
    }

    @Test
    void viewsAreTheirOwnersAlone() {
        Actor one = cast.newcomer(Role.AUTHOR);
        Actor other = cast.newcomer(Role.AUTHOR);
        views.keep(one, "Менікі", "stage=DRAFT");
        views.keep(one, "Менікі", "stage=APPROVED");
        assertEquals(List.of(new SavedViews.SavedView("Менікі", "stage=APPROVED")), views.of(one));
        assertEquals(List.of(), views.of(other));
        views.drop(other, "Менікі");
        assertEquals(1, views.of(one).size());
        assertThrows(Invalid.class, () -> views.keep(one, " ", ""));
        for (int i = 1; i < SavedViews.MOST; i++) {
            views.keep(one, "Іріктеу " + i, "");
        }
        assertThrows(Invalid.class, () -> views.keep(one, "Артық", ""));
        views.drop(one, "Менікі");
        assertEquals(SavedViews.MOST - 1, views.of(one).size());
    }

    @Test
    void aDeskAsksForWhatItRequiresAndAdvises() {
        Desk desk = new Desk(UUID.randomUUID(), "check-" + UUID.randomUUID().toString().substring(0, 8), "Тізім",
                PublishingRule.ON_APPROVAL, List.of("headline", "age"), List.of("source"));
        staff.establish(cast.newcomer(Role.ADMIN), desk);
        Actor author = cast.at(desk, Role.AUTHOR);
        UUID id = drafting.start(author, Copy.draft("Жас белгісі жоқ"), null, null).article();
        assertEquals(List.of(new Checklist.Item("headline", true, true), new Checklist.Item("age", true, false),
                new Checklist.Item("source", false, false)), articles.find(author, id).checklist().items());
        assertEquals(List.of("age"), assertThrows(Incomplete.class,
                () -> reviewing.submit(author, id, null, Proposal.PLAIN)).fields());
        drafting.save(author, id, 1,
                Copy.read("{\"headline\":\"Жас белгісі бар\",\"notices\":{\"age\":\"16+\"}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertFalse(articles.find(author, id).checklist().isDone(), "the source is only advised");
        reviewing.submit(author, id, null, Proposal.PLAIN);
    }

    @Test
    void theTrailIsNarrowedAndGoesOnByCursor() {
        Actor admin = cast.newcomer(Role.ADMIN);
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID id = cast.draft(author, "Із");
        for (int i = 1; i < 5; i++) {
            drafting.save(author, id, i, Copy.draft("Із " + i));
        }
        TrailFilter about = new TrailFilter(null, null, null, null, id);
        var first = journal.list(admin, about, null, 3);
        var rest = journal.list(admin, about, first.next(), 3);
        assertEquals(List.of(5, 4, 3), first.lines().stream().map(Journal.Line::seq).toList());
        assertEquals(List.of(2, 1), rest.lines().stream().map(Journal.Line::seq).toList());
        assertTrue(first.lines().get(0).story());
        assertNull(first.lines().get(0).about(), "an admin who may not read a story is not told its headline");
        Actor both = cast.newcomer(Role.ADMIN, Role.EDITOR);
        assertEquals("Із 4", journal.list(both, about, null, 1).lines().get(0).about());
        TrailFilter ofPerson = new TrailFilter(null, null, null, null, author.person());
        assertEquals(author.name(), journal.list(admin, ofPerson, null, 1).lines().get(0).about());
        assertEquals(4, journal.list(admin, new TrailFilter(author.username(), "revision", null, null, id), null, 50)
                .lines().size());
        assertEquals(1, journal.list(admin, new TrailFilter(author.username(), "article.started", null, null, null),
                null, 50).lines().size());
        assertEquals(0, journal.list(admin, new TrailFilter("nobody-at-all", null, null, null, null), null, 50).lines()
                .size());
        assertThrows(NotPermitted.class, () -> journal.list(author, about, null, 3));
        assertThrows(Invalid.class, () -> journal.list(admin, about, "өтірік", 3));
        assertThrows(NotPermitted.class, () -> publications.deliveries(author, false, null, 5));
        assertNotNull(publications.deliveries(admin, true, "12.folder", 5));
        assertThrows(Invalid.class, () -> publications.deliveries(admin, false, "x", 5));
    }

    @Test
    void whoIsSuspendedComesInNoMoreAndTheLastAdminStays() {
        Actor admin = cast.newcomer(Role.ADMIN);
        Actor author = cast.newcomer(Role.AUTHOR);
        String subject = staff.subject(author.person());
        assertTrue(inviting.suspend(admin, author.person()));
        assertThrows(Suspended.class, () -> staff.enter(subject, author.username(), author.name(), java.util.Set.of()));
        assertThrows(NotPermitted.class, () -> inviting.bringBack(author, author.person()));
        inviting.bringBack(admin, author.person());
        assertEquals(author.memberships(),
                staff.enter(subject, author.username(), author.name(), java.util.Set.of()).memberships());
        var page = staff.list(admin, null, Staff.MOST);
        while (true) {
            for (var member : page.members()) {
                if (!member.person().id().equals(admin.person())
                        && member.memberships().stream().anyMatch(held -> held.role() == Role.ADMIN)) {
                    staff.dismiss(admin, member.person().id(), null, Role.ADMIN);
                }
            }
            if (page.next() == null) {
                break;
            }
            page = staff.list(admin, page.next(), Staff.MOST);
        }
        assertThrows(LastAdmin.class, () -> staff.dismiss(admin, admin.person(), null, Role.ADMIN));
        assertThrows(LastAdmin.class, () -> inviting.suspend(admin, admin.person()));
    }
}
