package kz.qalam.core.language.proofing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.LineTools;
import kz.qalam.core.language.SharedData;
import kz.qalam.core.language.UnknownTool;

/** Proofreading against lists of slips. What is asked for are the goals of docs/language.md, not what was reached. */
class SharedProofingTest {

    @Test
    void slipsAreFoundAndTheirWordSuggested() throws IOException {
        List<String[]> slips = SharedData.rows("proof/typos-dev.tsv").stream()
                .filter(row -> !row[2].equals("homoglyph")).toList();
        Spelling spelling = Spelling.shipped();
        long found = 0;
        long first = 0;
        long five = 0;
        for (String[] slip : slips) {
            if (!spelling.accepts(slip[0])) {
                found++;
                List<String> suggestions = spelling.suggestions(slip[0]);
                first += !suggestions.isEmpty() && suggestions.get(0).equals(slip[1]) ? 1 : 0;
                five += suggestions.stream().limit(5).anyMatch(slip[1]::equals) ? 1 : 0;
            }
        }
        double all = slips.size();
        assertTrue(found / all >= .96 && first / all >= .75 && five / all >= .90,
                "found %.3f, first %.3f, in five %.3f of %d".formatted(found / all, first / all, five / all,
                        slips.size()));
    }

    @Test
    void wrongLettersArePutRight() throws IOException {
        List<String[]> slips = SharedData.rows("proof/typos-dev.tsv").stream()
                .filter(row -> row[2].equals("homoglyph")).toList();
        long right = slips.stream().filter(slip -> WrongLetters.repaired(slip[0]).equals(slip[1])).count();
        assertTrue(right >= .99 * slips.size(), right + " of " + slips.size());
    }

    @Test
    void signsAreSetAsNewsPrint() throws IOException, UnknownTool {
        for (String[] row : SharedData.rows("proof/typography-dev.tsv")) {
            assertEquals(row[1], LineTools.open("typography", Map.of(), List.of()).answer(row[0]));
        }
    }

    @Test
    void kazakhAndRussianAreToldApart() throws IOException {
        for (String[] row : SharedData.rows("proof/langid-udhr-dev.tsv")) {
            if (Set.of("kaz", "rus").contains(row[0])) {
                assertEquals(row[0].equals("kaz") ? "kk" : "ru", SentenceLanguage.of(row[1]), row[1]);
            }
        }
    }
}
