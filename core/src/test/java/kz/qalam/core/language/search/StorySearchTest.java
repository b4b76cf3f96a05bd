package kz.qalam.core.language.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorySearchTest {

    @TempDir
    static Path folder;

    private static StorySearch search;

    @BeforeAll
    static void index() throws IOException {
        Path file = folder.resolve("stories.jsonl");
        Files.write(file, List.of(
                "{\"id\": \"a\", \"title\": \"Мектептер жөнделді\", \"text\": \"Ауылдағы мектептеріміздегі терезелер ауыстырылды.\"}",
                "{\"id\": \"b\", \"title\": \"Егін жиналды\", \"text\": \"Шаруалар астықты қоймаға тапсырды, мектеп туралы сөз болған жоқ.\"}",
                "{\"id\": \"d\", \"title\": \"Ілім мен Иран\", \"text\": \"Instagram парақшасында жазылды, IBM сатты.\"}",
                "{\"id\": \"c\", \"text\": \"Президент Тоқаевтың жарлығы жарияланды.\"}", "not a document",
                "{\"title\": \"no id\"}"));
        search = StorySearch.over(List.of(file), Keys.shipped());
    }

    @Test
    void findsEveryFormTitlesFirst() {
        assertEquals("a\tb", search.answer("мектепте"));
        assertEquals("c", search.answer("Тоқаев"));
    }

    @Test
    void mendsWrongLettersInTheQuestion() {
        assertEquals("b", search.answer("eгiн"));
    }

    @Test
    void findsWhatWasAskedInLatinLettersOrWithASlip() {
        assertEquals("a\tb", search.answer("mektepter"));
        assertEquals("c", search.answer("Toqaev"));
        assertEquals("c", search.answer("жарлыгы"));
        StoryAnalyzer analyzer = new StoryAnalyzer(Keys.shipped());
        StoryQuery query = new StoryQuery(analyzer, Keys.shipped());
        assertEquals("мектеп жарлығы", query.meant("мектеп жарлыгы").orElseThrow());
        assertTrue(query.meant("мектеп жарлығы").isEmpty());
    }

    @Test
    void capitalsInLatinLettersAreReadAsTheAlphabetHasThem() {
        for (String asked : List.of("İran", "iran", "Iran", "IRAN", "İRAN", "I\u0307ran", "Ilım", "ılım", "ILIM")) {
            assertEquals("d", search.answer(asked), asked);
        }
        for (String asked : List.of("instagram", "Instagram", "INSTAGRAM", "İnstagram", "ibm", "IBM")) {
            assertEquals("d", search.answer(asked), asked);
        }
    }

    @Test
    void whatWasMeantIsInCyrillicLettersWhateverWasTyped() {
        StoryQuery query = new StoryQuery(new StoryAnalyzer(Keys.shipped()), Keys.shipped());
        assertEquals("қазақстан президент", query.meant("qazaqstan prezidentn").orElseThrow());
        assertEquals("қазақстан президент", query.meant("قازاقستان prezidentn").orElseThrow());
        assertTrue(query.meant("qazaqstan prezidentı").isEmpty());
    }

    @Test
    void questionWordsCountLittle() {
        // The second has «туралы» and «болған», and they do not bring it before what has a word that was sought
        assertTrue(search.answer("Қандай жарлық туралы болды?").startsWith("c"));
        String both = search.answer("Қандай мектеп туралы жарлық болды?");
        assertTrue(both.indexOf('c') < both.indexOf('b'), both);
    }

    @Test
    void answersWhateverIsAsked() {
        for (String asked : List.of("", "?", "AND (", "қ".repeat(1_000_000), "\uD800", "сөз ".repeat(100_000))) {
            search.answer(asked);
        }
    }
}
