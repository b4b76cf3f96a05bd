package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LineToolsTest {

    /** What nobody types and somebody sends. */
    static final List<String> HOSTILE = List.of("", " ", "а".repeat(1_000_000), "ы" + "\u0301".repeat(10_000),
            "\ud800", "ә\udfffб", "سالەم қазақ \u202eabc\u202c ٴ", "\u0000\u0007\u200f", "😀қ😀", "-".repeat(10_000),
            "https://" + "a".repeat(100_000), "ٴ".repeat(1_000), "<" + "b".repeat(1_000), "1".repeat(50_000),
            "қ-".repeat(50_000), "@".repeat(50_000), "a.".repeat(50_000), "١٢٣", "ﷺ", "Ⱥİıſẞŉΐ",
            "\u00a0".repeat(50_000),
            "#а ".repeat(20_000), "a@b.kz ".repeat(5_000), "5-де ".repeat(2_000));

    private static final String SENTENCE = "Бүгін Қасым-Жомарт Тоқаев «Астана» қаласына келді, – деді ол 5 қарашада.";
    private static final List<String> JUNK = List.of("\u0000", "\ud800", "\udc00", "\u200f", "\u202e", "😀", "и\u0306",
            "\u0308", "ﻻ", "\ufedb", "\u0674", "\u2028", "i", "A", "İ", "中", "-", "\"", "«", "№", "1", "%", "@", "#",
            ".",
            "\u00ad", "\u00a0", "\t");

    @Test
    void everyToolAnswersWhateverComes() throws UnknownTool {
        for (String key : LineTools.keys()) {
            if (!LineTools.readsFiles(key)) {
                LineTool tool = LineTools.open(key, Map.of(), List.of());
                assertEquals(HOSTILE.size(), tool.answers(HOSTILE).size(), key);
            }
        }
    }

    /** Real text with anything at all strewn into it. */
    @Test
    void everyToolAnswersWhateverIsStrewnIntoASentence() throws UnknownTool {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder(SENTENCE);
            for (int times = 1 + random.nextInt(10); times > 0; times--) {
                line.insert(random.nextInt(line.length() + 1), JUNK.get(random.nextInt(JUNK.size())));
            }
            lines.add(line.toString());
        }
        for (String key : LineTools.keys()) {
            if (!LineTools.readsFiles(key)) {
                List<String> answers = LineTools.open(key, Map.of(), List.of()).answers(lines);
                assertEquals(lines.size(), answers.size(), key);
                assertTrue(answers.stream().noneMatch(answer -> answer.indexOf('\n') >= 0), key);
            }
        }
    }

    /** What was set or repaired once is right. */
    @Test
    void whatIsSetStaysAsItIs() throws UnknownTool {
        for (String key : List.of("typography", "repair")) {
            LineTool tool = LineTools.open(key, Map.of(), List.of());
            for (String line : List.of(SENTENCE, "\"Бұл - «өте» жақсы\",- деді ол .. 2020-2024жж",
                    "мәлiмет , №5 (Абай К.Қ. )",
                    "«а “б “в” г” д» - \u00a0– \u00a0", "...  ,, .«»\"\"", "ҚР-ның\u00a0 - iс")) {
                String once = tool.answer(line);
                assertEquals(once, tool.answer(once), key);
            }
        }
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertEquals(UnknownTool.Part.KEY, refused("sing", Map.of(), List.of()));
        assertEquals(UnknownTool.Part.OPTION, refused("slug", Map.of("loudly", "yes"), List.of()));
        assertEquals(UnknownTool.Part.FILE, refused("slug", Map.of(), List.of(Path.of("."))));
    }

    private static UnknownTool.Part refused(String key, Map<String, String> options, List<Path> files) {
        return assertThrows(UnknownTool.class, () -> LineTools.open(key, options, files)).part();
    }
}
