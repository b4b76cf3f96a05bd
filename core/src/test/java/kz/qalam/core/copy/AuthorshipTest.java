package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import kz.qalam.core.copy.Authorship.Passage;

class AuthorshipTest {

    @Test
    void eachWordIsItsFirstWriters() {
        Copy first = Copy.draft("Кітапхана ашылды").withBody(List.of(new Paragraph("Қалада жаңа кітапхана ашылды."),
                new Paragraph("Қорында екі жүз мың кітап бар.")));
        Copy second = first.withHeadline("Жаңа кітапхана ашылды").withBody(
                List.of(new Paragraph("Қорында екі жүз мың кітап бар."), new Paragraph("Қалада жаңа кітапхана ашылды."),
                        new Paragraph("Кіру тегін.")));
        Copy third = second.withBody(List.of(new Paragraph("Қорында үш жүз мың кітап бар."),
                new Paragraph("Қалада жаңа кітапхана ашылды."), new Paragraph("Кіру тегін.")));
        Authorship authorship = Authorship.of(List.of(first, second, third));
        assertEquals("1:Жаңа кітапхана|0: ашылды", told(authorship.headline()));
        assertEquals("0:Қорында |2:үш|0: жүз мың кітап бар.", told(authorship.blocks().get(0)));
        assertEquals("0:Қалада жаңа кітапхана ашылды.", told(authorship.blocks().get(1)));
        assertEquals("1:Кіру тегін.", told(authorship.blocks().get(2)));
        assertEquals(List.of(0, 1, 2), authorship.sources());
    }

    @Test
    void theWholeTextIsSomeones() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Copy> texts = new ArrayList<>(List.of(new RandomCopies(random).copy()));
            for (int i = 0; i < 4; i++) {
                texts.add(new RandomEdits(random).edit(texts.get(i), 2));
            }
            Copy newest = texts.get(4);
            Authorship authorship = Authorship.of(texts);
            assertEquals(newest.body().stream().map(Block::text).toList(), authorship.blocks().stream()
                    .map(passages -> passages.stream().map(Passage::text).collect(joining())).toList(), "seed " + seed);
        }
    }

    private static String told(List<Passage> passages) {
        return passages.stream().map(passage -> passage.source() + ":" + passage.text()).collect(joining("|"));
    }
}
