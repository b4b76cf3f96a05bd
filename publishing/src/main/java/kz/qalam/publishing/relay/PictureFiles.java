package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import kz.qalam.core.darkroom.Vault;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.core.darkroom.VaultAway;
import kz.qalam.publishing.page.Shown;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Printed;

/**
 * Brings the pictures of live stories from the vault into the folder, before the pages that show them; and takes away what
 * no live story shows any more. The folder's manifest remembers which stories show a file.
 */
final class PictureFiles {

    static final String PREFIX = "/-/media/";

    private final PictureRows rows;
    private final Vault vault;
    private final Folder folder;

    PictureFiles(PictureRows rows, Vault vault, Folder folder) {
        this.rows = rows;
        this.vault = vault;
        this.folder = folder;
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
        for (var row : rows.of(article)) {
            var path = row.path();
            needed.add(path);
            var entry = folder.manifest().entry(path);
            if (entry == null) {
                byte[] bytes;
                try {
                    bytes = vault.fetch(Shelf.RENDITIONS, row.digest());
                } catch (VaultAway e) {
                    throw new Unprintable(article, e);
                }
                folder.put(new Printed(path, bytes, release, null, Map.of(article, release)));
            } else if (!entry.shows().containsKey(article)) {
                var shows = new HashMap<>(entry.shows());
                shows.put(article, release);
                folder.shows(path, shows);
            }
        }
        return needed;
    }

    /** Takes away what this story shows no more and no other story does. */
    void leave(UUID article, Set<String> needed) {
        for (var path : folder.manifest().pathsThatName(article, PREFIX)) {
            if (!needed.contains(path)) {
                var entry = folder.manifest().entry(path);
                var shows = entry == null ? new HashMap<UUID, Long>() : new HashMap<>(entry.shows());
                shows.remove(article);
                if (shows.isEmpty()) {
                    folder.remove(path);
                } else {
                    folder.shows(path, shows);
                }
            }
        }
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
