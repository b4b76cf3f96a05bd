package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Copies of every shape that the schema allows, the same for the same seed. */
final class RandomCopies {

    private static final List<String> WORDS = List.of("Қазақстан", "үкіметі", "бір-бірімен", "2,4", "–", "«Ақорда»",
            ",",
            "теңге", "кітапхана", "И\u0306од", "ҚР-ның", "👩‍💻", "قازاق", "COVID-19", "<b>", "\"\\", "{raw}", "деді");

    private final Random random;

    RandomCopies(Random random) {
        this.random = random;
    }

    Copy copy() {
        return new Copy(sentence(), sentence(), random.nextBoolean() ? Language.KK : Language.RU,
                random.nextBoolean() ? picture() : null, blocks(8, true),
                several(0, 3, () -> new Byline(word(), random.nextBoolean() ? id() : null)),
                random.nextBoolean()
                        ? new Source(word(), random.nextBoolean() ? "https://akorda.kz/kz?a=б#в" : "")
                        : null,
                random.nextBoolean() ? "sport" : null, List.copyOf(distinct(3, this::word)),
                random.nextBoolean() ? "zhana-kitap-2026" : "",
                random.nextBoolean() ? new Seo(random.nextBoolean() ? word() : "", null) : null,
                new Notices(random.nextBoolean() ? pick(List.of(Age.values())) : null, random.nextBoolean(),
                        random.nextBoolean()));
    }

    List<Block> blocks(int most, boolean factboxes) {
        return several(0, most, () -> block(factboxes));
    }

    Block block(boolean factboxes) {
        return switch (random.nextInt(factboxes ? 13 : 12)) {
            case 0, 1 -> new Paragraph(inline());
            case 2 -> new Heading(2 + random.nextInt(2), inline());
            case 3 -> new Speech(inline(), random.nextBoolean() ? sentence() : "");
            case 4 -> new Quote(inline(), random.nextBoolean() ? word() : "");
            case 5 -> list(3);
            case 6 -> new ImageBlock(picture());
            case 7 -> new Gallery(several(1, 3, this::picture));
            case 8 -> new Embed(Provider.YOUTUBE, "dQw4w9WgXcQ");
            case 9 -> table();
            case 10 -> new Related(List.copyOf(distinct(3, this::id)));
            case 11 -> new Rule();
            default -> new Factbox(random.nextBoolean() ? word() : "", blocks(4, false));
        };
    }

    String sentence() {
        return String.join(" ", several(0, 12, this::word));
    }

    private ListBlock list(int deep) {
        return new ListBlock(random.nextBoolean(), several(1, 3, () -> {
            List<Block> content = new ArrayList<>(List.of(new Paragraph(inline())));
            if (deep > 1 && random.nextBoolean()) {
                content.add(list(deep - 1));
            }
            return new ListBlock.Item(content);
        }));
    }

    private Table table() {
        int columns = 1 + random.nextInt(4);
        return new Table(random.nextBoolean(), several(1, 4,
                () -> new Table.Row(several(columns, columns, () -> new Table.Cell(inline())))));
    }

    private List<Inline> inline() {
        return several(0, 5, () -> random.nextInt(6) == 0 ? Break.LINE : new Text(sentence(), marks()));
    }

    private List<Mark> marks() {
        return random.nextBoolean()
                ? List.of()
                : distinct(3, () -> pick(
                        List.of(Style.STRONG, Style.EM, Style.SUB, Style.SUP, new Link("/2026/11/05/a/"),
                                new Lang("en-GB"))));
    }

    private Picture picture() {
        return new Picture(id(), 1 + random.nextInt(5), random.nextBoolean() ? sentence() : "");
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String word() {
        return pick(WORDS);
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> several(int least, int most, Supplier<? extends T> one) {
        List<T> all = new ArrayList<>();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            all.add(one.get());
        }
        return all;
    }

    /** One to {@code most}, none twice. */
    private <T> List<T> distinct(int most, Supplier<? extends T> one) {
        Set<T> all = new HashSet<>(this.<T>several(1, most, one));
        return new ArrayList<>(all);
    }
}
