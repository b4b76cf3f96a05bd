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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Card;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Digest;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;
import kz.qalam.publishing.target.Stocktaking;
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
    private static final String SWAP = "swap";
    /** What a fault has ended once is asked for once more, so that a full disk is not filled for ever. */
    private static final String AGAIN = " again";
    private static final int MOST_TOLD = 100;
    /** Stories that one statement asks about. */
    private static final int AT_ONCE = 1_000;
    /** Files, twins and folders that are looked at between two looks for releases: some 20 ms. */
    private static final int LOOKED_AT_ONCE = 500;
    private static final Duration MOMENT = Duration.ofMillis(50);

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Archive archive;
    private final Folder standing;
    private final Folder fresh;
    private final Printing printing;
    private final Reconciliation work;
    private final boolean check;
    private final boolean again;
    private final long since = System.nanoTime();
    private final Set<Long> unprinted = new HashSet<>();
    private final LinkedHashSet<UUID> saidAgain = new LinkedHashSet<>();
    private long position;
    private boolean begun;
    private @Nullable Stocktaking stocktaking;

    private Rebuild(Archive archive, Folder standing, Folder fresh, Printing printing, boolean check, boolean again,
            long position) {
        this.archive = archive;
        this.again = again;
        this.standing = standing;
        this.fresh = fresh;
        this.printing = printing;
        this.check = check;
        this.position = position;
        work = new Reconciliation(archive, fresh, printing, true);
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
            var words = Files.readString(asked, UTF_8).strip();
            var check = words.startsWith(CHECK);
            if (check && !complete) {
                return null;
            }
            Files.deleteIfExists(inner(standing, ANSWER));
            Files.delete(asked);
            var fresh = standing.beside();
            return new Rebuild(archive, standing, fresh,
                    new Printing(composition.into(path -> fresh.manifest().entry(path) != null), fresh, standing),
                    check, words.endsWith(AGAIN), position);
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

    /** One slice; true while there is more to print, to compare, or to put on the disk. */
    boolean goOn() {
        if (!begun) {
            begun = true;
            unprinted.addAll(work.begin(position).keySet());
            return true;
        }
        if (!work.isDone()) {
            unprinted.addAll(work.goOn(position).keySet());
        }
        if (!work.isDone()) {
            return true;
        }
        // What is released from here on is followed as always.
        printing.remember(null);
        // Whoever asked watches whether someone is at work
        fresh.touch();
        return check ? stock().goOn(LOOKED_AT_ONCE) : !fresh.settles(MOMENT);
    }

    private Stocktaking stock() {
        var current = stocktaking;
        if (current == null) {
            current = standing.takeStock();
            stocktaking = current;
        }
        return current;
    }

    /**
     * Ended by a fault: nothing of the new site is put before readers, for its manifest may vouch for what was not written. It is
     * begun anew, once, unless the folder is another's by now.
     */
    void giveUp(RuntimeException fault) {
        LOG.warnf("the new site is given up: %s", fault.getClass().getSimpleName());
        try {
            fresh.discard();
            var asked = inner(standing, ASKED);
            if (!again && !Files.exists(asked)) {
                Files.writeString(asked, (check ? CHECK : SWAP) + AGAIN, UTF_8);
            }
        } catch (TargetFailed | LeaseLost | IOException e) {
            // Whoever asked must ask again; the next one clears away what is left
            fault.addSuppressed(e);
        }
    }

    /** What no release brings was printed again while the new site was made, as what a court took out. */
    void sayAgain(Collection<UUID> articles) {
        saidAgain.addAll(articles);
    }

    /** Some of these stories, each once. */
    List<UUID> saidAgain(int most) {
        var some = saidAgain.stream().limit(most).toList();
        some.forEach(saidAgain::remove);
        return some;
    }

    /** Tags were renamed or merged while the new site was made. */
    void tags(Collection<String> tags, Collection<UUID> articles) {
        printing.tags(tags, articles, position);
        work.again(articles);
    }

    /**
     * What pages of before show is kept for a day, or as long as it would have been: also what was not yet noted as leaving, as
     * in a site that is still being printed in another style. What goes at once stands no more, or goes now.
     */
    void carry(Instant now) {
        var lacking = Stream.of(Assets.PREFIX, Card.PREFIX, PictureFiles.PREFIX)
                .flatMap(prefix -> standing.manifest().paths(prefix).stream())
                .filter(path -> fresh.manifest().entry(path) == null).toList();
        var live = live(lacking.stream().map(Card::article).filter(Objects::nonNull).distinct().toList());
        for (var path : lacking) {
            var article = Card.article(path);
            var until = standing.manifest().leaving(path);
            if ((article == null || live.contains(article)) && take(path)) {
                fresh.leave(path, now, until == null ? now.plus(Printing.KEPT) : until);
            }
        }
        new PictureFiles(archive.pictures, fresh, null).takeAwayRedacted();
    }

    private Set<UUID> live(List<UUID> articles) {
        var live = new HashSet<UUID>();
        for (int i = 0; i < articles.size(); i += AT_ONCE) {
            archive.standings.places(articles.subList(i, Math.min(i + AT_ONCE, articles.size()))).stream()
                    .filter(Place::live).map(Place::article).forEach(live::add);
        }
        return live;
    }

    /** Pictures and cards, of which there may be very many, have no twins. */
    private boolean take(String path) {
        if (!path.startsWith(Assets.PREFIX)) {
            return fresh.take(standing, path);
        }
        var bytes = standing.bytes(path);
        if (bytes != null) {
            fresh.put(Printed.list(path, bytes, position));
        }
        return bytes != null;
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
        // What is new was made by us a moment ago
        fresh.rest();
        compare(check ? stock().digests() : standing.vouched(), fresh.vouched(), differences);
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
        answer.append("millis ").append(Duration.ofNanos(System.nanoTime() - since).toMillis()).append('\n');
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
