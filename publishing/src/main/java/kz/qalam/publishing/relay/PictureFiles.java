package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.darkroom.VaultAway;
import kz.qalam.publishing.page.Shown;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Printed;

/**
 * Brings the pictures of live stories from the vault into the folder, before the pages that show them; and takes away what
 * no live story shows any more: a day later, for readers who have a page as it was, or at once where it must not be seen. The
 * folder's manifest remembers which stories show a file, or did last.
 */
final class PictureFiles {

    static final String PREFIX = "/-/media/";

    private final PictureRows rows;
    private final Pictures pictures;
    private final Folder folder;
    private final @Nullable Folder before;
    private final Map<UUID, List<PictureRow>> ahead = new HashMap<>();

    /** @param before an older folder, whose files need not be fetched again: their names are their digests */
    PictureFiles(Pictures pictures, Folder folder, @Nullable Folder before) {
        this.rows = pictures.rows;
        this.pictures = pictures;
        this.folder = folder;
        this.before = before;
    }

    /** Reads what these stories show in one go, as {@link Stories#readAhead} reads their texts. */
    void readAhead(Collection<UUID> articles) {
        ahead.clear();
        articles.forEach(article -> ahead.put(article, new ArrayList<>()));
        rows.of(articles).forEach(row -> Objects.requireNonNull(ahead.get(row.article())).add(row));
    }

    /** As pages show them, by reference. */
    static Map<String, Shown> shown(PictureRows rows, UUID article) {
        var pictures = new LinkedHashMap<String, List<PictureRow>>();
        for (var row : rows.of(article)) {
            pictures.computeIfAbsent(row.reference(), none -> new ArrayList<>()).add(row);
        }
        var shown = new HashMap<String, Shown>();
        pictures.forEach((reference, files) -> shown.put(reference, new Shown(files.get(0).alt(),
                files.get(0).credit(), files(files, false), files(files, true))));
        return shown;
    }

    private static List<Shown.File> files(List<PictureRow> rows, boolean wide) {
        return rows.stream().filter(row -> row.wide() == wide)
                .map(row -> new Shown.File(row.path(), row.width(), row.height(), row.webp())).distinct().toList();
    }

    /**
     * Brings what a story shows.
     *
     * @return the paths of all that it shows
     * @throws Unprintable while the vault cannot give one of them: the page waits, others do not
     */
    Set<String> bring(UUID article, long release) {
        var needed = new HashSet<String>();
        var absent = new LinkedHashMap<String, String>();
        var ofStory = ahead.remove(article);
        for (var row : ofStory == null ? rows.of(article) : ofStory) {
            var path = row.path();
            needed.add(path);
            var entry = folder.manifest().entry(path);
            if (entry == null) {
                absent.put(path, row.digest());
            } else if (folder.manifest().leaving(path) != null) {
                // Whoever showed it before does no more
                folder.stay(path);
                folder.shows(path, Map.of(article, release));
            } else if (!entry.shows().containsKey(article)) {
                var shows = new HashMap<>(entry.shows());
                shows.put(article, release);
                folder.shows(path, shows);
            }
        }
        var known = new HashMap<String, byte[]>();
        for (var path : absent.keySet()) {
            var bytes = before == null ? null : before.bytes(path);
            if (bytes != null) {
                known.put(path, bytes);
            }
        }
        var fetched = fetched(article, absent.entrySet().stream().filter(one -> !known.containsKey(one.getKey()))
                .map(Map.Entry::getValue).toList());
        absent.forEach((path, digest) -> {
            var bytes = known.get(path);
            folder.put(new Printed(path, bytes == null ? Objects.requireNonNull(fetched.get(digest)) : bytes, release,
                    null, Map.of(article, release)));
        });
        return needed;
    }

    private Map<String, byte[]> fetched(UUID article, List<String> digests) {
        try {
            return digests.isEmpty() ? Map.of() : pictures.fetch(digests);
        } catch (VaultAway e) {
            throw new Unprintable(article, e);
        }
    }

    /** Lets go what this live story shows no more and no other story does. */
    void leave(UUID article, Set<String> needed, Instant now) {
        leave(article, needed, path -> folder.leave(path, now, now.plus(Printing.KEPT)));
    }

    /** Takes away at once what only this story shows, or did last: it is withdrawn. */
    void leave(UUID article) {
        leave(article, Set.of(), folder::remove);
    }

    private void leave(UUID article, Set<String> needed, Consumer<String> last) {
        for (var path : folder.manifest().pathsThatName(article, PREFIX)) {
            if (!needed.contains(path)) {
                var entry = folder.manifest().entry(path);
                var shows = entry == null ? new HashMap<UUID, Long>() : new HashMap<>(entry.shows());
                shows.remove(article);
                if (shows.isEmpty()) {
                    // It still names the story, and goes with it
                    last.accept(path);
                } else {
                    folder.shows(path, shows);
                }
            }
        }
    }

    /**
     * Takes away what is only kept for a while and has been redacted meanwhile, with its picture or with the text that showed it.
     *
     * @return whether there was any
     */
    boolean takeAwayRedacted() {
        var shown = new HashMap<String, Set<UUID>>();
        var digests = new HashMap<String, String>();
        folder.manifest().leaving().stream().filter(path -> path.startsWith(PREFIX)).forEach(path -> {
            var entry = Objects.requireNonNull(folder.manifest().entry(path));
            var digest = entry.digest().toString();
            digests.put(path, digest);
            shown.computeIfAbsent(digest, none -> new HashSet<>()).addAll(entry.shows().keySet());
        });
        if (shown.isEmpty()) {
            return false;
        }
        var stay = rows.mayStay(shown);
        var gone = digests.keySet().stream().filter(path -> !stay.contains(digests.get(path))).toList();
        gone.forEach(folder::remove);
        return !gone.isEmpty();
    }

    /**
     * What should stand, of all live stories.
     *
     * @param incomplete is given the stories of which a file is missing
     */
    Set<String> expected(Set<UUID> incomplete) {
        var expected = new HashSet<String>();
        rows.each(row -> {
            expected.add(row.path());
            var entry = folder.manifest().entry(row.path());
            if (entry == null || !entry.shows().containsKey(row.article())) {
                incomplete.add(row.article());
            }
        });
        return expected;
    }
}
