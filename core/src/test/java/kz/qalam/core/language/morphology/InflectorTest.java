package kz.qalam.core.language.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectorTest {

    private static final Inflector INFLECTOR = Inflector.shipped();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # harmony and assimilation
            қала, PL, қалалар
            мектеп, PL;POSS1PL;LOC;ATTR, мектептеріміздегі
            қыз, INS, қызбен
            адам, GEN, адамның
            көл, DAT, көлге
            автобус, DAT, автобусқа
            # what changes in the stem
            кітап, POSS3, кітабы
            көлік, POSS3;ACC, көлігін
            орын, POSS3;DAT, орнына
            халық, POSS3, халқы
            банк, POSS3, банкі
            журналист, PL, журналистер
            автомобиль, POSS3, автомобилі
            дәуір, POSS3, дәуірі
            # the ends of loan words
            процесс, PL;POSS3, процестері
            металл, POSS3, металы
            съезд, DAT, съезге
            Минск, LOC, Минскіде
            факт, PL, фактілер
            объект, POSS1PL, объектіміз
            # harmony that the last letters do not tell
            Әуезов, GEN, Әуезовтің
            Рысқұлов, GEN, Рысқұловтың
            волонтёр, PL, волонтёрлер
            Тянь-Шань, DAT, Тянь-Шаньға
            фестиваль, DAT, фестивальге
            цех, LOC, цехта
            Сомали, LOC, Сомалиде
            таны, PRS;3, таниды
            Жетісу, LOC, Жетісуда
            # names keep their capitals
            Тоқаев, GEN, Тоқаевтың
            Астана, LOC, Астанада
            АСТАНА, LOC, АСТАНАДА
            Қазақстан Республикасы, DAT, Қазақстан Республикасына
            Қазақстан халқы, ABL, Қазақстан халқынан
            # verbs
            айт, V;NEG;PAST;1SG, айтпадым
            оқы, PRS;3, оқиды
            оқы, GER;DAT, оқуға
            қой, PRS;3, қояды
            шық, PRS;1SG, шығамын
            тап, PRF, тауып
            кел, NEG;PTCP.FUT, келмес
            жаса, PASS;PTCP.PST, жасалған
            бар, IMP.1PL, барайық
            ал, COND;1PL, алсақ
            # pronouns
            мен, DAT, маған
            ол, GEN, оның
            бұл, ABL, бұдан
            бұл, GEN, мұның
            адам, GENP, адамдікі
            бар, UNTIL, барғанша
            # as they are heard
            5, DAT, 5-ке
            6, LOC, 6-да
            40, DAT, 40-қа
            2026, LOC, 2026-да
            1 000 000, DAT, 1 000 000-ға
            15 000, ABL, 15 000-нан
            2026 500, DAT, 2026 500-ге
            5 млрд, DAT, 5 млрд-қа
            iPhone, PL, iPhone-дар
            Google, GEN, Google-дың
            Facebook, LOC, Facebook-те
            5 қараша, LOC, 5 қарашада
            жыл, REL, жылғы
            ҚР, GEN, ҚР-ның
            БҰҰ, DAT, БҰҰ-ға
            АҚШ, GEN, АҚШ-тың
            # UniMorph's names of the same
            кітап, N;PSS1S;PL, кітаптарым
            """)
    void aWordTakesItsForm(String lemma, String features, String form) {
        assertEquals(form, INFLECTOR.form(lemma, features).orElse(""));
    }

    @Test
    void whatTheTableDoesNotHaveIsNoForm() {
        assertTrue(INFLECTOR.form("кітап", "NOSUCH").isEmpty());
        assertTrue(INFLECTOR.form("кітап", "GEN;GEN").isEmpty());
        assertTrue(INFLECTOR.form("", "GEN").isEmpty());
        assertEquals("", INFLECTOR.answer("кітап"));
    }

    @Test
    void anyTextHasAnAnswer() {
        for (String hostile : AnalyserTest.HOSTILE) {
            INFLECTOR.answer(hostile);
            INFLECTOR.answer(hostile + "\tGEN");
            INFLECTOR.answer("кітап\t" + hostile);
        }
        INFLECTOR.answer("кітап\t" + "PL;".repeat(60));
        INFLECTOR.answer("айт\t" + "PASS;CAUS;RECP;".repeat(4));
    }

    /** The inflector and the analyser go by one table, so that what one makes the other must take apart. */
    @Test
    void everyFormThatIsMadeIsKnownAndLeadsBackToItsWord() {
        List<String> nouns = List.of("PL", "POSS2SGF;DAT", "PL;POSS3;GEN", "POSS3;DAT", "POSS3;LOC;ATTR", "ACC",
                "ABL", "INS", "POSS1PL;ABL", "PL;POSS1PL;LOC");
        List<String> verbs = List.of("PAST;1SG", "NEG;PAST;2SGF", "PRS;3", "NEG;PRS;1PL", "PRF", "PTCP.PST;POSS3;ACC",
                "NEG;PTCP.PST;ABL", "COND;1PL", "GER;DAT", "GER;POSS3;GEN", "IMP.3", "IMP.1PL", "PTCP.PRS;PL",
                "PASS;PTCP.PST", "NEG;GER;POSS3", "GOAL", "DES;POSS1SG");
        Analyser analyser = Analyser.shipped();
        List<String> unknown = new ArrayList<>();
        int[] counts = new int[3];
        Rows.each("words-hunspell-kk.tsv", row -> {
            if (counts[0]++ % 101 != 0) {
                return;
            }
            for (char kind : row[1].toCharArray()) {
                for (String features : kind == 'v' ? verbs : nouns) {
                    String form = INFLECTOR.form(row[0], (kind == 'v' ? "V;" : "N;") + features).orElseThrow();
                    if (!analyser.knows(form)) {
                        unknown.add(form);
                    }
                    counts[1]++;
                    counts[2] += analyser.analyses(form).stream().anyMatch(reading -> reading.lemma().equals(row[0]))
                            ? 1
                            : 0;
                }
            }
        });
        assertEquals(List.of(), unknown);
        assertTrue(counts[1] > 4000 && counts[2] >= counts[1] * 0.99, counts[2] + " of " + counts[1]);
    }
}
