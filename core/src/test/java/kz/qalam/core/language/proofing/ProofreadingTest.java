package kz.qalam.core.language.proofing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.LineTools;
import kz.qalam.core.language.UnknownTool;
import kz.qalam.core.language.proofing.Finding.Kind;

class ProofreadingTest {

    private static final Spelling SPELLING = Spelling.shipped();

    @Test
    void acceptsForms() {
        for (String word : List.of("мектептеріміздегі", "айтпағандықтан", "Астанадан", "бір-бірімен", "ҚР-ның",
                "сервистік", "телебағдарлама",
                "Бердімұхамедов", "iPhone", "2026-да", "", "-", "маған", "қаупін", "болмапты", "пікірімше", "өзінікін",
                "мұхиты", "актёрлер", "км-ге")) {
            assertTrue(SPELLING.accepts(word), word);
        }
    }

    @Test
    void suggestsWhatASlipMeant() {
        for (Map.Entry<String, String> slip : Map
                .of("қызметқа", "қызметке", "бкітап", "кітап", "мектпе", "мектеп", "казак", "қазақ",
                        "Алматыдв", "Алматыда", "көктемм", "көктем")
                .entrySet()) {
            assertFalse(SPELLING.accepts(slip.getKey()), slip.getKey());
            assertTrue(SPELLING.suggestions(slip.getKey()).contains(slip.getValue()),
                    slip + " " + SPELLING.suggestions(slip.getKey()));
        }
    }

    @Test
    void findsEachKindAndSaysWhere() {
        found(Kind.HARMONY, "ҚР-нің заңы", "ҚР-нің", "ҚР-ның");
        found(Kind.HARMONY, "Олар мектептарда оқиды", "мектептарда", "мектептерде");
        found(Kind.HARMONY, "Кеше Тоқаевке барды", "Тоқаевке", "Тоқаевқа");
        found(Kind.HARMONY, "Мектептарда оқиды", "Мектептарда", "Мектептерде");
        found(Kind.HARMONY, "Оған 15 000-ден астам", "15 000-ден", "15 000-нан");
        found(Kind.KEYBOARD, "Біз Казакстан туралы айттық", "Казакстан", "Қазақстан");
        found(Kind.SCRIPTS, "Жаңа мәлiмет келді", "мәлiмет", "мәлімет");
        found(Kind.DOUBLED, "Ол үйге үйге қайтты", "үйге үйге", "үйге");
        found(Kind.SPELLING, "Бұл мектпе ескі", "мектпе", "мектеп");
        found(Kind.TYPOGRAPHY, "Ол келді - деді", "-", "–");
        Finding russian = only(Kind.LANGUAGE, "Ол айтты. Сегодня прошло заседание правительства.");
        assertEquals("Сегодня прошло заседание правительства.",
                "Ол айтты. Сегодня прошло заседание правительства.".substring(russian.start(), russian.end()));
        assertTrue(russian.text(Locale.ENGLISH).contains("Russian"));
    }

    private static void found(Kind kind, String line, String marked, String repair) {
        Finding finding = only(kind, line);
        assertEquals(marked, line.substring(finding.start(), finding.end()));
        assertEquals(repair, finding.repairs().get(0));
    }

    private static Finding only(Kind kind, String line) {
        List<Finding> findings = Proofreading.shipped().findings(line).stream()
                .filter(finding -> finding.kind() == kind).toList();
        assertEquals(1, findings.size(), () -> Finding.json(Proofreading.shipped().findings(line)));
        return findings.get(0);
    }

    @Test
    void leavesRightTextAndForeignSpansAlone() {
        assertEquals(List.of(), Proofreading.shipped()
                .findings("Бүгін Астанада Үкімет отырысы өтті, онда әлеуметтік мәселелер талқыланды."));
        for (String line : List.of("Биыл 15 000-нан астам, 5–6 000-нан көп, 1 000 000-ға жуық адам келді.",
                "Мұхтар Әуезовтің Минскіде, Астраханьнан шыққан волонтёрлерге жазған хаты.",
                "Процестер, съезде айтылған фактілер, цехқа түскен металдар.",
                "ҰҚК-нің және ҰҚК-ның өкілі Apple-дің сайтында айтты.", "Бұл туралы Tengrinews.kz хабарлады.")) {
            assertEquals(List.of(), Proofreading.shipped().findings(line), line);
        }
        assertEquals(List.of(),
                Proofreading.shipped().findings("Ол zzкккzz деді", StyleBook.EMPTY, List.of(new Span(3, 10))));
        assertEquals(List.of(),
                Proofreading.shipped().findings("Ол оңт. және сол. бағытта, 5\u00a0км жерде, әлеум. мәні бар."),
                "words cut short in the middle of a sentence");
    }

    @Test
    void oneHouseRuleCoversAllForms() {
        StyleBook book = new StyleBook(List.of(new StyleRule("аэропорт", "әуежай", "Қазақша атауы бар."),
                new StyleRule("процент", "пайыз", "")));
        Map<String, String> forms = Map.of("аэропорттан", "әуежайдан", "Аэропорттарда", "Әуежайларда", "проценттің",
                "пайыздың", "аэропорт", "әуежай");
        forms.forEach((form, instead) -> {
            List<Finding> findings = Proofreading.shipped().findings(form + " туралы", book, List.of());
            assertEquals(List.of(instead), findings.get(0).repairs(), form);
            assertEquals(Kind.STYLE, findings.get(0).kind());
        });
    }

    @Test
    void aRuleOfAnAbbreviationMeetsItsSuffixesBehindAHyphen() {
        StyleBook book = new StyleBook(List.of(new StyleRule("қхр", "Қытай", ""), new StyleRule("iphone", "айфон", ""),
                new StyleRule("бақ", "ақпарат құралдары", ""), new StyleRule("оңтүстік кхр", "Оңтүстік Корея", "")));
        Map<String, String> forms = Map.ofEntries(Map.entry("Бұл ҚХР-дың", "Қытайдың"),
                Map.entry("Ол ҚХР-ға", "Қытайға"),
                Map.entry("Ол ҚХР-ны", "Қытайды"), Map.entry("Ол ҚХР\u2011дан", "Қытайдан"),
                Map.entry("Сол ҚХР", "Қытай"),
                Map.entry("БҮГІН ҚХР-ДЫҢ САЯСАТЫ", "ҚЫТАЙДЫҢ"), Map.entry("Жаңа iPhone-дар", "айфондар"),
                Map.entry("Жаңа iPhone-ға", "айфонға"), Map.entry("Жаңа iPhone", "айфон"),
                Map.entry("Оңтүстік КХР-ға", "Оңтүстік Кореяға"), Map.entry("Бұл ҚХР-лардан", "Қытайлардан"));
        forms.forEach((line, instead) -> assertEquals(List.of(instead),
                book.findings(line, List.of()).get(0).repairs(), line));
        for (String other : List.of("ҚХРО-дың", "қхр-сөз", "ҚХР-Ресей шекарасы")) {
            assertEquals(List.of(), book.findings(other, List.of()), other);
        }
    }

    @Test
    void findsSlipsInHeadingsThatAreAllCapitals() {
        for (String line : List.of("АУЫЛДА ЖАҢА МЕКТПЕ АШЫЛДЫ", "ХАЛЫҚ САНЫ ӨССЕДІ", "ҚЫЗМЕТҚА ЖАҢА АДАМ КЕЛДІ")) {
            assertEquals(1, Proofreading.shipped().findings(line).size(), line);
        }
        assertEquals("МЕКТЕП",
                Proofreading.shipped().findings("АУЫЛДА ЖАҢА МЕКТПЕ АШЫЛДЫ").get(0).repairs().get(0));
        for (String line : List.of("ТОҚАЕВ АСТАНАДА ЮНЕСКО БАСШЫСЫМЕН КЕЗДЕСТІ", "ҚР ІІМ ЖӘНЕ ҰҚК",
                "ҚР-НЫҢ БЖЗҚ-ДАҒЫ АҚШАСЫ",
                "НҰР-СҰЛТАН ҚАЛАСЫНДАҒЫ ЕУРАЗЭҚ САММИТІ", "ҚазТАГ ХАБАРЛАДЫ", "Ол МЕКТПЕ деді")) {
            assertEquals(List.of(), Proofreading.shipped().findings(line), line);
        }
    }

    @Test
    void namesTheLanguageOfASentence() {
        Finding finding = Proofreading.shipped().findings("Это предложение написано на русском языке.").get(0);
        assertTrue(finding.text(Locale.forLanguageTag("kk")).contains("(орысша)"),
                finding.text(Locale.forLanguageTag("kk")));
        assertTrue(finding.text(Locale.forLanguageTag("ru")).contains("(на русском)"));
        assertTrue(finding.text(Locale.ENGLISH).contains("(Russian)"));
    }

    /** Of a rule that a verb has, dictionaries list the verbal noun. */
    @Test
    void aRuleOfSeveralWordsTakesTheFormOfTheLast() {
        StyleBook book = new StyleBook(List.of(new StyleRule("алма-ата қаласы", "Алматы қаласы", "Атауы осы."),
                new StyleRule("ұялы телефон", "смартфон", ""), new StyleRule("назар аудару", "көңіл бөлу", ""),
                new StyleRule("ким", "Ким Чен Ын", "")));
        Map<String, String> repaired = Map.of("Ол Алма-Ата қаласында тұрады", "Алма-Ата қаласында→Алматы қаласында",
                "Алма-Ата  қаласы өсті", "Алма-Ата  қаласы→Алматы қаласы", "Алма-Ата қаласынан келді",
                "Алма-Ата қаласынан→Алматы қаласынан", "Оның ұялы телефонымен сөйлесті",
                "ұялы телефонымен→смартфонымен",
                "Осыған назар аударды", "назар аударды→көңіл бөлді", "Ол назар аудару керек деді",
                "назар аудару→көңіл бөлу");
        repaired.forEach((line, found) -> {
            List<Finding> findings = book.findings(line, List.of());
            assertEquals(List.of(found), findings.stream().map(finding -> line.substring(finding.start(), finding.end())
                    + "→" + String.join("|", finding.repairs())).toList());
            assertEquals(findings, Proofreading.shipped().findings(line, book, List.of()).stream()
                    .filter(finding -> finding.kind() == Finding.Kind.STYLE).toList(), "no word of it is marked twice");
        });
        for (String other : List.of("Алма-Ата, қаласы", "Алма-Ата қалада", "Ұялы ата телефон", "телефон ұялы",
                "кимоно киді",
                "ұялы", "назар\nаударды")) {
            assertEquals(List.of(), book.findings(other, List.of()), other);
        }
        assertEquals(List.of(), book.findings("Алма-Ата қаласында", List.of(new Span(9, 18))),
                "foreign words are left alone");
    }

    @Test
    void aHouseRuleOfAVerbCoversItsForms() {
        StyleBook book = new StyleBook(List.of(new StyleRule("қолдану", "пайдалану", "Бірізді болсын.")));
        Map<String, String> forms = Map.of("қолданды", "пайдаланды", "Қолдану", "Пайдалану", "қолдануда",
                "пайдалануда", "қолданған", "пайдаланған");
        forms.forEach((form, instead) -> assertEquals(List.of(instead),
                book.findings(form, List.of()).get(0).repairs(), form));
        assertEquals(List.of(), book.findings("қолдау қажет", List.of()));
    }

    @Test
    void readsAndSeeksNoMoreThanItSays() {
        String letters = "бвгджзклмнпрстф";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Proofreading.MOST_WORDS + 500; i++) {
            text.append("щэ");
            for (int rest = i, n = 0; n < 4; n++, rest /= letters.length()) {
                text.append(letters.charAt(rest % letters.length()));
            }
            text.append(' ');
        }
        List<Finding> unknown = Proofreading.shipped().findings(text.toString()).stream()
                .filter(finding -> !finding.kind().equals(Kind.TYPOGRAPHY) && !finding.kind().equals(Kind.LANGUAGE))
                .toList();
        assertTrue(unknown.size() <= Proofreading.MOST_WORDS, unknown.size() + " words");
        assertTrue(
                unknown.stream().filter(finding -> !finding.repairs().isEmpty()).count() <= Proofreading.MOST_SOUGHT);
    }

    /** Work is counted by what is laid out for it: a fixed part, and a part that grows as the line does. */
    @Test
    void answersWhateverItIsGivenWithWorkThatGrowsAsTheLineDoes() throws UnknownTool {
        List<String> hostile = List.of("қ".repeat(1_000_000), "е" + "\u0301".repeat(10_000),
                "\uD800 \uDC00 кітап\uD83D", "\u202Eкітап\u202C سلام كىتاپ abc",
                "\"".repeat(100_000), "- ".repeat(100_000), "a-".repeat(200_000), "1-".repeat(100_000),
                "қате ".repeat(50_000), ".".repeat(200_000),
                "а.".repeat(100_000), "«".repeat(100_000), " ".repeat(300_000), "x@".repeat(100_000),
                "Қ.".repeat(100_000), "1 ".repeat(100_000));
        for (String key : List.of("spell", "repair", "typography", "proof", "language", "hyphenate")) {
            for (String line : hostile) {
                long before = laidOut();
                String answer = LineTools.open(key, Map.of(), List.of()).answer(line);
                long work = laidOut() - before;
                assertFalse(answer.contains("\n"), key);
                assertTrue(work <= FIXED + PER_SIGN * line.length(),
                        "%s: %,d bytes for %,d signs of «%.5s»".formatted(key, work, line.length(), line));
            }
        }
        hostile.forEach(Readability::of);
    }

    private static final long FIXED = 200_000_000;
    private static final long PER_SIGN = 8_000;

    private static long laidOut() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
