package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import kz.qalam.core.language.LineTool;

/** Lines in, as many lines out, in the same order. */
class LinesTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Voice voice = new Voice(new Words(Locale.ENGLISH),
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(told, true, StandardCharsets.UTF_8),
            false);

    private String through(LineTool tool, String text) throws IOException {
        return through(tool, text.getBytes(StandardCharsets.UTF_8));
    }

    private String through(LineTool tool, byte[] bytes) throws IOException {
        out.reset();
        new Lines(new ByteArrayInputStream(bytes), out, voice).through(tool);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void answersLineByLine() throws IOException {
        assertEquals("<а>\n<>\n<ә>\n", through(line -> "<" + line + ">", "а\r\n\nә"));
        assertEquals("", through(line -> line, ""));
        assertEquals("a b \n", through(line -> "a\nb\r", "?\n"));
        assertEquals("<\u2028\u0085>\n", through(line -> "<" + line + ">", "\u2028\u0085\n"));
        assertEquals("\ufffd\ufffd\n", through(line -> line, new byte[]{(byte) 0xff, (byte) 0xfe}));
    }

    @Test
    void readsPastWhatIsTooLong() throws IOException {
        String answers = through(line -> Integer.toString(line.length()),
                "a".repeat(Lines.LONGEST + 5) + "\nb\n");
        assertEquals(Lines.LONGEST + "\n1\n", answers);
        assertTrue(told.toString(StandardCharsets.UTF_8).startsWith("Line 1 is too long"));
    }

    @Test
    void goesOnAfterALineAtWhichAToolFails() throws IOException {
        LineTool failing = line -> {
            if (line.equals("bad")) {
                throw new IllegalStateException("no");
            }
            return line;
        };
        out.reset();
        assertFalse(new Lines(new ByteArrayInputStream("a\nbad\nb".getBytes(StandardCharsets.UTF_8)), out, voice)
                .through(failing));
        assertEquals("a\n\nb\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void answersAtOnceWhenNothingMoreComes() throws Exception {
        try (PipedOutputStream asking = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(asking);
                PipedOutputStream answering = new PipedOutputStream();
                PipedInputStream answers = new PipedInputStream(answering)) {
            CompletableFuture<Boolean> run = CompletableFuture.supplyAsync(() -> {
                try {
                    return new Lines(in, answering, voice).through(line -> line + "!");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            asking.write("a\n".getBytes(StandardCharsets.UTF_8));
            asking.flush();
            assertEquals('a', answers.read());
            assertEquals('!', answers.read());
            asking.close();
            assertTrue(run.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void namesTheToolsThatThereAre() {
        CommandAnswer answer = lang("sing");
        assertEquals(2, answer.exit());
        assertTrue(answer.err().startsWith("No such language tool: sing. There are: "), answer.err());
        assertTrue(answer.err().contains("slug"), answer.err());
        assertEquals(2, lang("slug", "--loudly", "yes").exit());
        assertEquals(2, lang().exit());
    }

    private record CommandAnswer(int exit, String err) {}

    private CommandAnswer lang(String... arguments) {
        told.reset();
        List<String> line = new java.util.ArrayList<>(List.of("lang"));
        line.addAll(List.of(arguments));
        int exit = Qalam.line(new Circumstances(Checkout.fromProperties(), Map.of(), voice))
                .execute(line.toArray(String[]::new));
        return new CommandAnswer(exit, told.toString(StandardCharsets.UTF_8));
    }
}
