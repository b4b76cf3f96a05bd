package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Difference.BlockChange;
import kz.qalam.core.copy.Difference.Change;
import kz.qalam.core.copy.Difference.Detail;

class DifferenceTest {

    private static final Block OPENED = new Paragraph("Қала тұрғындары көптен күткен кітапхана есігін айқара ашты.");
    private static final Block FUND = new Paragraph("Кітапхананың қорында екі жүз мыңға жуық кітап бар.");
    private static final Block BUILT = new Paragraph(
            "Құрылыс үш жылға созылды, бюджеттен 2,4 миллиард теңге бөлінген.");

    @Test
    void givesBothTextsBack() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Copy older = new RandomCopies(random).copy();
            Copy newer = random.nextInt(5) == 0
                    ? new RandomCopies(random).copy()
                    : new RandomEdits(random).edit(older, 1 + random.nextInt(6));
            Difference difference = Difference.between(older, newer);
            assertGivesBothTextsBack(difference, older, newer);
            assertEquals(older.equals(newer), difference.isEmpty(), "seed " + seed);
            assertTrue(Difference.between(newer, newer).isEmpty(), "seed " + seed);
        }
    }

    @Test
    void comparesWordsWhole() {
        assertEquals("Бюджеттен [-2,4-]{+2,6+} миллиард теңге бөлінген, [-бір-бірімен-]{+бір-біріне+} айтты.",
                marked("Бюджеттен 2,4 миллиард теңге бөлінген, бір-бірімен айтты.",
                        "Бюджеттен 2,6 миллиард теңге бөлінген, бір-біріне айтты."));
        assertEquals("Ол [-кеше келді-]{+бүгін кетті+}.", marked("Ол кеше келді.", "Ол бүгін кетті."));
        assertEquals("Ол {+бүгін +}келді[-.-]{+!+}", marked("Ол келді.", "Ол бүгін келді!"));
    }

    @Test
    void showsWhatChangedInBlocks() {
        Block built = new Paragraph("Құрылыс төрт жылға созылды, бюджеттен 2,4 миллиард теңге бөлінген.");
        assertEquals("UNCHANGED 0→0, REMOVED 1→, CHANGED 2→1, ADDED →2",
                outline(List.of(OPENED, FUND, BUILT), List.of(OPENED, built, new Paragraph("Бұл – соңғы жаңалық."))));
    }

    @Test
    void showsAMoveAsAMove() {
        assertEquals("MOVED 2→0, UNCHANGED 0→1, UNCHANGED 1→2",
                outline(List.of(OPENED, FUND, BUILT), List.of(BUILT, OPENED, FUND)));
        Block touched = new Paragraph("Құрылыс төрт жылға созылды, бюджеттен 2,4 миллиард теңге бөлінген.");
        assertEquals("MOVED 2→0, UNCHANGED 0→1, UNCHANGED 1→2",
                outline(List.of(OPENED, FUND, BUILT), List.of(touched, OPENED, FUND)));
        Block empty = new Paragraph(List.of());
        assertEquals("REMOVED 0→, UNCHANGED 1→0, ADDED →1", outline(List.of(empty, OPENED), List.of(OPENED, empty)));
    }

    @Test
    void showsAShortSubheadThatWasReplaced() {
        List<Block> older = List.of(OPENED, new Heading(2, List.of(new Text("Сот"))), FUND);
        List<Block> newer = List.of(OPENED, new Heading(3, List.of(new Text("Үкім"))), FUND);
        BlockChange change = difference(older, newer).blocks().get(1);
        assertEquals(Change.CHANGED, change.change());
        assertEquals(List.of(new Detail("level", "2", "3")), change.details());
    }

    @Test
    void showsThatOnlyALinkOrAStyleChanged() {
        Block older = new Paragraph(List.of(new Text("Толығырақ "), new Text("мұнда", new Link("https://akorda.kz/"))));
        Block newer = new Paragraph(List.of(new Text("Толығырақ "), new Text("мұнда", new Link("https://evil.kz/"))));
        assertEquals(
                List.of(new Segment(Segment.Kind.SAME, "Толығырақ ", List.of()),
                        new Segment(Segment.Kind.REMOVED, "мұнда", List.of(new Link("https://akorda.kz/"))),
                        new Segment(Segment.Kind.ADDED, "мұнда", List.of(new Link("https://evil.kz/")))),
                difference(List.of(older), List.of(newer)).blocks().get(0).segments());
    }

    @Test
    void showsWhatHasNoWords() {
        UUID id = new UUID(1, 2);
        BlockChange picture = difference(List.of(OPENED, new ImageBlock(new Picture(id, 1, ""))),
                List.of(OPENED, new ImageBlock(new Picture(id, 2, "")))).blocks().get(1);
        assertEquals(List.of(new Detail("picture", id + "/1", id + "/2")), picture.details());
        BlockChange list = difference(List.of(bullets(false)), List.of(bullets(true))).blocks().get(0);
        assertEquals("shape type", list.details().stream().map(Detail::name).collect(joining(" ")));
    }

    @Test
    void showsFieldsThatChanged() {
        Copy older = Copy.draft("Кітапхана ашылды").withTags(List.of("кітап"))
                .withSource(new Source("Ақорда", "https://akorda.kz/1"));
        Copy newer = Copy.draft("Жаңа кітапхана ашылды").withTags(List.of("кітап", "қала")).withSection("qogam")
                .withNotices(new Notices(Age.FROM_18, true, false));
        assertEquals(List.of("headline CHANGED [-Кітапхана-]{+Жаңа кітапхана+} ашылды", "source REMOVED [-Ақорда-] url",
                "section ADDED  section", "tags CHANGED кітап{+, қала+} ", "notices CHANGED  advertising age"),
                Difference.between(older, newer).fields().stream()
                        .map(field -> field.field() + " " + field.change() + " " + marked(field.segments()) + " "
                                + field.details().stream().map(Detail::name).collect(joining(" ")))
                        .map(line -> line.startsWith("headline") ? line.strip() : line).toList());
    }

    @Test
    void isWrittenForPrograms() {
        Copy older = Copy.draft("Бір").withBody(List.of(new Paragraph("Екі үш")));
        Copy newer = Copy.draft("Бір").withLead("Лид").withBody(List.of(new Paragraph("Екі үш"), new Rule()));
        assertEquals("""
                {"fields":[{"field":"lead","change":"added","segments":[{"kind":"added","text":"Лид"}]}],\
                "blocks":[{"change":"unchanged","from":0,"type":"paragraph","to":0,\
                "segments":[{"kind":"same","text":"Екі үш"}]},{"change":"added","to":1,"type":"rule"}]}""",
                Difference.between(older, newer).json().toString());
    }

    @Test
    void keepsItsTimeWhateverChanged() {
        Random random = new Random(5);
        IntFunction<String> report = i -> i + "-абзац: үкімет отырысында " + random.nextInt() + " мәселесі бойынша "
                + i % 7
                + " шешім қабылданды.";
        List<Block> older = blocks(5_000, report);
        List<Block> shuffled = new ArrayList<>(older);
        Collections.shuffle(shuffled, random);
        List<Block> reversed = new ArrayList<>(older);
        Collections.reverse(reversed);
        assertQuick(older, shuffled);
        assertQuick(older, reversed);
        assertQuick(older, blocks(5_000, report));
        assertQuick(older, blocks(5_000, i -> "Бұл мүлде басқа " + random.nextInt()));
        assertQuick(blocks(5_000, i -> "бір"), blocks(4_999, i -> "екі"));
        assertQuick(blocks(5_000, i -> random.nextBoolean() ? "бір" : ""),
                blocks(5_000, i -> random.nextBoolean() ? "бір" : ""));
        IntFunction<String> few = i -> IntStream.range(0, 25).mapToObj(j -> "сөз" + random.nextInt(9))
                .collect(joining(" "));
        assertQuick(blocks(5_000, few), blocks(5_000, few));
        IntFunction<String> long1 = i -> IntStream.range(0, 60_000).mapToObj(j -> "сөз" + random.nextInt(30_000))
                .collect(joining(" "));
        assertQuick(blocks(1, long1), blocks(1, long1));
        IntFunction<String> long2 = i -> IntStream.range(0, 100_000).mapToObj(j -> random.nextBoolean() ? "а" : "б")
                .collect(joining(" "));
        assertQuick(blocks(1, long2), blocks(1, long2));
    }

    private static List<Block> blocks(int count, IntFunction<String> text) {
        return IntStream.range(0, count).<Block>mapToObj(i -> new Paragraph(text.apply(i))).toList();
    }

    private static void assertQuick(List<Block> older, List<Block> newer) {
        Difference difference = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> difference(older, newer));
        assertGivesBothTextsBack(difference, Copy.draft("").withBody(older), Copy.draft("").withBody(newer));
    }

    private static void assertGivesBothTextsBack(Difference difference, Copy older, Copy newer) {
        assertEquals(older.body(), difference.blocks().stream().filter(block -> block.older() != null)
                .sorted(Comparator.comparing(BlockChange::from)).map(BlockChange::older).toList());
        assertEquals(newer.body(),
                difference.blocks().stream().map(BlockChange::newer).filter(Objects::nonNull).toList());
        for (BlockChange block : difference.blocks()) {
            assertEquals(block.older() == null ? "" : block.older().text(),
                    text(block.segments(), Segment.Kind.REMOVED));
            assertEquals(block.newer() == null ? "" : block.newer().text(), text(block.segments(), Segment.Kind.ADDED));
            assertEquals(block.change() == Change.UNCHANGED,
                    block.change() != Change.MOVED && Objects.equals(block.older(), block.newer()));
            if (block.change() == Change.CHANGED) {
                assertFalse(block.details().isEmpty()
                        && block.segments().stream().allMatch(segment -> segment.kind() == Segment.Kind.SAME),
                        () -> "nothing to see in " + block);
            }
        }
    }

    private static String text(List<Segment> segments, Segment.Kind side) {
        return segments.stream().filter(segment -> segment.kind() == Segment.Kind.SAME || segment.kind() == side)
                .map(Segment::text).collect(joining());
    }

    private static Difference difference(List<Block> older, List<Block> newer) {
        return Difference.between(Copy.draft("").withBody(older), Copy.draft("").withBody(newer));
    }

    private static String outline(List<Block> older, List<Block> newer) {
        return difference(older, newer).blocks().stream().map(block -> block.change() + " "
                + Objects.toString(block.from(), "") + "→" + Objects.toString(block.to(), "")).collect(joining(", "));
    }

    private static String marked(String older, String newer) {
        return marked(Segment.between(List.of(new Text(older)), List.of(new Text(newer))));
    }

    private static String marked(List<Segment> segments) {
        return segments.stream().map(segment -> switch (segment.kind()) {
            case SAME -> segment.text();
            case ADDED -> "{+" + segment.text() + "+}";
            case REMOVED -> "[-" + segment.text() + "-]";
        }).collect(joining());
    }

    private static Block bullets(boolean ordered) {
        return new ListBlock(ordered, List.of(new ListBlock.Item(List.of(OPENED))));
    }
}
