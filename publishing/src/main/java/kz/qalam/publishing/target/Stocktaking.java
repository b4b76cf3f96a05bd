package kz.qalam.publishing.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Looks at what really stands in a folder, some files at a time, so that its writer goes on in between. For what that writes
 * meanwhile its manifest vouches.
 */
public final class Stocktaking {
    private final Folder folder;
    private final Deque<Path> ahead = new ArrayDeque<>();
    /** What the manifest vouched for at first, and was not met yet. */
    private final Set<String> unmet;
    /** What is not as the manifest has it. */
    private final Set<String> odd = new LinkedHashSet<>();

    Stocktaking(Folder folder) {
        this.folder = folder;
        unmet = new HashSet<>(folder.manifest().paths("/"));
        ahead.push(folder.place());
    }

    /**
     * Looks further.
     *
     * @param most so many files, twins and folders
     * @return false when all were looked at
     */
    public boolean goOn(int most) {
        try {
            for (int left = most; left > 0 && !ahead.isEmpty(); left--) {
                look(ahead.pop());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
        return !ahead.isEmpty();
    }

    private void look(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!file.equals(folder.place().resolve(Folder.INNER))) {
                try (var within = Files.list(file)) {
                    within.forEach(ahead::push);
                } catch (NoSuchFileException removedSince) {
                    return;
                }
            }
            return;
        }
        var path = folder.path(file);
        unmet.remove(path);
        // Twins come and go as files are printed; only something else in a twin's place is odd
        if (Pressed.isTwin(path) && (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.exists(file, LinkOption.NOFOLLOW_LINKS))) {
            return;
        }
        var entry = folder.manifest().entry(path);
        if (entry == null || !entry.digest().equals(digest(path))) {
            odd.add(path);
        }
    }

    /** What really stands in the folder, by path: the digest of each file that is not only kept for a while. */
    public Map<String, Digest> digests() {
        var digests = folder.vouched();
        odd.addAll(unmet);
        try {
            // It may have been written since it was looked at
            for (var path : odd) {
                var found = digest(path);
                if (found == null) {
                    digests.remove(path);
                } else if (folder.manifest().leaving(path) == null) {
                    digests.put(path, found);
                }
            }
        } catch (IOException e) {
            throw new TargetFailed("the folder cannot be read", e);
        }
        return digests;
    }

    private @Nullable Digest digest(String path) throws IOException {
        var file = folder.place().resolve(path.substring(1));
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Digest.of(file);
            }
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Digest.NONE : null;
        } catch (NoSuchFileException removedSince) {
            return null;
        }
    }
}
