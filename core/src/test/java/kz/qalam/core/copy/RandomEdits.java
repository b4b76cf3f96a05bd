package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an editor may do to a copy: reword, add, drop and move blocks, and touch a field now and then. */
final class RandomEdits {

    private final Random random;
    private final RandomCopies copies;

    RandomEdits(Random random) {
        this.random = random;
        this.copies = new RandomCopies(random);
    }

    Copy edit(Copy copy, int edits) {
        Copy edited = copy;
        for (int i = 0; i < edits; i++) {
            edited = editOnce(edited);
        }
        return edited;
    }

    private Copy editOnce(Copy copy) {
        List<Block> body = new ArrayList<>(copy.body());
        switch (body.isEmpty() ? 4 : random.nextInt(7)) {
            case 0, 1 -> body.replaceAll(block -> random.nextInt(body.size()) == 0 ? reworded(block) : block);
            case 2 -> body.remove(random.nextInt(body.size()));
            case 3 -> body.add(random.nextInt(body.size()), body.remove(random.nextInt(body.size())));
            case 4 -> body.add(random.nextInt(body.size() + 1), copies.block(true));
            case 5 -> {
                return copy.withHeadline(copies.sentence()).withPicture(null);
            }
            default -> {
                return copy.withTags(List.of(copies.pick(List.of("су", "жер", "от")))).withSource(null)
                        .withLanguage(Language.RU);
            }
        }
        return copy.withBody(body);
    }

    private Block reworded(Block block) {
        List<Inline> words = new ArrayList<>(block.printed());
        words.add(random.nextInt(words.size() + 1), new Text(" " + copies.sentence() + " "));
        return new Paragraph(words);
    }
}
