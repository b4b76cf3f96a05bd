package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.ListBlock.Item;
import kz.qalam.core.copy.Speech;

/**
 * Whatever a raw article is put together of, every letter and digit of it is in the copy, in the same order. Counters,
 * the repeated headline and the numbers of a numbered list are told apart by what the intake says of them, and put back
 * before comparing.
 */
class NothingIsLostTest {

    @Test
    void nothingOfTheSamplesIsLost() {
        for (String name : Samples.READABLE) {
            assertNothingLost(TextBytes.read(Samples.bytes(name), null).text());
        }
    }

    @Test
    void nothingOfRecombinedArticlesIsLost() {
        List<String> paragraphs = sampleLines();
        for (int seed = 0; seed < 4_000; seed++) {
            assertNothingLost(new Recombination(paragraphs, new Random(seed)).article());
        }
    }

    @Test
    void nothingOfRecombinedNewsIsLost() {
        List<String> paragraphs = new ArrayList<>(LanguageData.news());
        paragraphs.addAll(LanguageData.passages());
        for (int seed = 0; seed < 4_000; seed++) {
            assertNothingLost(new Recombination(paragraphs, new Random(seed)).article());
        }
    }

    private static void assertNothingLost(String text) {
        Incoming read = Samples.readText(text);
        assertEquals(letters(text), letters(putBack(read)), text);
        assertLinesAreWhole(text, read.copy());
    }

    private static String putBack(Incoming read) {
        StringBuilder text = new StringBuilder(read.copy().headline()).append('\n');
        if (read.views() != null) {
            text.append(read.comments()).append('\n').append(read.views()).append('\n');
        }
        text.append(read.copy().lead()).append('\n');
        if (read.remarks().contains(new Remark("caption"))) {
            text.append(read.copy().headline()).append('\n');
        }
        read.copy().body().forEach(block -> text.append(numbered(block)).append('\n'));
        return text.toString();
    }

    private static String numbered(Block block) {
        if (!(block instanceof ListBlock list) || !list.ordered()) {
            return block.text();
        }
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < list.items().size(); i++) {
            items.append(i + 1).append(". ").append(text(list.items().get(i))).append('\n');
        }
        return items.toString();
    }

    private static String text(Item item) {
        return item.content().stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Not a sign within a line is changed, but for the dashes of speech and the marks before items. */
    private static void assertLinesAreWhole(String text, Copy copy) {
        List<String> lines = Normalizer.normalize(text, Normalizer.Form.NFC).lines().map(Spaces::strip).toList();
        for (Block block : copy.body()) {
            if (block instanceof ListBlock list) {
                list.items()
                        .forEach(item -> assertTrue(lines.stream().anyMatch(line -> line.endsWith(text(item))), text));
            } else if (block instanceof Speech) {
                assertTrue(lines.stream().anyMatch(line -> plainDashes(line).equals(plainDashes(block.text()))), text);
            } else {
                assertTrue(lines.contains(block.text()), text);
            }
        }
    }

    private static String plainDashes(String line) {
        return line.replaceAll("\\h*[–—−-]\\h*", "-");
    }

    private static List<String> sampleLines() {
        return Samples.READABLE.stream()
                .flatMap(name -> TextBytes.read(Samples.bytes(name), null).text().lines()).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }

    /** An article put together at random, as newsrooms and as nobody would write it. */
    private record Recombination(List<String> paragraphs, Random random) {

        private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\n\n", "\n\n\n", "\n \n");
        private static final List<String> NUMBERS = List.of("0", "7", "312", "1 204", "1\u00A0204", "12 345 678", "007",
                "1,5", "3 12");
        private static final List<String> STARTS = List.of("- ", "– ", "— ", "• ", "* ", "1. ", "2. ", "3) ", "−", "-",
                "", "", "\u00A0", "\t");
        private static final List<String> DASHES = List.of("-", "–", "—");
        private static final List<String> TAILS = List.of("деді ол.", "дейді қала әкімі.",
                "деп жазды сарапшы, – деді тағы бірі.", "айтты ол.", "");
        private static final List<String> ATTRIBUTIONS = List.of(", деп хабарлайды QALAM.KZ Ақордаға сілтеме жасап.",
                ", деп жазады QALAM.KZ басқарманың мәлiметiне сүйеніп.", ", деп хабарлайды QALAM.KZ.");

        String article() {
            String headline = cut(any(paragraphs), 250);
            StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\n\n" : "").append(headline)
                    .append(any(ENDS));
            for (int i = random.nextInt(3); i > 0; i--) {
                text.append(any(NUMBERS)).append(any(ENDS));
            }
            if (random.nextBoolean()) {
                text.append(cut(any(paragraphs), 400)).append(any(ENDS));
            }
            if (random.nextBoolean()) {
                text.append(headline).append(random.nextInt(9) == 0 ? "." : "").append(any(ENDS));
            }
            if (random.nextBoolean()) {
                text.append(cut(any(paragraphs), 200)).append(any(ATTRIBUTIONS)).append(any(ENDS));
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                addLines(text);
            }
            return text.toString();
        }

        private void addLines(StringBuilder text) {
            String paragraph = any(paragraphs);
            switch (random.nextInt(8)) {
                case 0 -> speech(text, paragraph);
                case 1 -> list(text, paragraph);
                case 2 -> text.append(cut(paragraph, 60)).append(random.nextBoolean() ? "?" : ":");
                case 3 -> text.append(any(STARTS)).append(paragraph);
                case 4 -> text.append(paragraph.replace('–', '-').replace(" ", random.nextInt(5) == 0 ? "  " : " "));
                default -> text.append(paragraph);
            }
            text.append(any(ENDS));
        }

        private void speech(StringBuilder text, String paragraph) {
            String dash = any(DASHES);
            text.append(dash).append(' ').append(paragraph).append(random.nextBoolean() ? ", " : " ").append(dash)
                    .append(' ')
                    .append(any(TAILS));
        }

        private void list(StringBuilder text, String paragraph) {
            String start = any(STARTS);
            String end = random.nextBoolean() ? ";" : "";
            text.append(cut(paragraph, 80)).append(random.nextBoolean() ? ":" : ".").append('\n');
            for (int i = 1; i <= 1 + random.nextInt(5); i++) {
                text.append(start.matches("\\d.*") ? i + ". " : start)
                        .append(cut(any(paragraphs), 60)).append(end).append('\n');
            }
        }

        private static String cut(String text, int most) {
            return text.length() <= most ? text : text.substring(0, Math.max(1, text.lastIndexOf(' ', most)));
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
