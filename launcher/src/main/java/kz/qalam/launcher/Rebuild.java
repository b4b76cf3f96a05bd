package kz.qalam.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./qalam rebuild}: has the site's process print all of the public site anew, beside the one that stands, and then put
 * it in its place; {@code --check} only compares. A line for each file that differs; with {@code --check}, exit 1 if any did.
 */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(100);
    /** Without a sign of work for so long, the site's process is not going to answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Circumstances circumstances;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--check")
    private boolean check;

    Rebuild(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        Path site = instance.data().site(instance.settings(circumstances.environment()));
        try {
            List<String> answer = ask(site);
            Voice voice = circumstances.voice();
            answer.stream().skip(3).forEach(voice::line);
            long differences = number(answer.get(2));
            voice.say(check ? "rebuild.checked" : "rebuild.done", Long.toString(number(answer.get(0))),
                    Long.toString(differences), "%.1f".formatted(number(answer.get(1)) / 1000.0));
            // Then the standing site stays as it is
            boolean unprintable = answer.stream().anyMatch(line -> line.startsWith("unprintable "));
            return unprintable || (check && differences > 0) ? 1 : 0;
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    private List<String> ask(Path site) throws IOException, InterruptedException {
        Path inner = site.resolve(".qalam");
        Path answer = inner.resolve("rebuilt");
        Path asked = inner.resolve("rebuild");
        Path half = inner.resolve("rebuild.half");
        Files.deleteIfExists(answer);
        Files.writeString(half, check ? "check" : "swap", StandardCharsets.UTF_8);
        Files.move(half, asked, StandardCopyOption.ATOMIC_MOVE);
        long heard = System.nanoTime();
        Path fresh = site.resolveSibling("." + site.getFileName() + ".new").resolve(".qalam").resolve("manifest");
        Path standing = inner.resolve("manifest");
        long last = -1;
        while (true) {
            try {
                return Files.readAllLines(answer, StandardCharsets.UTF_8);
            } catch (NoSuchFileException notYet) {
                // While the new site grows or is compared, or the standing one is still to be finished, someone is at work.
                long now = sign(fresh) + sign(standing);
                if (now != last) {
                    last = now;
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                    Files.deleteIfExists(asked);
                    throw new Trouble("rebuild-silent");
                }
                Thread.sleep(LOOK.toMillis());
            }
        }
    }

    /** Another one when a line was added, or when it was touched by who has nothing to add. */
    static long sign(Path manifest) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(manifest, BasicFileAttributes.class);
            return is.size() + is.lastModifiedTime().toMillis();
        } catch (NoSuchFileException notThere) {
            return 0;
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}
