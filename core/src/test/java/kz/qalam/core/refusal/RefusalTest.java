package kz.qalam.core.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.refusal.Refusal.Kind;

class RefusalTest {

    private static final Locale KAZAKH = Locale.forLanguageTag("kk");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<Locale> LOCALES = List.of(KAZAKH, RUSSIAN, Locale.ENGLISH);

    static Stream<Refusal> everyRefusal() {
        Stream<Refusal> one = Stream.of(new NotFound(), new NotPermitted(), new OwnWriting(),
                new OwnWriting(OwnWriting.Of.RULE), new OwnWriting(OwnWriting.Of.LEXICON), new VersionMoved(4),
                new Unsettled(List.of(new Unsettled.Place("/lead", 0, 4, "style", "style"))),
                new WrongStage("IN_REVIEW", "EDIT"), new StaleRevision(3, 5), new ReviewMoved(2, 3),
                ReviewMoved.ofProposal(2), EditionMoved.held("Сәуле", "Сот"), EditionMoved.held("Сәуле", "@redacted"),
                EditionMoved.planned("Сәуле", Instant.EPOCH), EditionMoved.gone(), new FrozenAnew("Сәуле", "Қате"),
                new NothingOpen(),
                new Invalid(List.of(new Problem("/lead", "too-long", List.of(1000)))),
                new TooLarge(TooLarge.Unit.BYTES, 1_000_000), new TooLarge(TooLarge.Unit.BLOCKS, 5_000),
                new AlreadyReleased(2), new NothingLive(), new NothingPlanned(), new OlderText(), new NotApproved(4),
                new MissingPrecondition(), new AccountsAway(), new LastAdmin(), new Suspended(),
                new Incomplete(
                        List.of("headline", "lead", "picture", "alt", "body", "bylines", "source", "section", "tags",
                                "slug",
                                "seo", "age", "advertising")),
                new Redacted(2), new Busy(), new PicturesAway(), new RightsEnded(List.of("Тау")));
        return Stream.of(one, Arrays.stream(UnreadableImport.Reason.values()).map(UnreadableImport::new),
                Arrays.stream(UnreadablePicture.Reason.values()).map(UnreadablePicture::new)).flatMap(each -> each);
    }

    @Test
    void isTestedWhole() {
        Set<Class<?>> tested = new HashSet<>(everyRefusal().map(Object::getClass).toList());
        assertEquals(Set.of(Refusal.class.getPermittedSubclasses()), tested);
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void saysWhatAndWhyAndTheWayForwardInEachLanguage(Refusal refusal) {
        assertTrue(refusal.type().matches("[a-z]+(-[a-z]+)*"), refusal.type());
        for (Locale locale : LOCALES) {
            for (String text : List.of(refusal.title(locale), refusal.detail(locale), refusal.wayForward(locale))) {
                assertFalse(text.isBlank());
                assertFalse(text.contains("{"), text);
            }
        }
        assertNotEquals(refusal.title(KAZAKH), refusal.title(RUSSIAN));
        assertNotEquals(refusal.title(KAZAKH), refusal.title(Locale.ENGLISH));
    }

    @Test
    void namesEachTypeOnce() {
        long classes = everyRefusal().map(Object::getClass).distinct().count();
        assertEquals(classes, everyRefusal().map(Refusal::type).distinct().count());
    }

    @Test
    void speaksKazakhToWhoeverAsksForNeitherRussianNorEnglish() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(RUSSIAN);
            String kazakh = "Өз жазғаныңызды өзіңіз мақұлдай алмайсыз";
            assertEquals(kazakh, new OwnWriting().title(KAZAKH));
            assertEquals(kazakh, new OwnWriting().title(Locale.GERMAN));
            assertEquals(kazakh, new OwnWriting().title(Locale.ROOT));
            assertEquals("Собственный текст одобрить нельзя", new OwnWriting().title(Locale.forLanguageTag("ru-KZ")));
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void namesStagesMovesAndRevisions() {
        assertEquals("Мақаланың қазіргі күйі – «тексеруде». Бұл күйде «өңдеу» әрекеті орындалмайды.",
                new WrongStage("IN_REVIEW", "EDIT").detail(KAZAKH));
        assertEquals("You changed revision 1204, and revision 1205 stands now. Nothing was overwritten.",
                new StaleRevision(1204, 1205).detail(Locale.ENGLISH));
        assertEquals("Для отправки на проверку нужны: заголовок, рубрика.",
                new Incomplete(List.of("headline", "section")).detail(RUSSIAN));
        assertEquals("The story stands at “UNHEARD_OF”. The move “edit” does not lead on from there.",
                new WrongStage("UNHEARD_OF", "EDIT").detail(Locale.ENGLISH));
    }

    @Test
    void placesProblemsWithinTheLargerDocument() {
        Invalid within = new Invalid(List.of(new Problem("/lead", "too-long", List.of(1000)))).under("/copy");
        assertEquals("/copy/lead", within.problems().get(0).pointer());
        assertEquals("This may have at most 1,000 characters.", within.problems().get(0).text(Locale.ENGLISH));
    }

    @Test
    void tooLargeAFileIsTooLarge() {
        assertEquals(Kind.TOO_LARGE, new UnreadableImport(UnreadableImport.Reason.TOO_LARGE).kind());
        assertEquals(Kind.INVALID, new UnreadableImport(UnreadableImport.Reason.EMPTY).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ru", "_en"})
    void hasTheSameTextsInEachLanguage(String language) throws IOException {
        Properties kazakh = bundle("");
        Properties other = bundle(language);
        assertEquals(new TreeSet<>(kazakh.keySet()), new TreeSet<>(other.keySet()));
        for (String key : kazakh.stringPropertyNames()) {
            assertEquals(arguments(kazakh.getProperty(key)), arguments(other.getProperty(key)), key);
            assertFalse(other.getProperty(key).contains("'"), key);
            assertFalse(kazakh.getProperty(key).contains("'"), key);
        }
    }

    private static Set<String> arguments(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\d").matcher(text).results().map(found -> found.group()).toList());
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (var in = RefusalTest.class.getResourceAsStream("refusals" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
