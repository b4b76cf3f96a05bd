package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;

/** A story that stands already is told before it goes out a second time, to those who may see it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwinsTest {

    private static final String FIRST = "Бүгін облыс орталығында жаңа көпірдің құрылысы аяқталды. Көпірдің ұзындығы үш жүз "
            + "метрден асады, оны салуға екі жыл уақыт кетті. Құрылысқа екі жүзден астам жұмысшы мен жүзге жуық техника "
            + "тартылды. Облыс әкімінің айтуынша, көпір қала тұрғындарының уақытын үнемдейді әрі жол апаттарының азаюына "
            + "ықпал етеді. Алдағы жылы тағы екі көпірдің құрылысы басталмақ.";
    private static final String REWORDED = FIRST.replace("Бүгін", "Кеше").replace("тұрғындарының", "тұрғындардың");
    private static final String OTHER = "Ұлттық кітапханада сирек кездесетін қолжазбалардың көрмесі ашылды. Көрмеге он "
            + "тоғызыншы ғасырда жазылған елуден астам еңбек қойылған, олардың көбі тұңғыш рет көпшілікке көрсетіліп отыр. "
            + "Мамандар қолжазбаларды қалпына келтіруге бес жыл жұмсаған. Көрме келесі айдың соңына дейін жалғасады.";

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Twins twins;

    Desk desk;
    Actor author;
    Actor other;
    Actor editor;
    Actor reviewer;

    @BeforeEach
    void aDesk() {
        desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        author = cast.at(desk, Role.AUTHOR);
        other = cast.at(desk, Role.AUTHOR);
        editor = cast.at(desk, Role.EDITOR);
        reviewer = cast.at(desk, Role.REVIEWER);
    }

    @Test
    void aDraftIsNobodysTwinAStoryInReviewIsAReadersAndALiveOneIsEverybodys() {
        UUID stands = write(other, FIRST);
        UUID again = write(author, REWORDED);
        write(other, OTHER);
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

        drafting.save(other, stands, 1, copy("Жаңа нұсқасы", REWORDED));
        assertEquals(List.of(), twins.of(author, again), "what is being written over a live text is another's draft");
        assertEquals(List.of(stands), twins.of(editor, again).stream().map(Twin::id).toList());
    }

    @Test
    void anotherDesksStoriesAndShortTextsAreNoTwins() {
        Desk elsewhere = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor there = cast.at(elsewhere, Role.AUTHOR, Role.EDITOR);
        UUID stands = drafting.start(there, copy("Бар", FIRST), elsewhere.id(), null).article();
        reviewing.submit(there, stands, 1, new Proposal(null, null, null));
        assertEquals(List.of(), twins.of(author, write(author, FIRST)));

        UUID brief = write(author, "Толығырақ кейінірек хабарланады.");
        reviewing.submit(author, brief, 1, new Proposal(null, null, null));
        assertEquals(List.of(), twins.of(author, write(author, "Толығырақ кейінірек хабарланады.")));
    }

    @Test
    void aTextThatWasRewrittenIsNoTwinAnyMore() {
        UUID stands = write(author, FIRST);
        UUID again = write(author, FIRST);
        reviewing.submit(author, stands, 1, new Proposal(null, null, null));
        assertEquals(100, twins.of(author, again).get(0).hundredths());
        drafting.save(author, again, 1, copy("Басқа", OTHER));
        assertEquals(List.of(), twins.of(author, again));
    }

    private UUID write(Actor actor, String text) {
        return drafting.start(actor, copy("Хабар", text), desk.id(), null).article();
    }

    private static Copy copy(String headline, String text) {
        return Copy.draft(headline).withBody(List.of(new Paragraph(text)));
    }
}
