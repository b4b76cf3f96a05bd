package kz.qalam.launcher;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import kz.qalam.core.language.LineTool;

/**
 * Lines of UTF-8 through a tool: whatever comes in, as many lines go out. Answers wait in a buffer only as long as there is
 * more to read, so that someone who types, or a program that asks and waits, gets each at once.
 */
final class Lines {

    /** A line's bytes; no sentence is longer, and what is beyond them is read past. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final Voice voice;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private long number;
    private boolean allAnswered = true;

    Lines(InputStream in, OutputStream out, Voice voice) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.out = new BufferedOutputStream(out, BUFFER);
        this.voice = voice;
    }

    /** @return whether the tool answered every line; where it failed, an empty line stands */
    boolean through(LineTool tool) throws IOException {
        if (tool.needsAll()) {
            List<String> all = new ArrayList<>();
            while (next()) {
                all.add(text());
            }
            for (String answer : tool.answers(all)) {
                write(answer);
            }
        } else {
            while (next()) {
                write(answer(tool));
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
        out.flush();
        return allAnswered;
    }

    /** Reads up to the next line feed; false at the end. */
    private boolean next() throws IOException {
        line.reset();
        long length = 0;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        number++;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (++length <= LONGEST) {
                line.write(read);
            }
        }
        if (length > LONGEST) {
            voice.warn("lang.cut", number, text().length());
        }
        return true;
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** A tool that fails is at fault; the lines after this one still get their answers. */
    private String answer(LineTool tool) {
        try {
            return tool.answer(text());
        } catch (RuntimeException | StackOverflowError failure) {
            allAnswered = false;
            voice.warn("lang.unanswered", number, failure);
            return "";
        }
    }

    private void write(String answer) throws IOException {
        out.write(answer.replace('\n', ' ').replace('\r', ' ').getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
