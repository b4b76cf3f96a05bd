package kz.qalam.publishing.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Picture;

/**
 * A version of a picture as pages show it: its words, and its files by their addresses on the site.
 *
 * @param files what a story shows, narrowest first
 * @param wide what lists show of a story's main picture, sixteen to nine, narrowest first; empty for the others
 */
public record Shown(String alt, String credit, List<File> files, List<File> wide) {

    /** So wide a file is enough for whoever does not choose: feeds, cards, old browsers. */
    private static final int ENOUGH = 960;

    /** @param webp whether it is WebP; otherwise it is JPEG */
    public record File(String path, int width, int height, boolean webp) {}

    /** The files of one place in a page, as a {@code picture} element names them. */
    public record Set(String webp, String jpeg, String src, int width, int height) {}

    /** By {@link Picture#reference}: the pictures of one story. */
    public static @Nullable Shown of(Map<String, Shown> pictures, @Nullable Picture picture) {
        return picture == null ? null : pictures.get(picture.reference());
    }

    public @Nullable Set set(String base) {
        return set(files, base);
    }

    public @Nullable Set wideSet(String base) {
        return set(wide, base);
    }

    private static @Nullable Set set(List<File> files, String base) {
        var jpegs = files.stream().filter(file -> !file.webp()).toList();
        if (jpegs.isEmpty()) {
            return null;
        }
        var enough = jpegs.stream().filter(file -> file.width() >= ENOUGH).findFirst()
                .orElse(jpegs.get(jpegs.size() - 1));
        return new Set(list(files, base, true), list(files, base, false), base + enough.path(), enough.width(),
                enough.height());
    }

    private static String list(List<File> files, String base, boolean webp) {
        return files.stream().filter(file -> file.webp() == webp)
                .map(file -> base + file.path() + " " + file.width() + "w").collect(Collectors.joining(", "));
    }
}
