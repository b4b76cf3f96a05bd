package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Twin;
import kz.qalam.core.article.Twins;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Membership;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** A story that stands already is told before it goes out a second time, to those who may see it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwinsTest {

    private static final String BRIDGE = "Бүгін облыс орталығында жаңа көпірдің құрылысы аяқталды. Көпірдің ұзындығы үш жүз "
            + "метрден асады, оны салуға екі жыл уақыт кетті. Құрылысқа екі жүзден астам жұмысшы мен жүзге жуық техника "
            + "тартылды. Облыс әкімінің айтуынша, көпір қала тұрғындарының уақытын үнемдейді әрі жол апаттарының азаюына "
            + "ықпал етеді. Алдағы жылы тағы екі көпірдің құрылысы басталмақ.";
    private static final String LIBRARY = "Ұлттық кітапханада сирек кездесетін қолжазбалардың көрмесі ашылды. Көрмеге он "
            + "тоғызыншы ғасырда жазылған елуден астам еңбек қойылған, олардың көбі тұңғыш рет көпшілікке көрсетіліп отыр. "
            + "Мамандар қолжазбаларды қалпына келтіруге бес жыл жұмсаған. Көрме келесі айдың соңына дейін жалғасады.";

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    Staff staff;

    @Inject
    Twins twins;

    Desk desk;
    Actor author;
    Actor other;
    Actor editor;
    Actor reviewer;

    String first;
    String reworded;
    String different;

    @BeforeEach
    void aDesk() {
        // What readers have is a twin at every desk: each test has texts of its own
        String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "").replace('a', 'қ').replace('b', 'а')
                .replace('c', 'р').replace('d', 'л').replace('e', 'ы').replace('f', 'т');
        first = BRIDGE.replace(" ", " " + word + " ");
        reworded = first.replace("Бүгін", "Кеше").replace("тұрғындарының", "тұрғындардың");
        different = LIBRARY.replace(" ", " " + word + " ");
        desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        author = cast.at(desk, Role.AUTHOR);
        other = cast.at(desk, Role.AUTHOR);
        editor = cast.at(desk, Role.EDITOR);
        reviewer = cast.at(desk, Role.REVIEWER);
    }

    @Test
    void aDraftIsNobodysTwinAStoryInReviewIsAReadersAndALiveOneIsEverybodys() {
        UUID stands = write(other, first);
        UUID again = write(author, reworded);
        write(other, different);
        assertEquals(List.of(), twins.of(editor, again), "a draft waits for nothing");

        reviewing.submit(other, stands, 1, new Proposal(null, null, null));
        assertEquals(List.of(stands), twins.of(editor, again).stream().map(Twin::id).toList());
        assertTrue(twins.of(editor, again).get(0).hundredths() > 60);
        assertEquals(List.of(), twins.of(author, again), "another's unpublished text is as nothing");
        assertThrows(NotFound.class, () -> twins.of(other, again));

        reviewing.approve(reviewer, stands, 1, null);
        Twin live = twins.of(author, again).get(0);
        assertEquals(null, live.id());
        assertEquals(null, live.author());
        assertTrue(live.path() != null);

        drafting.save(other, stands, 1, copy("Жаңа нұсқасы", reworded));
        assertEquals(List.of(live), twins.of(author, again),
                "what is being written over a live text is another's draft");
        assertEquals(List.of(stands), twins.of(editor, again).stream().map(Twin::id).toList());
        assertEquals(100, twins.of(editor, again).get(0).hundredths());
    }

    @Test
    void whatReadersHaveIsATwinAtEveryDeskUntilItIsWithdrawnOrRedacted() throws SQLException {
        Desk elsewhere = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor there = cast.at(elsewhere, Role.AUTHOR);
        Actor judge = cast.at(elsewhere, Role.REVIEWER);
        Actor publisher = cast.at(elsewhere, Role.PUBLISHER);
        UUID stands = drafting.start(there, copy("Көпір ашылды", first), elsewhere.id(), null).article();
        UUID again = write(author, reworded);
        reviewing.submit(there, stands, 1, new Proposal(null, null, Instant.now().plus(1, ChronoUnit.DAYS)));
        reviewing.approve(judge, stands, 1, null);
        assertEquals(List.of(), twins.of(author, again), "what is planned at another desk is as nothing");

        publishing.plan(publisher, stands, 1, null);
        drafting.save(there, stands, 1, copy("Құпия", different));
        staff.appoint(cast.newcomer(Role.ADMIN), editor.person(), elsewhere.id(), Role.EDITOR);
        Actor both = new Actor(editor.person(), editor.username(), editor.name(),
                List.of(new Membership(desk.id(), Role.EDITOR), new Membership(elsewhere.id(), Role.EDITOR)));
        assertEquals(stands + " Көпір ашылды", twins.of(both, again).get(0).id() + " "
                + twins.of(both, again).get(0).headline(), "under the headline that is like it");
        Twin live = twins.of(author, again).get(0);
        assertEquals("Көпір ашылды", live.headline());
        assertEquals(null, live.id());
        assertEquals(List.of(), twins.of(author, write(author, different)),
                "what is written over it is another's draft");

        drafting.save(author, again, 1, copy("Басқа", different));
        assertEquals(List.of(live), twins.of(author, again, 1), "of the text that is asked about");
        assertEquals(List.of(), twins.of(author, again));

        publishing.withdraw(publisher, stands, "Қате", null);
        assertEquals(List.of(), twins.of(author, again, 1));
        publishing.plan(publisher, stands, 1, null);
        assertEquals(List.of(live.path()), twins.of(author, again, 1).stream().map(Twin::path).toList());
        owner("select newsroom.redact('" + stands + "', null, 'Сот', '" + judge.username() + "')");
        assertEquals(List.of(), twins.of(author, again, 1));
        assertEquals("0", owner("select count(*) from newsroom.text_sketch where article = '" + stands + "'"));
    }

    @Test
    void anotherDesksStoriesAndShortTextsAreNoTwins() {
        Desk elsewhere = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor there = cast.at(elsewhere, Role.AUTHOR, Role.EDITOR);
        UUID stands = drafting.start(there, copy("Бар", first), elsewhere.id(), null).article();
        reviewing.submit(there, stands, 1, new Proposal(null, null, null));
        assertEquals(List.of(), twins.of(author, write(author, first)));

        UUID brief = write(author, "Толығырақ кейінірек хабарланады.");
        reviewing.submit(author, brief, 1, new Proposal(null, null, null));
        assertEquals(List.of(), twins.of(author, write(author, "Толығырақ кейінірек хабарланады.")));
    }

    @Test
    void aTextThatWasRewrittenIsNoTwinAnyMore() {
        UUID stands = write(author, first);
        UUID again = write(author, first);
        reviewing.submit(author, stands, 1, new Proposal(null, null, null));
        assertEquals(100, twins.of(author, again).get(0).hundredths());
        drafting.save(author, again, 1, copy("Басқа", different));
        assertEquals(List.of(), twins.of(author, again));
    }

    private UUID write(Actor actor, String text) {
        return drafting.start(actor, copy("Хабар", text), desk.id(), null).article();
    }

    private static String owner(String sql) throws SQLException {
        try (Connection owner = TestDatabase.as("qalam_owner");
                ResultSet rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Copy copy(String headline, String text) {
        return Copy.draft(headline).withBody(List.of(new Paragraph(text)));
    }
}
