package kz.qalam.core.language.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.SharedData;
import kz.qalam.core.language.proofing.WrongLetters;

/** The lists that ship are what their sources give. */
class StemListsTest {

    private static final String LANGUAGE = "/kz/qalam/core/language/";

    @Test
    void whatComesFromTheNewsIsMadeAnewAlike() throws IOException {
        NewsLists made = new NewsLists(SharedData.file("news/kaznerd-paragraphs-dev.jsonl.gz"));
        assertEquals(shipped("morphology/words-news.tsv"), made.stems());
        assertEquals(shipped("morphology/frequencies.tsv"), made.counts());
        assertEquals(shipped("proofing/letter-triples.tsv"), made.triples());
    }

    /** Which entries were left out as forms of others cannot be made anew; that nothing was added can be seen. */
    @Test
    void everyStemOfTheDictionaryIsAnEntryOrHasItsVerbalNounAmongThem() throws IOException {
        Path dictionary = Path.of(System.getenv().getOrDefault("QALAM_HUNSPELL_KK", "/usr/share/hunspell/kk_KZ.dic"));
        assumeTrue(Files.isReadable(dictionary), "QALAM_HUNSPELL_KK names no kk_KZ.dic of hunspell-kk 1.1");
        Set<String> entries = new HashSet<>();
        for (String line : Files.readAllLines(dictionary)) {
            String entry = line.replace("\uFEFF", "").split("/", 2)[0].strip();
            entries.add(entry.toLowerCase(Locale.ROOT));
            entries.add(WrongLetters.repaired(entry).toLowerCase(Locale.ROOT));
        }
        List<String> strange = new ArrayList<>();
        for (String row : shipped("morphology/words-hunspell-kk.tsv")) {
            String[] columns = row.split("\t", -1);
            List<String> sources = columns[1].contains("v") ? verbalNouns(columns[0]) : List.of();
            if (!entries.contains(columns[0]) && !entries.contains(columns[0] + "ь")
                    && sources.stream().noneMatch(entries::contains)) {
                strange.add(row);
            }
        }
        assertEquals(List.of(), strange);
    }

    /** қой: қою; оқы: оқу; тап: табу. */
    private static List<String> verbalNouns(String stem) {
        String but = stem.substring(0, stem.length() - 1);
        List<String> nouns = new ArrayList<>(List.of(stem + "у", stem + "ю", but + "у", but + "ю"));
        int soft = "пқк".indexOf(stem.charAt(stem.length() - 1));
        if (soft >= 0) {
            nouns.add(but + "бғг".charAt(soft) + "у");
        }
        return nouns;
    }

    private static List<String> shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StemListsTest.class.getResourceAsStream(LANGUAGE + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
