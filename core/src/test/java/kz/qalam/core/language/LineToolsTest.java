package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class LineToolsTest {

    /** What nobody types and somebody sends. */
    static final List<String> HOSTILE = List.of("", " ", "а".repeat(1_000_000), "ы" + "\u0301".repeat(10_000),
            "\ud800", "ә\udfffб", "سالەم қазақ \u202eabc\u202c ٴ", "\u0000\u0007\u200f", "😀қ😀", "-".repeat(10_000),
            "https://" + "a".repeat(100_000), "ٴ".repeat(1_000), "<" + "b".repeat(1_000), "1".repeat(50_000),
            "қ-".repeat(50_000), "@".repeat(50_000), "a.".repeat(50_000), "١٢٣", "ﷺ", "Ⱥİıſẞŉΐ");

    @Test
    void everyToolAnswersWhateverComes() throws UnknownTool {
        for (String key : LineTools.keys()) {
            if (!LineTools.readsFiles(key)) {
                LineTool tool = LineTools.open(key, Map.of(), List.of());
                assertEquals(HOSTILE.size(), tool.answers(HOSTILE).size(), key);
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
