package kz.qalam.core.language.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Қазақстан Республикасы    | Qazaqstan Respublikasy",
            "саясат, аю, тұяқ, қоян    | saiasat, aiu, tūiaq, qoian",
            "ұжым, үй, ғылым, жаңа     | ūjym, üi, ğylym, jaña",
            "ИРАН, Ыстық, ІС, Іс, Ит   | İRAN, Ystyq, IS, Is, İt",
            "ЮНЕСКО, Юрий, ЮАР | İUNESKO, İuri, İUAR",
            "бюджетті, компьютерге     | büdjettı, kompüterge",
            "ащысы, тұщы, щётка        | aşşysy, tūşşy, şötka",
            "комиссиялар, МИЛЛИАРД     | komisialar, MİLİARD",
            "объект, съезд, эфир, цирк | obekt, sezd, efir, sirk",
    })
    void writesLatin(String cyrillic, String latin) {
        assertEquals(latin, Latin.usual().of(cyrillic));
    }

    @Test
    void writesTheOtherAlphabets() {
        assertEquals("jaŋa ğylym", Latin.in(Alphabet.JANUARY_2021).of("жаңа ғылым"));
        assertEquals("jańa ǵylym, shyǵys, úı, bilim, týraly, saıasat",
                Latin.in(Alphabet.OF_2018).of("жаңа ғылым, шығыс, үй, білім, туралы, саясат"));
        assertEquals("SHYǴYS, Chehov", Latin.in(Alphabet.OF_2018).of("ШЫҒЫС, Чехов"));
    }

    @ParameterizedTest
    @CsvSource({"ıs,IS", "iran,İRAN", "bılım,BILIM", "qadır-qasietı,QADIR-QASİETI", "ırı,IRI"})
    void keepsTheDotOfEachI(String small, String large) {
        assertEquals(large, Alphabet.APRIL_2021.upper(small));
        assertEquals(small, Alphabet.APRIL_2021.lower(large));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Сәлем, қазақ!             | سالەم، قازاق!",
            "бір-бірімен сөз           | ٴبىر-بىرىمەن ٴسوز",
            "үй; мектеп? кітап         | ٴۇي؛ مەكتەپ؟ كىتاپ",
            "саясат оқиға ие           | ساياسات وقيعا يە",
            "12,5% және 1 234 567,89   | 12,5٪ جانە 1 234 567,89",
            "Қабылжан рублі, альпі     | قابىلجان رۋبلى، ٴالپى",
            "Гонконг, Кингстон, Конго  | گونكوڭ، كيڭستون، كونگو",
            "Вьетнам, пьеса, премьерге | ۆيەتنام، پيەسا، پرەميەرگە",
            "килограмм, процесс, сәтті | كيلوگرام، پروتسەس، ٴساتتى",
            "Тайваньда, Вэй, Иваньков  | تايۋاندا، ۋەي، يۆانكوۆ",
            "тсвана, волофтың, кавитация | سۋانا، ۋولوفتىڭ، كاۆيتاتسيا",
            "конгресстің, Исаак, кооператив | كونگرەستىڭ، يساك، كووپەراتيۆ",
    })
    void writesArabic(String cyrillic, String arabic) {
        assertEquals(arabic, Arabic.usual().of(cyrillic));
    }

    @Test
    void leavesWhatIsNotOursToSpell() {
        String text = "https://qalam.kz/жаңалық info@пошта.kz #Қазақстан @қалам egov.kz/қызмет www.сайт.kz қазына.қаз";
        assertEquals(text, Latin.usual().of(text));
        assertEquals(text, Arabic.usual().of(text));
        assertEquals("(#Жаңа) jaña, 5 km, 10GB IT-mamandar", Latin.usual().of("(#Жаңа) жаңа, 5 km, 10GB IT-мамандар"));
        assertEquals("10 km, 5G, 10GB жаңа", Cyrillic.of("10 km, 5G, 10GB jaña"));
    }

    @Test
    void readsAWordWhoseBreveStandsApart() {
        assertEquals("ai", Latin.usual().of("аи\u0306"));
        assertEquals("qazaq", Latin.usual().of("қа\u00adзақ"));
        assertEquals("e\u0301", Latin.usual().of("e\u0301"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Qazaqstan saiasaty                | Қазақстан саясаты",
            "jaña ğylym, diniege, qiar, iağni  | жаңа ғылым, диниеге, қияр, яғни",
            "jańa ǵylym, bilim, týraly, úı     | жаңа ғылым, білім, туралы, үй",
            "سالەم، ٴبىر-بىرىمەن قازىر مەكتەپ  | сәлем, бір-бірімен қазір мектеп",
            "قىزمەتى، ەكونوميكالىق، ەلباسى     | қызметі, экономикалық, елбасы"})
    void readsQueriesBack(String written, String cyrillic) {
        assertEquals(cyrillic, Cyrillic.of(written));
    }

    @Test
    void followsTheNewsroomsOwnWords() {
        Latin ours = new Latin(Alphabet.APRIL_2021, Latin.lexicon().with(Map.of("Чили", "Чиле")));
        assertEquals("Şilege, masa", ours.of("Чилиге, масса"));
        Arabic arabic = new Arabic(Arabic.lexicon().with(Map.of("виндзор", "уиндзор")));
        assertEquals("ۋيندزوردا", arabic.of("Виндзорда"));
    }

    /** Whatever comes, no Kazakh letter stays behind and nothing grows beyond measure. */
    @Test
    void turnsEveryKazakhWord() {
        Random random = new Random(11);
        String letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚҢӨҰҮҺІЮЯЩЬ";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (Alphabet alphabet : Alphabet.values()) {
                String latin = Latin.in(alphabet).of(word.toString());
                assertTrue(latin.chars().allMatch(sign -> sign < 0x400) && latin.length() <= 2 * word.length(),
                        () -> word + " → " + latin);
            }
            String arabic = Arabic.usual().of(word.toString());
            assertTrue(arabic.chars().allMatch(sign -> sign >= 0x600 && sign < 0x700), () -> word + " → " + arabic);
        }
    }

    @Test
    void aNewsroomsOwnSpellingsWinAndSuffixesFollowByTheRules() {
        Exceptions own = Exceptions.of(List.of(new Exceptions.Entry("байден", "Biden", "بايدەن", false),
                new Exceptions.Entry("режиссёр", "rejisor", null, false),
                new Exceptions.Entry("ким", "Kim", "ким", false), new Exceptions.Entry("кимон", "kimon", null, false),
                new Exceptions.Entry("қазтаг", null, null, true)));
        Latin latin = Latin.usual().with(own);
        Arabic arabic = Arabic.usual().with(own);
        assertEquals("Bidenge", latin.of("Байденге"));
        assertEquals("BİDENGE", latin.of("БАЙДЕНГЕ"));
        assertEquals("بايدەنگە", arabic.of("Байденге"));
        assertEquals("rejisorge", latin.of("режиссёрге"), "wins over what comes with Qalam");
        assertEquals("Kimdı", latin.of("Кимді"));
        for (String other : List.of("кимоно", "кимешек", "режиссура", "режиссёршақан")) {
            assertEquals(Latin.usual().of(other), latin.of(other), "no suffixes follow the stem");
            assertEquals(Arabic.usual().of(other), arabic.of(other));
        }
        assertEquals(Arabic.usual().of("режиссёрге"), arabic.of("режиссёрге"), "where nothing is said, by the rules");
        assertEquals("ҚазТАГ-қа bardy".substring(0, 6), latin.of("ҚазТАГ бар").substring(0, 6));
        assertEquals(Latin.usual().of("бай адам"), latin.of("бай адам"));
    }

    @Test
    void whatTwoSetsOfSpellingsWriteOtherwiseIsKnownByItsWords() {
        Exceptions.Entry biden = new Exceptions.Entry("байден", "Biden", null, false);
        Exceptions before = Exceptions.of(List.of(biden, new Exceptions.Entry("ким", "Kim", null, false)));
        Exceptions after = Exceptions.of(List.of(biden, new Exceptions.Entry("ким", "Qim", null, false)));
        Exceptions changed = after.differing(before);
        assertTrue(changed.touch("Бүгін Кимге хат келді"));
        assertFalse(changed.touch("Байденге хат келді, hakim.kz сайтынан"));
        assertFalse(after.differing(after).touch("Кимге"));
        assertTrue(Exceptions.NONE.differing(after).touch("байденнің"));
    }
}
