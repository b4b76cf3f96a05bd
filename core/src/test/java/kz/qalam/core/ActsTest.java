package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.AwaitingPublisher;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Stories;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.article.Written;
import kz.qalam.core.audit.Entry;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.AlreadyReleased;
import kz.qalam.core.refusal.EditionMoved;
import kz.qalam.core.refusal.FrozenAnew;
import kz.qalam.core.refusal.Incomplete;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotApproved;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.NothingLive;
import kz.qalam.core.refusal.NothingOpen;
import kz.qalam.core.refusal.OwnWriting;
import kz.qalam.core.refusal.ReviewMoved;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.WrongStage;
import kz.qalam.core.review.Approval;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Note;
import kz.qalam.core.review.Noting;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The acts, against a real PostgreSQL, as the application's own role. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ActsTest {

    @Inject
    Cast cast;

    @Inject
    Staff staff;

    @Inject
    Drafting drafting;

    @Inject
    Keeping keeping;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    Articles articles;

    @Inject
    Stories stories;

    @Inject
    Reviews reviews;

    @Inject
    Publications publications;

    @Inject
    Freezing freezing;

    @Inject
    Noting noting;

    Actor author;
    Actor editor;
    Actor reviewer;
    Actor publisher;

    @BeforeEach
    void people() {
        author = cast.newcomer(Role.AUTHOR);
        editor = cast.newcomer(Role.EDITOR);
        reviewer = cast.newcomer(Role.REVIEWER);
        publisher = cast.newcomer(Role.PUBLISHER);
    }

    // Drafting

    @Test
    void aStoryStartsAsADraftOfItsAuthor() {
        UUID id = cast.draft(author, "Қалада жаңа кітапхана ашылды");
        Story story = articles.find(author, id);
        assertEquals(1, story.revision().number());
        assertEquals(Stage.DRAFT, story.stage());
        assertEquals("Қалада жаңа кітапхана ашылды", story.revision().copy().headline());
        assertEquals(List.of(Move.EDIT, Move.SUBMIT, Move.HAND_OVER), story.moves());
        assertEquals(List.of(author.person()), story.revision().writers());
        assertEquals(List.of("article.started"), acts(author, id));
    }

    @Test
    void aStoryIsHandedToAnotherAuthorOfItsDesk() {
        Actor heir = cast.newcomer(Role.AUTHOR);
        UUID id = cast.draft(author, "Бірге жазылған");
        drafting.handOver(author, id, author.person(), heir.person());
        assertThrows(NotFound.class, () -> articles.find(author, id));
        Story theirs = articles.find(heir, id);
        assertEquals(heir.person(), theirs.author().id());
        assertEquals(List.of(author.person()), theirs.revision().writers(), "who wrote it stays who wrote it");
        assertEquals(List.of("article.started", "article.handed_over"), acts(heir, id));
        drafting.handOver(heir, id, author.person(), heir.person());
        assertEquals("handed-over-already",
                refused(() -> drafting.handOver(editor, id, author.person(), author.person())));
        assertEquals("no-author", refused(() -> drafting.handOver(editor, id, heir.person(), publisher.person())));
        assertThrows(NotPermitted.class, () -> drafting.handOver(reviewer, id, heir.person(), author.person()));
        assertThrows(NotFound.class, () -> drafting.handOver(author, id, heir.person(), author.person()));
        drafting.handOver(editor, id, heir.person(), author.person());
        assertEquals(author.person(), articles.find(author, id).author().id());
    }

    @Test
    void unsavedTextIsNotLeftBehindInAStoryThatIsHandedOver() {
        Actor heir = cast.newcomer(Role.AUTHOR);
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 1, 1, Copy.draft("Екі"));
        assertEquals("unsaved-text", refused(() -> drafting.handOver(author, id, author.person(), heir.person())));
        keeping.discard(author, id, window);
        drafting.handOver(author, id, author.person(), heir.person());
        assertEquals(heir.person(), articles.find(heir, id).author().id());
    }

    private static String refused(Executable act) {
        return assertThrows(Invalid.class, act).problems().get(0).key();
    }

    @Test
    void theSameRequestTwiceMakesOneStory() {
        Written first = drafting.start(author, Copy.draft("Бір"), null, "тел-1");
        Written again = drafting.start(author, Copy.draft("Бір"), null, "тел-1");
        assertEquals(first.article(), again.article());
        assertNotEquals(first.article(), drafting.start(editor, Copy.draft("Бір"), null, "тел-1").article());
    }

    @Test
    void savingWritesTheNextRevision() {
        UUID id = cast.draft(author, "Бір");
        assertEquals(new Written(id, 2, true), drafting.save(author, id, 1, Copy.draft("Екі")));
        assertEquals("Екі", articles.find(author, id).revision().copy().headline());
        assertEquals("Бір", articles.revision(author, id, 1).copy().headline());
    }

    @Test
    void savingWhatStandsThereWritesNothing() {
        UUID id = cast.draft(author, "Бір");
        assertEquals(new Written(id, 1, false), drafting.save(author, id, 1, Copy.draft("Бір")));
        assertEquals(1, acts(author, id).size());
    }

    @Test
    void theSameSaveAgainIsARetry() {
        UUID id = cast.draft(author, "Бір");
        drafting.save(author, id, 1, Copy.draft("Екі"));
        assertEquals(new Written(id, 2, false), drafting.save(author, id, 1, Copy.draft("Екі")));
    }

    @Test
    void aStaleSaveOverwritesNothing() {
        UUID id = cast.draft(author, "Бір");
        drafting.save(editor, id, 1, Copy.draft("Редактордың сөзі"));
        StaleRevision stale = assertThrows(StaleRevision.class,
                () -> drafting.save(author, id, 1, Copy.draft("Менікі")));
        assertEquals(2, stale.current());
        assertEquals("Редактордың сөзі", articles.find(author, id).revision().copy().headline());
    }

    @Test
    void anothersDraftDoesNotExist() {
        UUID id = cast.draft(author, "Құпия");
        Actor other = cast.newcomer(Role.AUTHOR);
        assertThrows(NotFound.class, () -> articles.find(other, id));
        assertThrows(NotFound.class, () -> drafting.save(other, id, 1, Copy.draft("x")));
        assertThrows(NotFound.class, () -> reviewing.submit(other, id, null, Proposal.PLAIN));
        assertThrows(NotFound.class, () -> articles.find(publisher, id));
        assertThrows(NotFound.class, () -> articles.find(cast.newcomer(Role.ADMIN), id));
        assertFalse(lists(other, id));
        assertTrue(lists(author, id));
    }

    @Test
    void whoLeavesADeskLosesTheirStoriesThereAtOnce() {
        UUID id = cast.draft(author, "Менікі");
        staff.dismiss(cast.newcomer(Role.ADMIN), author.person(), articles.find(author, id).desk().id(), Role.AUTHOR);
        Actor now = new Actor(author.person(), author.username(), author.name(), List.of());
        assertThrows(NotFound.class, () -> articles.find(now, id));
    }

    @Test
    void anImportedStoryIsNobodysUntilAnAuthorWorksOnIt() {
        UUID id = drafting.bring(editor, Copy.draft("Сырттан"), null, 312L, 0L).article();
        assertThrows(NotPermitted.class, () -> drafting.bring(author, Copy.draft("x"), null, null, null));
        assertTrue(lists(author, id));
        drafting.save(author, id, 1, Copy.draft("Сырттан келді"));
        assertEquals(author.person(), articles.find(author, id).author().id());
        assertThrows(NotFound.class, () -> articles.find(cast.newcomer(Role.AUTHOR), id));
        assertEquals(List.of("article.imported", "article.taken", "revision.saved"), acts(editor, id));
    }

    @Test
    void restoringBringsATextAndItsWritersBack() {
        UUID id = cast.draft(author, "Бір");
        drafting.save(editor, id, 1, Copy.draft("Екі"));
        drafting.restore(editor, id, 2, 1);
        Story story = articles.find(editor, id);
        assertEquals("Бір", story.revision().copy().headline());
        assertEquals(3, story.revision().number());
        assertTrue(story.revision().writers().contains(author.person()));
    }

    @Test
    void anUnknownSectionIsRefused() {
        Copy nowhere = Copy.read("{\"headline\":\"x\",\"section\":\"joq\"}".getBytes(StandardCharsets.UTF_8));
        Invalid invalid = assertThrows(Invalid.class, () -> drafting.start(author, nowhere, null, null));
        assertEquals("/section", invalid.problems().get(0).pointer());
    }

    // Reviewing

    @Test
    void whatIsApprovedIsLiveByItself() {
        UUID id = cast.draft(author, "Жаңалық");
        reviewing.submit(author, id, 1, Proposal.PLAIN);
        assertEquals(Stage.IN_REVIEW, articles.find(author, id).stage());
        reviewing.approve(reviewer, id, 1, "Жақсы");
        Story story = articles.find(author, id);
        assertEquals(Stage.APPROVED, story.stage());
        assertEquals(1, story.standing().live().revision());
        assertTrue(story.standing().live().path().matches("/\\d{4}/\\d{2}/\\d{2}/janalyq(-\\d+)?/"));
        assertEquals(List.of("article.started", "revision.submitted", "revision.approved", "edition.planned"),
                acts(author, id));
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        Actor both = cast.newcomer(Role.AUTHOR, Role.REVIEWER);
        UUID id = cast.draft(both, "Өзімдікі");
        reviewing.submit(both, id, null, Proposal.PLAIN);
        assertThrows(OwnWriting.class, () -> reviewing.approve(both, id, 1, null));
        assertFalse(articles.find(both, id).may(Move.APPROVE));
        drafting.save(editor, id, 1, Copy.draft("Өзімдікі,"));
        reviewing.submit(editor, id, null, Proposal.PLAIN);
        assertThrows(OwnWriting.class, () -> reviewing.approve(both, id, 2, null));
    }

    @Test
    void aReviewerWhoEditsIsAWriter() {
        UUID id = cast.draft(author, "Мәтін");
        drafting.save(reviewer, id, 1, Copy.draft("Мәтін."));
        reviewing.submit(author, id, null, Proposal.PLAIN);
        assertThrows(OwnWriting.class, () -> reviewing.approve(reviewer, id, 2, null));
    }

    @Test
    void aVerdictIsOnTheRevisionThatWasRead() {
        UUID id = cast.draft(author, "Бір");
        reviewing.submit(author, id, null, Proposal.PLAIN);
        drafting.save(author, id, 1, Copy.draft("Екі"));
        assertThrows(NothingOpen.class, () -> reviewing.approve(reviewer, id, 1, null));
        reviewing.submit(author, id, null, Proposal.PLAIN);
        assertThrows(ReviewMoved.class, () -> reviewing.approve(reviewer, id, 1, null));
        assertThrows(StaleRevision.class, () -> reviewing.submit(author, id, 1, Proposal.PLAIN));
    }

    /** Taken back and submitted anew, the same revision may be to become something else, at another time. */
    @Test
    void aVerdictIsOnTheRoundThatWasRead() {
        UUID id = cast.draft(author, "Кешке шығады");
        UUID read = reviewing.submit(author, id, 1, later()).id();
        reviewing.recall(author, id);
        UUID open = reviewing.submit(author, id, 1, Proposal.PLAIN).id();
        assertThrows(ReviewMoved.class, () -> reviewing.approve(reviewer, id, 1, read, null));
        assertThrows(ReviewMoved.class, () -> reviewing.requestChanges(reviewer, id, 1, read, "Неге?"));
        assertNull(articles.find(author, id).standing().live());
        assertEquals(open, reviews.open(reviewer, id).orElseThrow().id());
        reviewing.approve(reviewer, id, 1, open, null);
        assertNotNull(articles.find(author, id).standing().live());
    }

    @Test
    void theSameYesTwiceIsOneYes() {
        UUID id = cast.draft(author, "Бір");
        reviewing.submit(author, id, null, Proposal.PLAIN);
        Approval yes = reviewing.approve(reviewer, id, 1, null);
        assertEquals(yes.id(), reviewing.approve(reviewer, id, 1, null).id());
        assertThrows(NothingOpen.class, () -> reviewing.approve(cast.newcomer(Role.REVIEWER), id, 1, null));
        assertEquals(1, publications.of(author, id, 10).size());
    }

    @Test
    void theSameSubmissionTwiceIsOneRound() {
        UUID id = cast.draft(author, "Бір");
        UUID round = reviewing.submit(author, id, null, Proposal.PLAIN).id();
        assertEquals(round, reviewing.submit(author, id, null, Proposal.PLAIN).id());
        assertThrows(WrongStage.class, () -> reviewing.submit(author, id, null, new Proposal(null, "Ескертпе", null)));
    }

    @Test
    void changesAreRequestedWithANote() {
        UUID id = cast.draft(author, "Бір");
        reviewing.submit(author, id, null, Proposal.PLAIN);
        assertThrows(Invalid.class, () -> reviewing.requestChanges(reviewer, id, 1, "  "));
        reviewing.requestChanges(reviewer, id, 1, "Дереккөз қайда?");
        Story story = articles.find(author, id);
        assertEquals(Stage.CHANGES_REQUESTED, story.stage());
        assertTrue(story.may(Move.SUBMIT));
        assertEquals("Дереккөз қайда?", reviews.of(author, id, 5).get(0).note());
    }

    @Test
    void recallingTakesTheRoundBack() {
        UUID id = cast.draft(author, "Бір");
        reviewing.submit(author, id, null, Proposal.PLAIN);
        reviewing.recall(author, id);
        assertEquals(Stage.DRAFT, articles.find(author, id).stage());
        assertThrows(NothingOpen.class, () -> reviewing.approve(reviewer, id, 1, null));
        assertThrows(WrongStage.class, () -> reviewing.recall(author, id));
    }

    @Test
    void aDeskGetsWhatItRequires() {
        Desk desk = cast.desk(PublishingRule.ON_APPROVAL, "headline", "lead", "section", "source");
        Actor there = cast.at(desk, Role.AUTHOR);
        UUID id = cast.draft(there, "Тек тақырып");
        Incomplete incomplete = assertThrows(Incomplete.class, () -> reviewing.submit(there, id, null, Proposal.PLAIN));
        assertEquals(List.of("lead", "section", "source"), incomplete.fields());
        UUID nameless = cast.draft(author, "");
        assertThrows(Incomplete.class, () -> reviewing.submit(author, nameless, null, Proposal.PLAIN));
    }

    @Test
    void whatIsProposedFitsHowTheStoryStands() {
        UUID id = cast.draft(author, "Бір");
        assertThrows(Invalid.class,
                () -> reviewing.submit(author, id, null, new Proposal(Kind.CORRECTION, "Түзетілді", null)));
        UUID live = cast.live(author, "Екі");
        drafting.save(author, live, 1, Copy.draft("Екі, түзетілген"));
        assertThrows(Invalid.class, () -> reviewing.submit(author, live, null, new Proposal(Kind.FIRST, null, null)));
        assertThrows(Invalid.class,
                () -> reviewing.submit(author, live, null, new Proposal(Kind.CORRECTION, " ", null)));
        assertThrows(Invalid.class,
                () -> reviewing.submit(author, live, null, new Proposal(Kind.SILENT_FIX, "Айтпа", null)));
        assertEquals(Kind.UPDATE, reviewing.submit(author, live, null, Proposal.PLAIN).kind());
    }

    @Test
    void whatWaitsIsShownToReviewersOfTheDesk() {
        UUID id = cast.draft(author, "Кезек");
        reviewing.submit(author, id, null, Proposal.PLAIN);
        assertTrue(reviews.waitingFor(reviewer, 100).stream().anyMatch(round -> round.article().equals(id)));
        assertTrue(reviews.askedBy(author, 100).stream().anyMatch(round -> round.article().equals(id)));
        Actor elsewhere = cast.at(cast.desk(PublishingRule.ON_APPROVAL, "headline"), Role.REVIEWER);
        assertTrue(reviews.waitingFor(elsewhere, 100).isEmpty());
        assertThrows(NotFound.class, () -> reviewing.approve(elsewhere, id, 1, null));
    }

    // Publishing

    @Test
    void anEmbargoedStoryIsPlannedAndHeldAndMoved() {
        UUID id = cast.approved(author, "Ертең", new Proposal(null, null, Instant.now().plus(Duration.ofHours(2))));
        Story story = articles.find(publisher, id);
        assertNull(story.standing().live());
        assertEquals(List.of(Move.PLAN, Move.HOLD), story.moves());
        publishing.hold(publisher, id, "Дерек күтеміз");
        publishing.hold(cast.newcomer(Role.PUBLISHER), cast.approved(author, "Басқа", later()), "Күту");
        Standing.Planned held = articles.find(author, id).standing().planned().get(0);
        assertEquals("Дерек күтеміз", held.held());
        publishing.plan(publisher, id, 1, null);
        assertNotNull(articles.find(author, id).standing().live());
        assertThrows(AlreadyReleased.class, () -> publishing.plan(publisher, id, 1, null));
        assertEquals(List.of("edition.planned", "edition.held", "edition.moved"), acts(author, id).subList(3, 6));
    }

    @Test
    void aPublisherPlansOverWhatTheySaw() {
        UUID id = cast.approved(author, "Эмбаргода", later());
        String seen = publications.seen(publisher, id);
        Instant evening = Instant.now().plus(Duration.ofHours(5));
        assertThrows(Invalid.class, () -> publishing.planAsSeen(publisher, id, 1, null, seen),
                "an empty field lets nothing out early");
        publishing.hold(cast.newcomer(Role.PUBLISHER), id, "Сот");
        EditionMoved held = assertThrows(EditionMoved.class,
                () -> publishing.planAsSeen(publisher, id, 1, evening, seen));
        assertTrue(held.detail(Locale.forLanguageTag("kk")).contains("Сот"));
        assertThrows(EditionMoved.class, () -> publishing.planUnlessHeld(publisher, id, 1, evening));
        assertEquals("Сот", articles.find(author, id).standing().planned().get(0).held());
        publishing.planAsSeen(publisher, id, 1, evening, publications.seen(publisher, id));
        assertNull(articles.find(author, id).standing().planned().get(0).held());
        assertThrows(EditionMoved.class, () -> publishing.planAsSeen(publisher, id, 1, evening, seen));
        publishing.planAsSeen(publisher, id, 1, Instant.now(), publications.seen(publisher, id));
        String live = publications.seen(publisher, id);
        drafting.save(author, id, 1, Copy.draft("Түзетілген"));
        reviewing.submit(author, id, 2, later());
        reviewing.approve(reviewer, id, 2, null);
        publishing.withdraw(publisher, id, "Қате", null);
        assertThrows(EditionMoved.class, () -> publishing.planAsSeen(publisher, id, 2, Instant.now(), live),
                "what was withdrawn meanwhile is not brought back unseen");
        assertNull(articles.find(author, id).standing().live());
    }

    @Test
    void aFreezeIsEndedByWhoKnowsOfIt() {
        freezing.freeze(publisher, "Бірінші себеп");
        UUID first = freezing.current().orElseThrow().id();
        freezing.unfreeze(publisher, first);
        freezing.freeze(cast.newcomer(Role.PUBLISHER), "Екінші себеп");
        try {
            FrozenAnew refusal = assertThrows(FrozenAnew.class, () -> freezing.unfreeze(publisher, first));
            assertTrue(refusal.detail(Locale.ENGLISH).contains("Екінші себеп"));
            assertTrue(freezing.current().isPresent());
        } finally {
            freezing.unfreeze(publisher, null);
        }
        freezing.unfreeze(publisher, first);
    }

    /** Neither where the newsroom's editions are listed, nor where one's own rounds are. */
    @Test
    void whoLeavesADeskReadsNoHeadlineOfItAnyMore() {
        UUID id = cast.approved(author, "Жарияланатын", later());
        publishing.end(publisher, id, Instant.now().plus(Duration.ofDays(3)), null);
        UUID sent = cast.draft(author, "Тексеруде");
        reviewing.submit(author, sent, 1, Proposal.PLAIN);
        assertTrue(planned(author, id) && publications.ending(author, 100).stream()
                .anyMatch(end -> end.article().equals(id)));
        assertEquals(1, reviews.askedBy(author, 10).size());
        drafting.save(editor, id, 1, Copy.draft("Құпия жаңа тақырып"));
        assertEquals("Жарияланатын", publications.ending(author, 100).stream()
                .filter(end -> end.article().equals(id)).findFirst().orElseThrow().headline());
        Actor gone = new Actor(author.person(), author.username(), author.name(), List.of());
        assertFalse(planned(gone, id));
        assertTrue(publications.ending(gone, 100).isEmpty());
        assertTrue(publications.live(gone, 100).isEmpty());
        assertTrue(reviews.askedBy(gone, 10).isEmpty());
        assertTrue(planned(publisher, id) && planned(editor, id));
    }

    private boolean planned(Actor actor, UUID article) {
        return publications.planned(actor, 100).stream().anyMatch(line -> line.article().equals(article));
    }

    @Test
    void aNoteStandsAtTheHeadlineAndTheLeadToo() {
        UUID id = drafting.start(author, Copy.read("""
                {"headline":"Көпір ашылды","lead":"Көпір екі жылда салынды","body":{"type":"doc","content":[
                {"type":"paragraph","content":[{"type":"text","text":"Көпір ұзын"}]},
                {"type":"paragraph","content":[{"type":"text","text":"Көпір ұзын"}]}]}}"""
                .getBytes(StandardCharsets.UTF_8)), null, null).article();
        assertEquals("headline", noting.write(reviewer, id, 1, null, null, "Көпір", "Қайсысы?").field());
        Note lead = noting.write(reviewer, id, 1, "lead", null, "екі жылда", "Үш емес пе?");
        assertEquals("lead 6 15", lead.field() + " " + lead.start() + " " + lead.end());
        assertEquals(1, noting.write(reviewer, id, 1, null, 1, "ұзын", "Қанша?").block(), "the second of two places");
        assertThrows(Invalid.class, () -> noting.write(reviewer, id, 1, "lead", null, "ашылды", "Жоқ"));
        assertThrows(Invalid.class, () -> noting.write(reviewer, id, 1, null, 0, "ашылды", "Жоқ"));
    }

    @Test
    void onlyApprovedRevisionsArePlanned() {
        UUID id = cast.live(author, "Бір");
        drafting.save(author, id, 1, Copy.draft("Екі"));
        assertThrows(NotApproved.class, () -> publishing.plan(publisher, id, 2, null));
        assertThrows(NotPermitted.class, () -> publishing.plan(reviewer, id, 1, null));
    }

    @Test
    void aDeskCanWaitForAPublisher() {
        Desk desk = cast.desk(PublishingRule.BY_PUBLISHER, "headline");
        Actor there = cast.at(desk, Role.AUTHOR);
        UUID id = cast.draft(there, "Күтеді");
        reviewing.submit(there, id, null, Proposal.PLAIN);
        reviewing.approve(cast.at(desk, Role.REVIEWER), id, 1, null);
        assertEquals(new Standing(null, false, List.of()), articles.find(there, id).standing());
        publishing.plan(cast.at(desk, Role.PUBLISHER), id, 1, null);
        assertNotNull(articles.find(there, id).standing().live());
    }

    /** However much was approved since, what waits longest for a publisher stands first. */
    @Test
    void whatNobodyPlannedWaitsForAPublisherTheLongestFirst() {
        Desk desk = cast.desk(PublishingRule.BY_PUBLISHER, "headline");
        Actor writer = cast.at(desk, Role.AUTHOR);
        Actor judge = cast.at(desk, Role.REVIEWER);
        Actor chief = cast.at(desk, Role.PUBLISHER);
        List<UUID> approved = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            UUID id = cast.draft(writer, "Күтіп тұр " + i);
            reviewing.submit(writer, id, 1, Proposal.PLAIN);
            reviewing.approve(judge, id, 1, null);
            approved.add(id);
        }
        drafting.save(writer, approved.get(0), 1, Copy.draft("Одан кейін өзгерген"));
        assertEquals(approved, waiting(chief));
        AwaitingPublisher first = articles.waitingForPublisher(chief, 1).get(0);
        assertTrue(first.since().isBefore(first.story().changedAt()), "a save after the approval is no new wait");
        publishing.plan(chief, approved.get(1), 1, Instant.now().plus(Duration.ofHours(1)));
        publishing.plan(chief, approved.get(2), 1, null);
        assertEquals(List.of(approved.get(0)), waiting(chief));
        assertEquals(List.of(), waiting(judge));
        cast.live(author, "Өзі шығатын");
        assertEquals(List.of(), waiting(publisher), "what goes out by itself waits for nobody");
    }

    private List<UUID> waiting(Actor actor) {
        return articles.waitingForPublisher(actor, 100).stream().map(waiting -> waiting.story().id()).toList();
    }

    @Test
    void readersKeepWhatTheyHaveUntilACorrectionIsApproved() {
        UUID id = cast.live(author, "Ескі");
        drafting.save(author, id, 1, Copy.draft("Түзетілген"));
        assertEquals(1, articles.find(author, id).standing().live().revision());
        reviewing.submit(author, id, null, new Proposal(Kind.CORRECTION, "Сан түзетілді", null));
        assertEquals(1, articles.find(author, id).standing().live().revision());
        reviewing.approve(reviewer, id, 2, null);
        assertEquals(2, articles.find(author, id).standing().live().revision());
        EditionLine edition = publications.of(author, id, 1).get(0);
        assertEquals("CORRECTION", edition.kind());
        assertEquals("Сан түзетілді", edition.notice());
    }

    @Test
    void aWithdrawalTakesWhatIsLiveAndWhatWasPlanned() {
        UUID id = cast.live(author, "Қате");
        drafting.save(author, id, 1, Copy.draft("Жаңа"));
        reviewing.submit(author, id, null, later());
        reviewing.approve(reviewer, id, 2, null);
        assertThrows(NotPermitted.class, () -> publishing.withdraw(reviewer, id, "x", null));
        publishing.withdraw(publisher, id, "Сот шешімі", "Мақала алынды");
        Standing standing = articles.find(author, id).standing();
        assertNull(standing.live());
        assertTrue(standing.released());
        assertTrue(standing.planned().isEmpty());
        assertThrows(NothingLive.class, () -> publishing.withdraw(publisher, id, "Тағы", null));
        publishing.plan(publisher, id, 2, null);
        assertEquals(2, articles.find(author, id).standing().live().revision());
    }

    @Test
    void listsHoldWhatOnesMaySeeAndGoOnByCursor() {
        Desk desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor there = cast.at(desk, Role.AUTHOR);
        for (int i = 0; i < 7; i++) {
            cast.draft(there, "Мақала " + i);
        }
        var first = articles.list(there, StoryFilter.ALL, null, 5);
        assertEquals(List.of("Мақала 6", "Мақала 5", "Мақала 4", "Мақала 3", "Мақала 2"),
                first.lines().stream().map(StoryLine::headline).toList());
        var rest = articles.list(there, StoryFilter.ALL, first.next(), 5);
        assertEquals(List.of("Мақала 1", "Мақала 0"), rest.lines().stream().map(StoryLine::headline).toList());
        assertNull(rest.next());
        assertThrows(Invalid.class, () -> articles.list(there, StoryFilter.ALL, "өтірік", 5));
        assertThrows(Invalid.class, () -> articles.list(there, StoryFilter.ALL, null, 101));
        assertEquals(1,
                articles.list(there, new StoryFilter(null, null, null, null, "мақала 3"), null, 5).lines().size());
        assertEquals(0, articles.list(there, new StoryFilter(null, null, null, null, "%"), null, 5).lines().size());
    }

    /** Otherwise an act that waits for the release lock, and a release that refers to its story, would wait for each other. */
    @Test
    void anActOnAStoryDoesNotStandInTheWayOfItsRelease() {
        UUID id = cast.draft(author, "Бір");
        QuarkusTransaction.requiringNew().run(() -> {
            stories.lock(id);
            try (Connection other = TestDatabase.as("qalam_newsroom");
                    PreparedStatement refer = other.prepareStatement(
                            "select 1 from newsroom.article where id = ? for key share nowait")) {
                refer.setObject(1, id);
                assertTrue(refer.executeQuery().next());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Proposal later() {
        return new Proposal(null, null, Instant.now().plus(Duration.ofHours(1)));
    }

    private boolean lists(Actor actor, UUID id) {
        return articles.list(actor, StoryFilter.ALL, null, 100).lines().stream().anyMatch(line -> line.id().equals(id));
    }

    private List<String> acts(Actor actor, UUID id) {
        return articles.trail(actor, id, 0, 100).stream().map(Entry::act).toList();
    }
}
