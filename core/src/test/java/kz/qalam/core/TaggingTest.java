package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryFilter.Order;
import kz.qalam.core.article.StoryLine;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.language.script.Exceptions.Entry;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.style.ExceptionLexicon;
import kz.qalam.core.tag.Mention;
import kz.qalam.core.tag.Mentions;
import kz.qalam.core.tag.Tag;
import kz.qalam.core.tag.TagPage;
import kz.qalam.core.tag.Tagging;
import kz.qalam.core.tag.Tags;

/** What stories are gathered by, whatever each calls it, against a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TaggingTest {

    @Inject
    Cast cast;

    @Inject
    Tags tags;

    @Inject
    Tagging tagging;

    @Inject
    Mentions mentions;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Articles articles;

    @Inject
    Freezing freezing;

    @Inject
    ExceptionLexicon lexicon;

    @Inject
    Sections sections;

    private UUID live(Actor author, String... names) {
        UUID story = draft(author, names);
        reviewing.submit(author, story, null, Proposal.PLAIN);
        reviewing.approve(cast.newcomer(Role.REVIEWER), story, 1, null);
        return story;
    }

    private UUID draft(Actor author, String... names) {
        return drafting.start(author, Copy.draft("Тегі бар").withTags(List.of(names)), null, null).article();
    }

    private Tag named(String name) {
        return tags.named(name).orElseThrow();
    }

    private List<UUID> under(Actor actor, String tag) {
        return articles
                .list(actor, new StoryFilter(null, null, null, null, null, tag, null, null, null, null, Order.NEWEST),
                        null, 100)
                .lines().stream().map(StoryLine::id).toList();
    }

    @Test
    void aTagBeginsWithTheFirstReleaseThatNamesIt() {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID story = draft(author, "Сарыарқа самалы");
        assertTrue(tags.named("Сарыарқа самалы").isEmpty(), "of a draft nothing is told");
        reviewing.submit(author, story, null, Proposal.PLAIN);
        reviewing.approve(cast.newcomer(Role.REVIEWER), story, 1, null);
        live(author, "САРЫАРҚА самалы");
        Tag tag = named("сарыарқа Самалы");
        assertEquals("Сарыарқа самалы", tag.name());
        assertEquals(2, tag.stories());
        assertNull(tag.slug(), "its address comes with its page");
    }

    @Test
    void aRenamedTagIsStillMeantByItsOldName() {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID story = live(author, "Ескі атау");
        Tag tag = named("Ескі атау");
        tagging.rename(cast.newcomer(Role.PUBLISHER), tag.id(), "Жаңа атау");
        Tag renamed = named("ЕСКІ АТАУ");
        assertEquals(new Tag(tag.id(), "Жаңа атау", "jana-atau", 1, List.of("Ескі атау")), renamed);
        assertEquals(List.of("Ескі атау"), articles.find(author, story).revision().copy().tags(),
                "the text says what was written");
        assertEquals(List.of(story), under(author, "жаңа АТАУ"));
        UUID later = live(author, "Ескі атау");
        assertEquals(List.of(later, story), under(author, "Жаңа атау"));
        assertEquals(2, named("Жаңа атау").stories());
        Actor admin = cast.newcomer(Role.ADMIN);
        tagging.rename(admin, tag.id(), "Ескі атау");
        tagging.rename(admin, tag.id(), "Жаңа атау");
        assertEquals("jana-atau", named("Жаңа атау").slug(), "an address that it had is its own");
    }

    @Test
    void mergedTagsAreOneForTextsOfBothNames() {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID first = live(author, "Су тасуы");
        UUID second = live(author, "Тасыған су");
        UUID both = live(author, "Тасыған су", "Су тасуы");
        Tag gone = named("Су тасуы");
        Tag kept = named("Тасыған су");
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        tagging.merge(publisher, gone.id(), kept.id());
        assertEquals(kept.id(), named("су тасуы").id());
        assertEquals(kept.id(), tags.find(gone.id()).id(), "who has the old id finds the tag");
        assertEquals(3, named("Тасыған су").stories());
        assertEquals(List.of("Су тасуы"), named("Тасыған су").others());
        assertEquals(List.of(both, second, first), under(author, "Тасыған су"));
        UUID draft = draft(author, "Су тасуы");
        assertEquals(draft, under(author, "Тасыған су").get(0));
        assertThrows(NotFound.class, () -> tagging.rename(publisher, gone.id(), "Басқа"));
        assertThrows(NotFound.class, () -> tagging.merge(publisher, kept.id(), gone.id()));
    }

    @Test
    void whoMayNameTags() {
        Actor editor = cast.newcomer(Role.EDITOR);
        UUID id = tagging.start(editor, "  Ғарыш   айлағы ");
        assertEquals(new Tag(id, "Ғарыш айлағы", "garysh-ailagy", 0, List.of()), tags.find(id));
        for (Role role : List.of(Role.AUTHOR, Role.REVIEWER)) {
            assertThrows(NotPermitted.class, () -> tagging.start(cast.newcomer(role), "Болмайды"));
        }
        for (Role role : List.of(Role.AUTHOR, Role.EDITOR, Role.REVIEWER)) {
            assertThrows(NotPermitted.class, () -> tagging.rename(cast.newcomer(role), id, "Болмайды"));
            assertThrows(NotPermitted.class, () -> tagging.merge(cast.newcomer(role), id, id));
        }
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        for (String bad : List.of("", " ", "а, ә", "ә".repeat(61), "ғарыш АЙЛАҒЫ")) {
            assertThrows(Invalid.class, () -> tagging.start(editor, bad), bad);
        }
        assertThrows(Invalid.class, () -> tagging.merge(publisher, id, id));
        assertThrows(NotFound.class, () -> tagging.rename(publisher, UUID.randomUUID(), "Жоқ"));
        tagging.rename(publisher, id, "ғарыш айлағы");
        assertEquals("ғарыш айлағы", tags.find(id).name());
    }

    @Test
    void whileNothingGoesOutTagsKeepTheirNames() {
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        UUID id = tagging.start(publisher, "Мұздақ");
        freezing.freeze(publisher, "Сынақ");
        try {
            assertThrows(Invalid.class, () -> tagging.rename(publisher, id, "Мұз"));
            assertThrows(Invalid.class, () -> tagging.merge(publisher, id, tagging.start(publisher, "Мұз айдыны")));
        } finally {
            freezing.unfreeze(publisher);
        }
        tagging.rename(publisher, id, "Мұз");
    }

    @Test
    void whileNothingGoesOutNeitherSpellingsNorSectionsChange() {
        Actor publisher = cast.newcomer(Role.PUBLISHER);
        Actor admin = cast.newcomer(Role.ADMIN);
        Actor editor = cast.newcomer(Role.EDITOR);
        int version = lexicon.write(editor, lexicon.newest().number(),
                List.of(new Entry("мұзбел", "Muzbel", null, false))).number();
        Section renamed = new Section("sport", "Спорт әлемі", "Спорт", "Sport");
        Section before = sections.all().stream().filter(one -> one.slug().equals("sport")).findFirst().orElseThrow();
        List<String> order = sections.all().stream().map(Section::slug).toList();
        freezing.freeze(publisher, "Сынақ");
        try {
            for (Executable change : List.<Executable>of(() -> lexicon.approve(admin, version),
                    () -> sections.establish(admin, renamed), () -> sections.order(admin, order))) {
                assertEquals("nothing-goes-out", assertThrows(Invalid.class, change).problems().get(0).key());
            }
        } finally {
            freezing.unfreeze(publisher);
        }
        lexicon.approve(admin, version);
        sections.establish(admin, renamed);
        sections.establish(admin, before);
        sections.order(admin, order);
    }

    @Test
    void listsGoByTheAlphabetInParts() {
        Actor editor = cast.newcomer(Role.EDITOR);
        for (String name : List.of("Өрт сынағы", "Ұшақ сынағы", "Әуе сынағы", "Аспан сынағы", "Құм сынағы")) {
            tagging.start(editor, name);
        }
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            TagPage page = tags.list("СЫНАҒЫ", cursor, 2);
            names.addAll(page.tags().stream().map(Tag::name).toList());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of("Аспан сынағы", "Әуе сынағы", "Құм сынағы", "Өрт сынағы", "Ұшақ сынағы"), names);
        assertEquals(List.of(), tags.list("100%", null, 10).tags());
        assertThrows(Invalid.class, () -> tags.list(null, "!!", 10));
        assertThrows(Invalid.class, () -> tags.list(null, null, 101));
        assertEquals("Өрт сынағы", tags.suggest("өр", 5).get(0).name());
        assertTrue(tags.suggest("сынағ", 3).size() == 3, "what has it within");
        assertEquals(List.of(), tags.suggest(" ", 5));
    }

    private static Block paragraph(String text) {
        return new Paragraph(text);
    }

    @Test
    void namesAreFoundInWhateverForm() {
        Actor editor = cast.newcomer(Role.EDITOR);
        UUID tokaev = tagging.start(editor, "Тоқаев");
        for (String name : List.of("Астана", "Ұлттық банк", "Шымкент", "Жер")) {
            tagging.start(editor, name);
        }
        Copy copy = Copy.draft("Тоқаевтың сапары").withBody(List.of(
                paragraph("Бүгін Астанада жиын өтті. Ұлттық банкінің төрағасы Балаева сөйледі, жерге де тоқталды."),
                paragraph("Кейін Балаеваға сұрақ қойылды. Бұл туралы Тоқаевқа айтылды.")));
        List<Mention> found = mentions.in(copy);
        assertEquals(new Mention("Тоқаев", true, 2), found.get(0));
        assertEquals(List.of("Астана", "Тоқаев", "Ұлттық банк"),
                found.stream().filter(Mention::known).map(Mention::name).sorted().toList(),
                "«жер» in passing is no tag, and Шымкент is not there");
        assertEquals(1, found.stream().filter(mention -> !mention.known()).count(), found.toString());
        assertTrue(found.get(found.size() - 1).name().startsWith("Балаев"));

        tagging.rename(cast.newcomer(Role.PUBLISHER), tokaev, "Қасым-Жомарт Тоқаев");
        assertEquals("Қасым-Жомарт Тоқаев", mentions.in(copy).get(0).name(), "by any of its names");
        assertFalse(mentions.in(copy.withTags(List.of("тоқаев"))).stream()
                .anyMatch(mention -> mention.name().contains("Тоқаев")), "what it carries is not offered");
        Copy russian = Copy.draft("Визит").withLanguage(Language.RU).withBody(List.of(
                paragraph("Вчера в Астане прошла встреча с Токаевым. Он жил в шимкенте, и мал был жер.")));
        assertEquals(List.of("Астана", "Қасым-Жомарт Тоқаев"),
                mentions.in(russian).stream().map(Mention::name).sorted().toList(), "by its Russian cases and letters");
    }

    @Test
    void namesAreFoundBeforeASuffixOfTheWrongKindToo() {
        tagging.start(cast.newcomer(Role.EDITOR), "Садырбеков");
        List<Mention> found = mentions.in(Copy.draft("Жаңа жоба").withBody(List.of(
                paragraph("Бүгін Садырбековтің жобасы мақұлданды."))));
        assertEquals(List.of("Садырбеков"), found.stream().map(Mention::name).toList());
    }

    @Test
    void hostileTextsAreReadAsWell() {
        String mark = "а\u0301".repeat(5_000);
        for (String text : Stream.of("Ж".repeat(200_000), mark, "Аб ".repeat(60_000), "\ud800х").toList()) {
            assertTrue(mentions.in(Copy.draft("Х").withBody(List.of(paragraph(text)))).size() <= Mentions.MOST);
        }
    }
}
