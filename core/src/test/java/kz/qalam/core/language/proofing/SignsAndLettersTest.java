package kz.qalam.core.language.proofing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class SignsAndLettersTest {

    @Test
    void setsQuotesDashesAndSpacesAsNewsPrint() {
        set("\"Бұл \"Абай\" романы\", - деді ол.", "«Бұл “Абай” романы», – деді ол.");
        set("- Қайда барасың? - деді ол.", "– Қайда барасың? – деді ол.");
        set("2020-2024 жж. 10 000 теңге", "2020–2024 жж. 10 000 теңге");
        set("№5 мектеп , Қ. Тоқаев...", "№ 5 мектеп, Қ. Тоқаев…");
    }

    @Test
    void leavesWhatIsSetAndWhatIsNoProse() {
        for (String line : List.of("«Жаңа заң» қабылданды – 5 қараша", "бір-бірімен ҚР-ның COVID-19",
                "+7 701-123-45-67",
                "2024-05-01", "https://a.kz/x--y?a=1...", "кемел@a.kz", "", " ")) {
            assertEquals(line, Typography.of(line));
        }
    }

    @Test
    void settingTwiceIsSettingOnce() {
        for (String line : List.of("\"а\" \"б - в\" «г \"д\" е», - 5-6 №7...", "a\" b\" c", "«««»»»\"\"\"",
                "- - - ... ...")) {
            assertEquals(Typography.of(line), Typography.of(Typography.of(line)));
        }
    }

    private static void set(String typed, String right) {
        assertEquals(right, Typography.of(typed).replace('\u00A0', ' '));
    }

    @Test
    void keepsTheLineTogetherWhereItMustNotEnd() {
        assertEquals("2024\u00A0ж. 5 қараша, №\u00A05, 10\u00A0000\u00A0теңге",
                Typography.of("2024 ж. 5 қараша, № 5, 10 000 теңге"));
    }

    @Test
    void mendsWordsOfTwoScriptsAndLeavesForeignStems() {
        assertEquals("мәліметіне аға", WrongLetters.repaired("мәлiметiне aға"));
        assertEquals("iPhone-дар IT-мамандар VIP", WrongLetters.repaired("iPhone-дар IT-мамандар VIP"));
        assertEquals("ұлт", WrongLetters.repaired("ўлт"));
        assertEquals("Бу йил Ўзбекистонда янги мактаблар қурилади",
                WrongLetters.repaired("Бу йил Ўзбекистонда янги мактаблар қурилади"));
    }

    @Test
    void tellsTheLanguagesOfTheNewsroomAndItsNeighbours() {
        assertEquals("kk", SentenceLanguage.of("Ауыл тұрғындары жаңа көпірдің ашылуын асыға күтіп жүр."));
        assertEquals("ru", SentenceLanguage.of("Жители села с нетерпением ждут открытия нового моста."));
        assertEquals("ky",
                SentenceLanguage.of("Айыл тургундары жаңы көпүрөнүн ачылышын чыдамсыздык менен күтүп жатышат."));
        assertEquals("tt", SentenceLanguage.of("Авыл халкы яңа күпер ачылуын түземсезлек белән көтә."));
        assertEquals("uz", SentenceLanguage.of("Қишлоқ аҳолиси янги кўприк очилишини интизорлик билан кутмоқда."));
        assertEquals("mn", SentenceLanguage.of("Тосгоны оршин суугчид шинэ гүүр нээгдэхийг тэсэн ядан хүлээж байна."));
        assertEquals("tg", SentenceLanguage.of("Сокинони деҳа кушодашавии пули навро бесаброна интизоранд."));
        assertEquals("kaa", SentenceLanguage.of("Аўыл турғынлары жаңа көпирдиң ашылыўын асыға күтип атыр."));
        assertEquals("kk-Latn", SentenceLanguage.of("Auyl tūrğyndary jaña köpırdıñ aşyluyn küttı."));
        assertEquals(SentenceLanguage.UNKNOWN, SentenceLanguage.of("12:30 – 5"));
    }

    @Test
    void breaksWordsBeforeTheLastConsonantBetweenVowels() {
        assertEquals("мек-теп-те-рі-міз-де-гі ба-уыр та-уық уа-қыт ойын оқи-ға",
                Hyphenation.of("мектептеріміздегі бауыр тауық уақыт ойын оқиға", '-'));
        assertEquals("ҚР-ның IT 2026 school", Hyphenation.of("ҚР-ның IT 2026 school", '-'));
    }

    @Test
    void measuresHowATextReads() {
        Readability short_ = Readability.of("Ол келді. Біз кеттік.");
        Readability long_ = Readability.of(
                "Министрліктің мәліметінше, кәсіпкерлерді қолдауға бағытталған бағдарламалардың тиімділігі арттырылмақ.");
        assertEquals(2, short_.sentences());
        assertEquals(4, short_.words());
        assertEquals(2, short_.wordsInSentence());
        assertTrue(short_.index() > long_.index());
        assertEquals(0, Readability.of("").words());
    }
}
