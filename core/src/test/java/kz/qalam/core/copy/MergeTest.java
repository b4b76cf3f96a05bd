package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Merge.Choice;
import kz.qalam.core.copy.Merge.Collision;

class MergeTest {

    private static final Block OPENED = new Paragraph("Қала тұрғындары көптен күткен кітапхана есігін айқара ашты.");
    private static final Block FUND = new Paragraph("Кітапхананың қорында екі жүз мыңға жуық кітап бар.");
    private static final Block BUILT = new Paragraph(
            "Құрылыс үш жылға созылды, бюджеттен 2,4 миллиард теңге бөлінген.");
    private static final Block BUILT_LONGER = new Paragraph(
            "Құрылыс төрт жылға созылды, бюджеттен 2,4 миллиард теңге бөлінген.");
    private static final Block BUILT_CHEAPER = new Paragraph(
            "Құрылыс үш жылға созылды, бюджеттен 1,4 миллиард теңге бөлінген.");
    private static final Block NEWS = new Paragraph("Кітапхана аптасына алты күн жұмыс істейді.");
    private static final Block MORE = new Paragraph("Электронды қор жыл соңына дейін толығады.");

    @Test
    void takesTheOnlyChange() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Copy base = new RandomCopies(random).copy();
            Copy changed = new RandomEdits(random).edit(base, random.nextInt(6));
            assertEquals(changed, Merge.of(base, changed, base).copy(), "seed " + seed);
            assertEquals(changed, Merge.of(base, base, changed).copy(), "seed " + seed);
            assertEquals(changed, Merge.of(base, changed, changed).copy(), "seed " + seed);
            Copy other = new RandomCopies(random).copy();
            assertEquals(other, Merge.of(base, other, base).copy(), "seed " + seed);
        }
    }

    @Test
    void isTheSameFromEitherSideAndLosesNothing() {
        int merged = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Copy base = new RandomCopies(random).copy();
            Copy mine = new RandomEdits(random).edit(base, 1 + random.nextInt(3));
            Copy theirs = new RandomEdits(random).edit(base, 1 + random.nextInt(3));
            Merge merge = Merge.of(base, mine, theirs);
            Merge turned = Merge.of(base, theirs, mine);
            assertEquals(merge.copy(), turned.copy(), "seed " + seed);
            assertEquals(merge.collisions(), turned.collisions().stream()
                    .map(one -> new Collision(one.pointer(), one.base(), one.theirs(), one.mine())).toList(),
                    "seed " + seed);
            assertEquals(merge.copy() == null, !merge.collisions().isEmpty(), "seed " + seed);
            if (merge.copy() == null) {
                assertKept(merge, base, mine, theirs, "seed " + seed);
            } else {
                merged++;
                assertWhole(merge.copy(), base, mine, theirs, "seed " + seed);
            }
        }
        assertTrue(merged > 500, merged + " merged");
    }

    /** Decided one way throughout, the merged copy holds all that side wrote anew; decided for both, all that either did. */
    @Test
    void aDecisionDropsNothingButWhatWasNotChosen() {
        int collided = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Copy base = new RandomCopies(random).copy();
            Copy mine = new RandomEdits(random).edit(base, 1 + random.nextInt(4));
            Copy theirs = new RandomEdits(random).edit(base, 1 + random.nextInt(4));
            List<Collision> collisions = Merge.of(base, mine, theirs).collisions();
            collided += collisions.size();
            for (Choice choice : Choice.values()) {
                List<Choice> choices = Collections.nCopies(collisions.size(), choice);
                Copy settled = Merge.settled(base, mine, theirs, choices);
                if (choice != Choice.THEIRS) {
                    assertHoldsWhatIsNewIn(mine, base, settled, "seed " + seed + " " + choice);
                }
                if (choice != Choice.MINE) {
                    assertHoldsWhatIsNewIn(theirs, base, settled, "seed " + seed + " " + choice);
                }
                if (collisions.isEmpty()) {
                    assertEquals(Merge.of(base, mine, theirs).copy(), settled, "seed " + seed);
                }
            }
        }
        assertTrue(collided > 300, collided + " collisions");
    }

    private static void assertHoldsWhatIsNewIn(Copy side, Copy base, Copy settled, String where) {
        List<Block> anew = new ArrayList<>(side.body());
        anew.removeAll(base.body());
        assertTrue(new HashSet<>(settled.body()).containsAll(anew), where);
    }

    @Test
    void settlesAsDecided() {
        Copy copy = Copy.draft("Тақырып");
        Copy base = copy.withBody(List.of(OPENED, BUILT, FUND));
        Copy mine = copy.withHeadline("Менің тақырыбым").withBody(List.of(OPENED, BUILT_LONGER, FUND, NEWS));
        Copy theirs = copy.withHeadline("Басқа тақырып").withBody(List.of(OPENED, BUILT_CHEAPER, FUND, MORE));
        assertEquals(theirs.withHeadline("Менің тақырыбым").withBody(List.of(OPENED, BUILT_CHEAPER, FUND, NEWS, MORE)),
                Merge.settled(base, mine, theirs, List.of(Choice.THEIRS, Choice.BOTH, Choice.MINE)));
        assertEquals(theirs, Merge.settled(base, mine, theirs, Collections.nCopies(3, Choice.THEIRS)));
        assertEquals(mine, Merge.settled(base, mine, theirs, List.of()));
    }

    @Test
    void mergesDifferentBlocks() {
        assertEquals(List.of(NEWS, OPENED, BUILT_LONGER), merged(List.of(OPENED, FUND, BUILT), List.of(OPENED, BUILT),
                List.of(NEWS, OPENED, FUND, BUILT_LONGER)));
    }

    @Test
    void carriesARewordingAlongWithAMove() {
        assertEquals(List.of(BUILT_LONGER, OPENED, FUND),
                merged(List.of(OPENED, FUND, BUILT), List.of(BUILT, OPENED, FUND),
                        List.of(OPENED, FUND, BUILT_LONGER)));
    }

    @Test
    void keepsBothTextsOfABlockThatBothReworded() {
        Merge merge = merge(List.of(OPENED, BUILT), List.of(OPENED, BUILT_LONGER), List.of(OPENED, BUILT_CHEAPER));
        assertNull(merge.copy());
        assertEquals(List.of(collision(List.of(BUILT), List.of(BUILT_LONGER), List.of(BUILT_CHEAPER))),
                merge.collisions());
    }

    @Test
    void doesNotGuessAtTheOrderOfTwoAdditionsInOnePlace() {
        Merge merge = merge(List.of(OPENED), List.of(OPENED, NEWS), List.of(OPENED, MORE));
        assertEquals(List.of(collision(List.of(), List.of(NEWS), List.of(MORE))), merge.collisions());
        assertEquals(List.of(OPENED, NEWS), merged(List.of(OPENED), List.of(OPENED, NEWS), List.of(OPENED, NEWS)));
    }

    @Test
    void doesNotDropWhatTheOtherReworded() {
        Merge merge = merge(List.of(OPENED, BUILT), List.of(OPENED), List.of(OPENED, BUILT_LONGER));
        assertEquals(List.of(collision(List.of(BUILT), List.of(), List.of(BUILT_LONGER))),
                merge.collisions());
    }

    private static Collision collision(List<Block> base, List<Block> mine, List<Block> theirs) {
        return new Collision("/body/content/1", Merge.Side.of(base), Merge.Side.of(mine), Merge.Side.of(theirs));
    }

    @Test
    void collidesWhereBothMovedABlockApart() {
        List<Block> base = List.of(OPENED, FUND, NEWS, MORE, BUILT);
        Merge merge = merge(base, List.of(BUILT, OPENED, FUND, NEWS, MORE), List.of(OPENED, FUND, BUILT, NEWS, MORE));
        assertEquals("/body/content/4", merge.collisions().stream().map(Collision::pointer).collect(joining(" ")));
    }

    @Test
    void mergesFieldsOneByOne() {
        Copy base = Copy.draft("Тақырып").withLead("Лид");
        Copy mine = base.withHeadline("Жаңа тақырып").withTags(List.of("су"));
        Copy theirs = base.withLead("Жаңа лид").withTags(List.of("су")).withSection("qogam");
        assertEquals(mine.withLead("Жаңа лид").withSection("qogam"), Merge.of(base, mine, theirs).copy());
        Merge merge = Merge.of(base, mine, theirs.withHeadline("Басқа тақырып"));
        assertEquals(
                "[{\"pointer\":\"/headline\",\"base\":\"Тақырып\",\"mine\":\"Жаңа тақырып\",\"theirs\":\"Басқа тақырып\"}]",
                merge.json().toString());
    }

    private static List<Block> merged(List<Block> base, List<Block> mine, List<Block> theirs) {
        Copy copy = merge(base, mine, theirs).copy();
        return copy == null ? List.of() : copy.body();
    }

    private static Merge merge(List<Block> base, List<Block> mine, List<Block> theirs) {
        Copy copy = Copy.draft("Тақырып");
        return Merge.of(copy.withBody(base), copy.withBody(mine), copy.withBody(theirs));
    }

    /** What either wrote anew stands in the merged copy, and nothing stands in it that nobody wrote. */
    private static void assertWhole(Copy merged, Copy base, Copy mine, Copy theirs, String seed) {
        for (Copy side : List.of(mine, theirs)) {
            List<Block> anew = new ArrayList<>(side.body());
            anew.removeAll(base.body());
            assertTrue(new HashSet<>(merged.body()).containsAll(anew), seed);
        }
        Set<Block> written = new HashSet<>(base.body());
        written.addAll(mine.body());
        written.addAll(theirs.body());
        assertTrue(written.containsAll(merged.body()), seed);
        for (Block block : base.body()) {
            boolean dropped = !mine.body().contains(block) || !theirs.body().contains(block);
            // An empty paragraph or a rule that moved counts as dropped here and added there
            boolean lone = !(block.text().isBlank() && block.details().isEmpty()) && Stream.of(base, mine, theirs)
                    .allMatch(copy -> Collections.frequency(copy.body(), block) <= 1);
            assertFalse(dropped && lone && merged.body().contains(block), seed);
            assertFalse(lone && Collections.frequency(merged.body(), block) > 1, seed);
        }
    }

    /** Each collision shows a text of each side that really stands there, or none. */
    private static void assertKept(Merge merge, Copy base, Copy mine, Copy theirs, String seed) {
        for (Collision collision : merge.collisions()) {
            if (collision.pointer().startsWith("/body")) {
                assertTrue(
                        lines(mine)
                                .containsAll(collision.mine().text().lines().filter(line -> !line.isBlank()).toList()),
                        seed);
                assertTrue(
                        lines(theirs).containsAll(
                                collision.theirs().text().lines().filter(line -> !line.isBlank()).toList()),
                        seed);
                assertTrue(
                        lines(base)
                                .containsAll(collision.base().text().lines().filter(line -> !line.isBlank()).toList()),
                        seed);
            }
        }
    }

    private static List<String> lines(Copy copy) {
        return copy.body().stream().flatMap(block -> BodyChange.readable(block).lines()).toList();
    }
}
