package kz.qalam.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Loads all of the launcher's classes at once. A house runs for weeks, and a build meanwhile replaces the jar from which a
 * class that is first needed at the end would come.
 */
final class OwnClasses {

    private OwnClasses() {
    }

    static void loadAll() {
        try {
            Path from = Path.of(OwnClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(from)) {
                try (JarFile jar = new JarFile(from.toFile())) {
                    jar.stream().map(Object::toString).filter(name -> name.endsWith(".class"))
                            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                            .forEach(OwnClasses::load);
                }
            }
        } catch (IOException e) {
            throw Trouble.of(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, OwnClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
