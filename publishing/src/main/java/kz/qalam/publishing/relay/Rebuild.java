package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.target.Digest;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;
import kz.qalam.publishing.target.TargetFailed;

/**
 * The whole site printed anew beside the standing one, in slices between releases, and then put in its place, or only
 * compared with it. It is asked for by a file in the folder and answers by another, so that whoever may write the folder may
 * ask.
 */
final class Rebuild {
    /** Holds «swap» or «check». */
    private static final String ASKED = "rebuild";
    private static final String ANSWER = "rebuilt";
    private static final String CHECK = "check";
    private static final int MOST_TOLD = 100;

    private final Folder standing;
    private final Folder fresh;
    private final Printing printing;
    private final Reconciliation work;
    private final boolean check;
    private final long begun = System.nanoTime();
    private final Set<Long> unprinted = new HashSet<>();
    private long position;

    private Rebuild(Archive archive, Folder standing, Folder fresh, Printing printing, boolean check, long position) {
        this.standing = standing;
        this.fresh = fresh;
        this.printing = printing;
        this.check = check;
        this.position = position;
        work = new Reconciliation(archive, fresh, printing, true);
        unprinted.addAll(work.begin(position).keySet());
    }

    private static Path inner(Folder folder, String name) {
        return folder.place().resolve(Folder.INNER).resolve(name);
    }

    /**
     * Begins if someone has asked for it.
     *
     * @param complete whether the standing site is whole: one that is not can be replaced, and is by this the sooner, but
     *        not compared with
     */
    static @Nullable Rebuild asked(Archive archive, Composition composition, Folder standing, long position,
            boolean complete) {
        var asked = inner(standing, ASKED);
        if (!Files.exists(asked)) {
            return null;
        }
        try {
            var check = Files.readString(asked, UTF_8).strip().equals(CHECK);
            if (check && !complete) {
                return null;
            }
            Files.deleteIfExists(inner(standing, ANSWER));
            Files.delete(asked);
            var fresh = standing.beside();
            return new Rebuild(archive, standing, fresh,
                    new Printing(composition.into(path -> fresh.manifest().entry(path) != null), fresh, standing),
                    check, position);
        } catch (IOException e) {
            throw new TargetFailed("the site cannot be built anew", e);
        }
    }

    /** Whether it shall stand in the standing site's place. */
    boolean replaces() {
        return !check;
    }

    Printing printing() {
        return printing;
    }

    Folder fresh() {
        return fresh;
    }

    long position() {
        return position;
    }

    void reached(long now) {
        position = now;
    }

    /** One slice; true while there is more to print. */
    boolean goOn() {
        if (!work.isDone()) {
            unprinted.addAll(work.goOn(position).keySet());
        }
        if (work.isDone()) {
            // What is released from here on is followed as always.
            printing.remember(null);
        }
        return !work.isDone();
    }

    /** Tags were renamed or merged while the new site was made. */
    void tags(Collection<String> tags, Collection<UUID> articles) {
        printing.tags(tags, articles, position);
        work.again(articles);
    }

    /** What is only kept for a while is kept as long as it would have been. */
    void carry(Instant now) {
        for (var path : standing.manifest().leaving()) {
            var until = standing.manifest().leaving(path);
            var entry = standing.manifest().entry(path);
            var bytes = standing.bytes(path);
            if (until != null && entry != null && bytes != null && fresh.manifest().entry(path) == null) {
                fresh.put(new Printed(path, bytes, position, null, entry.shows()));
                fresh.leave(path, now, until);
            }
        }
    }

    /** Whether the standing site stays: nothing else was asked for, or it has a story that could not be printed anew. */
    boolean leavesTheStanding() {
        if (check || unprinted.isEmpty()) {
            return check;
        }
        var there = fresh.vouched();
        return standing.vouched().keySet().stream()
                .anyMatch(path -> path.endsWith(Layout.PAGE) && !there.containsKey(path));
    }

    /** What differs between the standing site and this, whatever is only kept for a while left out. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        // What takes the other's place was made by us a moment ago
        var here = check ? standing.digests() : standing.vouched();
        var there = check ? fresh.digests() : fresh.vouched();
        compare(here, there, differences);
        return differences;
    }

    private static void compare(Map<String, Digest> here, Map<String, Digest> there, List<String> differences) {
        here.forEach((path, digest) -> {
            if (!digest.equals(there.get(path))) {
                differences.add((there.containsKey(path) ? "differs " : "superfluous ") + path);
            }
        });
        Set.copyOf(there.keySet()).stream().filter(path -> !here.containsKey(path)).sorted()
                .forEach(path -> differences.add("missing " + path));
    }

    /** Tells whoever asked. */
    void answer(Folder folder, List<String> differences) {
        var answer = new StringBuilder();
        answer.append("files ").append(fresh.vouched().size()).append('\n');
        answer.append("millis ").append(Duration.ofNanos(System.nanoTime() - begun).toMillis()).append('\n');
        answer.append("differences ").append(differences.size()).append('\n');
        if (!check && leavesTheStanding()) {
            answer.append("unprintable ").append(unprinted.size()).append('\n');
        }
        differences.stream().limit(MOST_TOLD).forEach(line -> answer.append(line).append('\n'));
        try {
            var half = inner(folder, ANSWER + ".half");
            Files.writeString(half, answer, UTF_8);
            Files.move(half, inner(folder, ANSWER), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TargetFailed("the answer cannot be written", e);
        }
    }
}
