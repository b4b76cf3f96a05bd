package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that an import means: those named, and in named folders those whose ending says text, in the order of their names.
 *
 * @param passedOver how many files in folders have another ending
 */
record RawFiles(List<Path> all, int passedOver) {

    private static final Map<String, String> MEDIA_TYPES = Map.of("txt", "text/plain", "text", "text/plain", "html",
            "text/html", "htm", "text/html", "xml", "application/xml", "wxr", "application/xml");

    static RawFiles in(List<Path> paths) {
        List<Path> all = new ArrayList<>();
        int passedOver = 0;
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                // A named file is tried whatever its ending; what is not there is refused by name later.
                all.add(path);
                continue;
            }
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path file : tree.filter(Files::isRegularFile).filter(file -> isShown(path, file)).sorted()
                        .toList()) {
                    if (MEDIA_TYPES.containsKey(ending(file))) {
                        all.add(file);
                    } else {
                        passedOver++;
                    }
                }
            } catch (IOException e) {
                throw Trouble.of(e);
            }
        }
        return new RawFiles(List.copyOf(all), passedOver);
    }

    private static boolean isShown(Path folder, Path file) {
        for (Path name : folder.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** What the newsroom is told that a file is. */
    static String mediaType(Path file) {
        return MEDIA_TYPES.getOrDefault(ending(file), "text/plain");
    }

    /** Whether a file holds many stories: a WordPress export. */
    static boolean isArchive(Path file) {
        return mediaType(file).equals("application/xml");
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
