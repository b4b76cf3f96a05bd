package kz.qalam.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.Cast;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Gallery;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.darkroom.Format;
import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.darkroom.Negative;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.RightsEnded;
import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Membership;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Pictures through their acts and against bare SQL: what was approved is what is shown, while it may be. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PicturingTest {

    private static int shade = 100;

    @Inject
    Cast cast;

    @Inject
    Staff staff;

    @Inject
    Picturing picturing;

    @Inject
    Pictures pictures;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @Inject
    Articles articles;

    Actor author;
    Actor other;
    Actor editor;
    Actor reviewer;
    Actor publisher;

    @BeforeEach
    void people() {
        author = cast.newcomer(Role.AUTHOR);
        other = cast.newcomer(Role.AUTHOR);
        editor = cast.newcomer(Role.EDITOR);
        reviewer = cast.newcomer(Role.REVIEWER);
        publisher = cast.newcomer(Role.PUBLISHER);
    }

    private static byte[] photo() {
        return Photos.jpeg(400, 300, shade++);
    }

    private UUID taken() {
        return picturing.take(author, photo(), "кітапхана.jpg", null).picture();
    }

    private static Description said(String alt, Instant end) {
        return new Description(null, null, null, alt, "Айгүл С.", Licence.AGENCY, null, end);
    }

    private UUID story(Copy copy) {
        return drafting.start(author, copy, null, null).article();
    }

    private static Copy showing(UUID picture, int version) {
        return Copy.draft("Сурет").withPicture(new Picture(picture, version, "Жаңа зал"));
    }

    private UUID live(Copy copy) {
        UUID article = story(copy);
        reviewing.submit(author, article, null, Proposal.PLAIN);
        reviewing.approve(reviewer, article, 1, null);
        return article;
    }

    @Test
    void theSameBytesAreTheSamePictureToWhoeverSeesItAndToNobodyElse() {
        byte[] photo = photo();
        Taken first = picturing.take(author, photo, "a.jpg", null);
        assertFalse(first.known());
        assertThrows(NotFound.class, () -> pictures.find(other, first.picture()));
        assertEquals(new Taken(first.picture(), 1, true), picturing.take(author, photo, "again.jpg", null));
        assertEquals(new Taken(first.picture(), 1, true), picturing.take(editor, photo, "c.jpg", null));
        picturing.describe(author, first.picture(), said("Қамауға алынған сәт", null));

        Taken own = picturing.take(other, photo, "b.jpg", null);
        assertFalse(own.known(), "nothing tells that another has it");
        assertNotEquals(first.picture(), own.picture());
        PictureFile file = pictures.find(other, own.picture());
        assertEquals("b.jpg 1", file.name() + " " + file.versions().size());
        assertEquals(other.name(), file.uploadedBy());
        assertThrows(NotFound.class, () -> pictures.find(other, first.picture()));
        UUID article = drafting.start(other, showing(own.picture(), 1), null, null).article();
        reviewing.submit(other, article, null, Proposal.PLAIN);
        reviewing.approve(reviewer, article, 1, null);
        assertEquals(new Taken(first.picture(), 2, true), picturing.take(author, photo, null, null), "one's own first");
        assertThrows(NotPermitted.class, () -> picturing.take(reviewer, photo, null, null));
    }

    /** Who writes at two desks brings a picture for a story of one: the other desk's editors do not see it. */
    @Test
    void aPictureBelongsToTheDeskOfItsStory() {
        Desk news = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Desk inquiry = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        Actor both = cast.at(news, Role.AUTHOR);
        staff.appoint(cast.newcomer(Role.ADMIN), both.person(), inquiry.id(), Role.AUTHOR);
        Actor writer = new Actor(both.person(), both.username(), both.name(), List
                .of(new Membership(news.id(), Role.AUTHOR), new Membership(inquiry.id(), Role.AUTHOR)));
        UUID id = picturing.take(writer, Photos.jpeg(300, 200, ++shade), "дерек.jpg", inquiry.id()).picture();
        assertThrows(NotFound.class, () -> pictures.find(cast.at(news, Role.EDITOR), id));
        assertEquals(id, pictures.find(cast.at(inquiry, Role.EDITOR), id).id());
        Actor judge = cast.at(inquiry, Role.REVIEWER);
        assertEquals(inquiry.id(), pictures.find(judge,
                picturing.take(judge, Photos.jpeg(300, 200, ++shade), null, inquiry.id()).picture()).desk().id());
        assertThrows(NotFound.class,
                () -> picturing.take(judge, Photos.jpeg(300, 200, ++shade), null, news.id()));
    }

    @Test
    void aVersionFixesWhatIsSaidAndShown() {
        UUID id = taken();
        Description cut = new Description(new Frame(0, 0, 5000, 10000), 2500, 5000, "Оқу залы", "Айгүл С.", Licence.OWN,
                null, null);
        assertEquals(2, picturing.describe(author, id, cut));
        assertEquals(2, picturing.describe(author, id, 1, cut, null).version(),
                "the same again, as after a lost answer");
        assertEquals(3, picturing.describe(editor, id, said("Оқу залы таңертең", null)));
        PictureFile file = pictures.find(author, id);
        assertEquals(List.of(3, 2, 1), file.versions().stream().map(PictureVersion::number).toList());
        assertEquals("Оқу залы", file.versions().get(1).alt());
        assertNotEquals(file.versions().get(1).digest(), file.versions().get(2).digest());
        Rendition half = pictures.rendition(author, id, 2, false, 320, Format.JPEG);
        assertEquals(200, Negative.judge(half.bytes()).width());
        assertEquals(320, pictures.rendition(author, id, 3, false, 320, Format.WEBP).width());
        Rendition wide = pictures.rendition(author, id, 3, true, 10, Format.WEBP);
        assertEquals(180, wide.height());
        assertThrows(NotFound.class, () -> pictures.rendition(author, id, 4, false, 320, Format.JPEG));
        assertThrows(Invalid.class, () -> picturing.describe(author, id,
                new Description(new Frame(9000, 0, 5000, 100), null, null, null, null, Licence.OWN, null, null)));
    }

    @Test
    void editorsLearnThatALicenceEndsUnderALiveStory() {
        UUID id = taken();
        int version = picturing.describe(author, id, said("Тау", Instant.now().plus(Duration.ofDays(5))));
        UUID later = taken();
        int ends = picturing.describe(author, later, said("Дала", Instant.now().plus(Duration.ofDays(90))));
        UUID article = live(showing(id, version));
        UUID other = live(showing(later, ends));
        picturing.describe(author, id, said("Тау", null));
        List<LicenceLine> told = pictures.ending(editor, 100);
        assertTrue(told.stream().anyMatch(line -> line.article().equals(article) && line.version() == version));
        assertTrue(told.stream().noneMatch(line -> line.article().equals(other)));
        assertEquals(List.of(), pictures.ending(author, 100));
    }

    /** By the version that whoever looks sees: what the newsroom has prolonged meanwhile, readers still have as it was. */
    @Test
    void theLibraryIsNarrowedByLicencesInTheirOrder() {
        UUID longEnded = ending(-Duration.ofDays(9).toSeconds());
        UUID ended = ending(-60);
        UUID next = ending(Duration.ofDays(3).toSeconds());
        UUID later = ending(Duration.ofDays(20).toSeconds());
        UUID far = ending(Duration.ofDays(90).toSeconds());
        List<UUID> mine = List.of(longEnded, ended, next, later, far, taken());
        assertEquals(List.of(ended, longEnded), paged(author, LicenceTerm.ENDED, mine));
        assertEquals(List.of(next, later), paged(editor, LicenceTerm.ENDING, mine));
        assertEquals(List.of(), paged(other, LicenceTerm.ENDING, mine));

        live(showing(next, 2));
        picturing.describe(author, next, said("Мерзімі ұзарған", null));
        assertEquals(List.of(later), paged(author, LicenceTerm.ENDING, mine));
        assertEquals(List.of(next), paged(other, LicenceTerm.ENDING, mine));
        assertEquals(List.of(later),
                pictures.list(author, "лицензия " + later, LicenceTerm.ENDING, null, 9).lines().stream()
                        .map(PictureLine::id).toList());
        assertThrows(Invalid.class, () -> pictures.list(author, null, LicenceTerm.ENDED, next.toString(), 9));
        assertThrows(Invalid.class,
                () -> pictures.list(author, null, null, "+1000000000-01-01T00:00:00Z~" + next, 9));
        assertThrows(Invalid.class,
                () -> pictures.list(author, null, LicenceTerm.ENDED, "+1000000000-01-01T00:00:00Z~" + next, 9));
    }

    private UUID ending(long seconds) {
        UUID id = taken();
        picturing.describe(author, id, said("Лицензия " + id, Instant.now().plusSeconds(seconds)));
        return id;
    }

    private List<UUID> paged(Actor actor, LicenceTerm term, List<UUID> of) {
        List<UUID> found = new ArrayList<>();
        String next = null;
        do {
            PicturePage page = pictures.list(actor, null, term, next, 1);
            page.lines().forEach(line -> found.add(line.id()));
            next = page.next();
        } while (next != null);
        assertEquals(found.stream().distinct().toList(), found);
        return found.stream().filter(of::contains).toList();
    }

    /** The second does not undo the first's licence without having seen it. */
    @Test
    void whoDescribesAPictureDoesItOverWhatTheySaw() {
        UUID id = taken();
        picturing.describe(editor, id, 1, said("Тау", Instant.now().plus(Duration.ofDays(5))), null);
        assertThrows(VersionMoved.class, () -> picturing.describe(author, id, 1, said("Жақсырақ", null), null));
        assertEquals(2, pictures.find(author, id).newest().number());
        assertEquals(3, picturing.describe(author, id, 2, said("Жақсырақ", null), null).version());
    }

    @Test
    void anothersPictureDoesNotExistUntilReadersSeeIt() {
        UUID id = taken();
        assertThrows(NotFound.class, () -> pictures.find(other, id));
        assertThrows(NotFound.class, () -> pictures.rendition(other, id, 1, false, 320, Format.JPEG));
        assertThrows(NotFound.class, () -> pictures.uses(other, id));
        assertThrows(NotFound.class, () -> picturing.describe(other, id, Description.NONE));
        assertThrows(NotFound.class, () -> pictures.find(publisher, id));
        assertThrows(Invalid.class, () -> drafting.start(other, showing(id, 1), null, null));
        assertTrue(
                pictures.list(other, null, null, null, 100).lines().stream().noneMatch(line -> line.id().equals(id)));
        assertEquals(id, pictures.find(editor, id).id());
        assertThrows(NotPermitted.class, () -> {
            live(showing(id, 1));
            picturing.describe(publisher, id, Description.NONE);
        });
        assertEquals(id, pictures.find(other, id).id());
        assertEquals(List.of(), pictures.uses(other, id));
        PictureUse use = pictures.uses(editor, id).get(0);
        assertTrue(use.live() && use.current());
    }

    /** A photograph that readers know, in a story that they do not know yet. */
    @Test
    void whatIsSaidAnewOfAReleasedPictureIsForThoseWhoseItIs() {
        UUID id = taken();
        live(showing(id, 1));
        assertEquals(2, picturing.describe(author, id, said("Қамауға алынған сәт", null)));
        PictureFile file = pictures.find(other, id);
        assertEquals("1 false", file.newest().number() + " " + file.has());
        assertEquals("", listed(other, id).alt());
        assertTrue(pictures.list(other, "қамауға", null, null, 100).lines().isEmpty());
        assertThrows(NotFound.class, () -> pictures.rendition(other, id, 2, false, 320, Format.JPEG));
        assertThrows(Invalid.class, () -> drafting.start(other, showing(id, 2), null, null));

        Taken own = picturing.describe(other, id, 1, said("Менің айтарым", null), null);
        assertNotEquals(id, own.picture());
        assertEquals("Менің айтарым", pictures.find(other, own.picture()).newest().alt());
        assertThrows(NotFound.class, () -> pictures.find(author, own.picture()));
        assertEquals(2, pictures.find(author, id).newest().number());
        assertEquals(new Taken(own.picture(), 2, true),
                picturing.describe(other, id, 1, said("Менің айтарым", null), null),
                "asked again, as after a lost answer");
        assertEquals(new Taken(own.picture(), 3, false),
                picturing.describe(other, id, 1, said("Тағы да менікі", null), null));

        // Once a version of it is with readers, the newsroom sees that one, and what the file said
        UUID story = drafting.start(other, showing(own.picture(), 3), null, null).article();
        reviewing.submit(other, story, null, Proposal.PLAIN);
        reviewing.approve(reviewer, story, 1, null);
        Actor stranger = cast.newcomer(Role.AUTHOR);
        assertEquals(List.of("Тағы да менікі", ""),
                pictures.find(stranger, own.picture()).versions().stream().map(PictureVersion::alt).toList());
        assertThrows(NotFound.class, () -> pictures.rendition(stranger, own.picture(), 2, false, 320, Format.JPEG));

        live(showing(id, 2));
        assertEquals("Қамауға алынған сәт", listed(other, id).alt());
        assertEquals(2, pictures.find(other, id).newest().number());
    }

    private PictureLine listed(Actor actor, UUID id) {
        return pictures.list(actor, null, null, null, 100).lines().stream().filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLibraryIsFoundByWordsInParts() {
        UUID first = taken();
        picturing.describe(author, first, said("Көктемгі су тасқыны", null));
        UUID second = taken();
        assertEquals(List.of(first),
                pictures.list(author, "КӨКТЕМГІ СУ", null, null, 100).lines().stream().map(PictureLine::id).toList());
        PicturePage page = pictures.list(author, null, null, null, 1);
        assertEquals(second, page.lines().get(0).id());
        assertEquals(first, pictures.list(author, null, null, page.next(), 1).lines().get(0).id());
    }

    @Test
    void aCopyNamesPicturesThatAreThere() {
        UUID id = taken();
        UUID article = story(showing(id, 1));
        assertThrows(Invalid.class, () -> drafting.save(author, article, 1, showing(id, 2)));
        assertThrows(Invalid.class, () -> drafting.save(author, article, 1, showing(UUID.randomUUID(), 1)));
        Copy body = Copy.draft("Сурет").withBody(List.of(new ImageBlock(new Picture(id, 1, "")),
                new Gallery(List.of(new Picture(id, 1, "а"), new Picture(taken(), 1, "ә")))));
        assertEquals(2, drafting.save(author, article, 1, body).revision());
        assertEquals(3, body.pictures().size());
        assertEquals(2, pictures.withoutAlt(body).stream().map(Picture::id).distinct().count());
    }

    @Test
    void whatHasNoLicenceLeftIsNeitherSubmittedNorApprovedNorPlanned() {
        UUID id = taken();
        Instant end = Instant.now().plus(Duration.ofDays(1));
        int version = picturing.describe(author, id, said("Тау", end));
        UUID article = story(showing(id, version));
        assertEquals(List.of("Тау"), assertThrows(RightsEnded.class, () -> reviewing.submit(author, article, null,
                new Proposal(null, null, end.plusSeconds(60)))).pictures());
        reviewing.submit(author, article, null, Proposal.PLAIN);
        reviewing.approve(reviewer, article, 1, null);
        assertTrue(articles.find(author, article).standing().live() != null);

        int past = picturing.describe(author, id, said("Тау", Instant.now().minusSeconds(1)));
        UUID late = story(showing(id, past));
        assertThrows(RightsEnded.class, () -> reviewing.submit(author, late, null, Proposal.PLAIN));
    }

    @Test
    void theDatabaseHoldsWhatHasNoLicenceLeftAndReleasesTheOthers() throws Exception {
        UUID id = taken();
        Instant end = Instant.now().plusSeconds(4);
        int version = picturing.describe(author, id, said("Көл", end));
        UUID article = story(showing(id, version));
        reviewing.submit(author, article, null, new Proposal(null, null, end.minusMillis(500)));
        reviewing.approve(reviewer, article, 1, null);
        assertTrue(Instant.now().isBefore(end.minusMillis(500)), "too late to be planned");
        while (!Instant.now().isAfter(end.plusMillis(100))) {
            Thread.sleep(20);
        }
        try (Connection newsroom = TestDatabase.as("qalam_newsroom")) {
            run(newsroom, "select newsroom.release_due()");
            UUID fine = cast.live(author, "Бәрі жақсы");
            assertTrue(articles.find(author, fine).standing().live() != null);
            assertEquals("HELD @rights-ended QL020", text(newsroom,
                    "select state || ' ' || hold_reason || ' ' || fault from newsroom.edition where article = ?",
                    article));
            assertEquals(null, articles.find(author, article).standing().live());
            assertThrows(RightsEnded.class, () -> publishing.plan(publisher, article, 1, null));
            assertEquals("QL020", assertThrows(SQLException.class, () -> run(newsroom,
                    "update newsroom.edition set state = 'PLANNED', hold_reason = null, changed_by = ? where article = ?",
                    publisher.person(), article)).getSQLState());
        }
    }

    @Test
    void theDatabaseItselfKeepsPicturesAsTheyAre() throws Exception {
        UUID id = taken();
        try (Connection newsroom = TestDatabase.as("qalam_newsroom");
                Connection site = TestDatabase.as("qalam_site");
                Connection owner = TestDatabase.as("qalam_owner")) {
            for (String sql : List.of("update newsroom.picture_version set alt = 'x' where picture = ?",
                    "delete from newsroom.picture_version where picture = ?",
                    "update newsroom.rendition set digest = sha256('x') where picture = ?",
                    "update newsroom.picture set released = true where id = ?",
                    "delete from newsroom.picture_use where picture = ?")) {
                assertEquals("42501",
                        assertThrows(SQLException.class, () -> run(newsroom, sql, id), sql).getSQLState());
            }
            for (String sql : List.of("update newsroom.picture_version set alt = 'x' where picture = ?",
                    "update newsroom.rendition set digest = sha256('x') where picture = ?",
                    "update newsroom.picture set name = 'x' where id = ?")) {
                assertEquals("QL001", assertThrows(SQLException.class, () -> run(owner, sql, id), sql).getSQLState());
            }
            assertEquals("QL022", assertThrows(SQLException.class, () -> run(newsroom, """
                    insert into newsroom.picture_version (picture, number, focus_x, focus_y, frame_x, frame_y, frame_w,
                      frame_h, wide_x, wide_y, wide_w, wide_h, alt, credit, licence, terms, made_by)
                    values (?, 2, 0, 0, 0, 0, 77, 77, 0, 0, 77, 77, '', '', 'OWN', '', ?)""", id, author.person()))
                    .getSQLState());
            assertEquals("42501", assertThrows(SQLException.class,
                    () -> run(site, "select * from newsroom.picture where id = ?", id)).getSQLState());
            // A draft's picture is unreadable to the site; a live one's is there, with no original in sight
            UUID draft = story(showing(id, 1));
            assertEquals("0", text(site, "select count(*) from site.rendition where picture = ?", id));
            UUID article = live(showing(id, 1));
            assertEquals("1", text(site, "select count(*) from site.picture where picture = ?", id));
            assertEquals("4", text(site, "select count(*) from site.rendition where picture = ?", id));
            publishing.withdraw(publisher, article, "сот", null);
            assertEquals("0", text(site, "select count(*) from site.picture where picture = ?", id));
            assertEquals("0", text(site, "select count(*) from site.rendition where picture = ?", id));
            assertNotEquals(draft, article);
            // A revision cannot name a version that is still to come
            byte[] future = showing(id, 9).checked().canonical();
            assertEquals("QL021", assertThrows(SQLException.class, () -> run(newsroom, """
                    insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)
                    values (?, 2, ?, sha256(?), ?, '{}', 'WRITTEN')""", draft, future, future, author.person()))
                    .getSQLState());
        }
    }

    /** By the owner alone, with all of the same bytes; not under readers' eyes, and never to be brought again. */
    @Test
    void aPictureIsTakenOutByOrder() throws Exception {
        byte[] bytes = Photos.jpeg(640, 400, 910_053);
        UUID id = picturing.take(author, bytes, "жасырын.jpg", null).picture();
        UUID same = picturing.take(other, bytes, "дәл сол.jpg", null).picture();
        assertNotEquals(id, same);
        int version = picturing.describe(author, id, said("Сот алдыртқан сәт", null));
        UUID article = live(showing(id, version));
        UUID draft = story(showing(id, version));
        String redact = "select file from newsroom.redact_picture(?, 'Сот шешімі № 1', ?)";
        try (Connection newsroom = TestDatabase.as("qalam_newsroom");
                Connection owner = TestDatabase.as("qalam_owner")) {
            assertEquals("42501", assertThrows(SQLException.class,
                    () -> run(newsroom, redact, id, author.username())).getSQLState());
            assertEquals("QL058", assertThrows(SQLException.class,
                    () -> run(owner, redact, id, author.username())).getSQLState());
            assertEquals("Сот алдыртқан сәт", pictures.find(author, id).newest().alt(), "nothing by halves");
            publishing.withdraw(publisher, article, "сот", null);
            run(owner, redact, same, author.username());
            String files = "select count(*) from newsroom.redact_picture(?, 'Сот шешімі № 1', ?)";
            String named = text(owner, files, id, author.username());
            assertTrue(Integer.parseInt(named) >= 5, "an interrupted removal of files is gone through again: " + named);
            assertEquals("2", text(newsroom, "select count(*) from newsroom.picture_redaction where picture in (?, ?)",
                    id, same));
            assertEquals("0", text(newsroom, """
                    select count(*) from newsroom.picture p left join newsroom.picture_version v on v.picture = p.id
                    where p::text || v::text like '%Сот алдыртқан%' or p.name in ('жасырын.jpg', 'дәл сол.jpg')"""));
            assertEquals("1", text(newsroom,
                    "select count(*) from newsroom.trail where chain = ? and act = 'picture.redacted'", id));
            for (String sql : List.of("update newsroom.picture_redaction set ordered = 'x' where picture = ?",
                    "delete from newsroom.picture_redaction where picture = ?")) {
                assertEquals("42501",
                        assertThrows(SQLException.class, () -> run(newsroom, sql, id), sql).getSQLState());
                assertEquals("QL001", assertThrows(SQLException.class, () -> run(owner, sql, id), sql).getSQLState());
            }
            assertEquals("QL057", assertThrows(SQLException.class, () -> run(newsroom, """
                    insert into newsroom.picture (id, desk, digest, kind, bytes, width, height, uploaded_by)
                    select gen_random_uuid(), desk, digest, kind, bytes, width, height, ? from newsroom.picture
                    where id = ?""", publisher.person(), id)).getSQLState());
            assertEquals("QL057", assertThrows(SQLException.class, () -> run(newsroom, """
                    insert into newsroom.rendition (picture, x, y, w, h, width, height, format, digest, bytes)
                    values (?, 0, 0, 1, 1, 1, 1, 'WEBP', sha256('x'), 1)""", id)).getSQLState());
        }
        for (Actor actor : List.of(author, other, editor)) {
            assertThrows(NotFound.class, () -> pictures.find(actor, id));
            assertThrows(NotFound.class, () -> pictures.rendition(actor, id, version, false, 320, Format.JPEG));
            assertEquals(UnreadablePicture.Reason.REDACTED, assertThrows(UnreadablePicture.class,
                    () -> picturing.take(actor, bytes, "тағы.jpg", null)).reason());
        }
        assertThrows(Invalid.class, () -> drafting.start(author, showing(id, version), null, null));
        // What names it already can still be opened and saved, and goes nowhere
        assertEquals(2, drafting.save(author, draft, 1, showing(id, version).withTags(List.of("сот"))).revision());
        assertThrows(RightsEnded.class, () -> reviewing.submit(author, draft, null, Proposal.PLAIN));
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static String text(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "nothing";
            }
        }
    }
}
