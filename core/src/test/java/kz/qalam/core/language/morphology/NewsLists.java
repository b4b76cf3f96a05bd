package kz.qalam.core.language.morphology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Makes the lists that ship with Qalam and come from the news, anew from the paragraphs and from the lists that do not: counts
 * of stems, stems that the dictionaries have not, letters that follow each other. docs/language.md says how to run it.
 */
public final class NewsLists {

    /** A new stem stands in as many different forms, and as often, at least. */
    private static final int FORMS = 2;
    private static final int TIMES = 3;
    private static final int SHORTEST = 3;
    /** Counting with the counts of the round before; after two nothing much moves. */
    private static final int ROUNDS = 2;
    private static final Set<String> OF_A_VERB = Set.of("PASS", "AGT", "GER");
    private static final int LITTLE = 40;
    private static final int LEAST_TRIPLES = 2;

    private static final Pattern WORD = Pattern.compile("\\p{IsCyrillic}+(?:-\\p{IsCyrillic}+)*");
    private static final Pattern PART = Pattern.compile("\\p{IsCyrillic}+");
    private static final String LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    private final Map<String, Integer> words = new TreeMap<>();

    /** @param paragraphs gzipped lines of JSON, each with its text */
    NewsLists(Path paragraphs) throws IOException {
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(paragraphs)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WORD.matcher(json.readTree(line).path("text").asText()).results().map(MatchResult::group)
                        .forEach(word -> words.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
            }
        }
    }

    /** words-news.tsv: stems that no list has, guessed alike from several forms. */
    List<String> stems() {
        Analyser analyser = analyser(List.of(), List.of());
        Map<String, Set<String>> forms = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        words.forEach((word, count) -> {
            Analysis best = analyser.analyses(word).get(0);
            if (!best.known() && best.lemma().length() >= SHORTEST) {
                String row = best.lemma() + "\t" + best.kind();
                forms.computeIfAbsent(row, any -> new TreeSet<>()).add(word);
                times.merge(row, count, Integer::sum);
            }
        });
        return forms.keySet().stream().filter(row -> forms.get(row).size() >= FORMS && times.get(row) >= TIMES).sorted()
                .toList();
    }

    /** frequencies.tsv: how often each known stem is the likeliest reading. */
    List<String> counts() {
        List<String> stems = stems();
        List<String> counts = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            Analyser analyser = analyser(stems, counts);
            Map<String, Integer> times = new TreeMap<>();
            words.forEach((word, count) -> {
                Analysis best = counted(analyser.analyses(word));
                if (best.known()) {
                    times.merge(best.lemma() + "\t" + best.kind(), count, Integer::sum);
                }
            });
            counts = times.entrySet().stream().map(row -> row.getKey() + "\t" + row.getValue()).toList();
        }
        return counts;
    }

    /** The likeliest reading; but what may be a known verb's passive, agent or verbal noun counts for that verb. */
    private static Analysis counted(List<Analysis> readings) {
        Analysis best = readings.get(0);
        return readings.stream()
                .filter(reading -> reading.known() && reading.kind().equals("v") && !reading.features().isEmpty()
                        && OF_A_VERB.contains(reading.features().get(0))
                        && reading.cost() <= best.cost() + LITTLE
                        && best.lemma().startsWith(reading.lemma()) && best.known())
                .findFirst().orElse(best);
    }

    /** letter-triples.tsv: of the stems of the dictionary, each once, and of the words of the news, as often as they stand. */
    List<String> triples() {
        Map<String, Integer> times = new HashMap<>();
        Rows.each("words-hunspell-kk.tsv", row -> count(row[0], 1, times));
        words.forEach((word, count) -> count(word, count, times));
        Map<String, List<Character>> next = new TreeMap<>();
        times.forEach((triple, count) -> {
            if (count >= LEAST_TRIPLES) {
                next.computeIfAbsent(triple.substring(0, 2), any -> new ArrayList<>()).add(triple.charAt(2));
            }
        });
        return next.entrySet().stream().map(row -> {
            StringBuilder letters = new StringBuilder(row.getKey()).append('\t');
            row.getValue().stream().sorted().forEach(letters::append);
            return letters.toString();
        }).toList();
    }

    private static void count(String word, int times, Map<String, Integer> triples) {
        PART.matcher(word).results().map(MatchResult::group)
                .filter(part -> part.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)).forEach(part -> {
                    String edged = "_" + part + "_";
                    for (int i = 0; i + 3 <= edged.length(); i++) {
                        triples.merge(edged.substring(i, i + 3), times, Integer::sum);
                    }
                });
    }

    private static Analyser analyser(List<String> stems, List<String> counts) {
        return new Analyser(Suffixes.read(), Lexicon.read((name, row) -> {
            switch (name) {
                case "words-news.tsv" -> stems.forEach(line -> row.accept(line.split("\t", -1)));
                case "frequencies.tsv" -> counts.forEach(line -> row.accept(line.split("\t", -1)));
                default -> Rows.each(name, row);
            }
        }));
    }

    /** @param arguments the paragraphs; the folder in which the lists of the language stand: their rows are written anew below their comments */
    public static void main(String[] arguments) throws IOException {
        NewsLists lists = new NewsLists(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        write(folder.resolve("morphology/words-news.tsv"), lists.stems());
        write(folder.resolve("morphology/frequencies.tsv"), lists.counts());
        write(folder.resolve("proofing/letter-triples.tsv"), lists.triples());
    }

    private static void write(Path file, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(
                Files.readAllLines(file).stream().filter(line -> line.startsWith("#")).toList());
        lines.addAll(rows);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
