package kz.qalam.core.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Problem;

class CopyTest {

    private static final Copy LIBRARY = Copy.draft("Қалада жаңа кітапхана ашылды")
            .withLead("Жаңа кітапхана күніне мыңнан астам оқырманды қабылдай алады.")
            .withBody(List.of(new Paragraph("Қала тұрғындары көптен күткен кітапхана есігін айқара ашты."),
                    new Speech(List.of(new Text("Біз бұл күнді көп күттік,")), "деді қала әкімі."),
                    new ListBlock(false, List.of(new ListBlock.Item(List.of(new Paragraph("бір-бірімен"))),
                            new ListBlock.Item(List.of(new Paragraph("2,4 миллиард теңге")))))));

    @Test
    void readsBackEqualWhatItWrote() {
        for (int seed = 0; seed < 500; seed++) {
            Copy copy = new RandomCopies(new Random(seed)).copy();
            assertEquals(copy, Copy.read(copy.canonical()), "seed " + seed);
            assertArrayEquals(copy.canonical(), Copy.read(copy.canonical()).canonical(), "seed " + seed);
            assertEquals(copy, copy.checked(), "seed " + seed);
        }
    }

    /** In the middle of writing nothing is lost for being too long, or too many; it is refused by its name when it is saved. */
    @Test
    void readsBackWhatIsTooLong() {
        Copy copy = LIBRARY.withLead("а".repeat(1_240))
                .withTags(IntStream.range(0, 25).mapToObj(n -> "тақырып " + n).toList())
                .withBylines(IntStream.range(0, 21).mapToObj(n -> new Byline("Автор " + n)).toList())
                .withBody(List.of(new ImageBlock(new Picture(new UUID(1, 1), 1, "с".repeat(600))),
                        new Speech(List.of(new Text("Келеміз,")), "д".repeat(501))));
        assertEquals(copy, Copy.readUnfinished(copy.canonical()));
        assertEquals(
                List.of("/lead", "/body/content/0/attrs/caption", "/body/content/1/attrs/tail", "/bylines", "/tags"),
                assertThrows(Invalid.class, copy::checked).problems().stream().map(Problem::pointer).toList());
    }

    @Test
    void hasTheDigestThatStandsInTheDatabase() {
        // The canonical form is a promise to every stored approval: it may never change for what is already written.
        assertEquals("""
                {"body":{"content":[],"type":"doc"},"bylines":[],"headline":"Қазақ","language":"kk","lead":"",\
                "notices":{"advertising":false,"age":null,"ai":false},"picture":null,"section":null,"seo":null,\
                "slug":null,"source":null,"tags":[]}""",
                new String(Copy.draft("Қазақ").canonical(), StandardCharsets.UTF_8));
        assertEquals("4c547d289e63614e3866b1215d6bb73d21a6b0a609d7c8a733612a80d1bdf4a7",
                HexFormat.of().formatHex(Copy.draft("Қазақ").digest()));
    }

    @Test
    void givesEqualTextEqualBytes() {
        Text strong = new Text("бір", Style.STRONG, new Link("/a/"));
        Copy one = LIBRARY.withBody(List.of(new Paragraph(List.of(strong, new Text(" екі")))));
        Copy other = LIBRARY.withBody(List.of(new Paragraph(List.of(new Text("б", new Link("/a/"), Style.STRONG),
                new Text("ір", Style.STRONG, new Link("/a/")), new Text(" е"), new Text("кі")))));
        assertArrayEquals(one.digest(), other.digest());
        Copy decomposed = LIBRARY.withHeadline("И\u0306од");
        assertArrayEquals(LIBRARY.withHeadline("Йод").digest(), decomposed.digest());
        assertNotEquals(one, LIBRARY);
    }

    @Test
    void readsAsItIsPrinted() {
        assertEquals("""
                Қалада жаңа кітапхана ашылды
                Жаңа кітапхана күніне мыңнан астам оқырманды қабылдай алады.
                Қала тұрғындары көптен күткен кітапхана есігін айқара ашты.
                – Біз бұл күнді көп күттік, – деді қала әкімі.
                бір-бірімен
                2,4 миллиард теңге""", LIBRARY.plainText());
    }

    @Test
    void countsWordsAsAReaderDoes() {
        assertEquals(new Counts(0, 0, 0, 0), Copy.draft("").counts());
        assertEquals(new Counts(3, 23, 21, 1), Copy.draft("ҚР-ның 2,4 бір-бірімен…").counts());
        assertEquals(2, Copy.draft("").withBody(List.of(new Paragraph("сөз ".repeat(171)))).counts().minutes());
    }

    @Test
    void namesWhatADeskStillMisses() {
        assertEquals(List.of("lead", "picture"), Copy.draft("Тақырып").withSection("sport")
                .missing(List.of("headline", "lead", "section", "picture")));
        assertEquals(List.of("headline", "body"), Copy.draft(" ").withBody(List.of(new Paragraph(" ")))
                .missing(List.of("headline", "body")));
    }

    @Test
    void keepsWhoSigns() {
        UUID person = UUID.fromString("01931000-0000-7000-8000-0000000000aa");
        Copy copy = Copy.read("""
                {"bylines":["Айгүл Сәрсен",{"name":"Ержан","person":"01931000-0000-7000-8000-0000000000AA"}]}"""
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(new Byline("Айгүл Сәрсен"), new Byline("Ержан", person)), copy.bylines());
    }
}
