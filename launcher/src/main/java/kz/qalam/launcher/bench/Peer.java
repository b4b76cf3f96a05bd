package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program that does the same work, as Debian packages it. Without it a benchmark claims no ratio. */
final class Peer {

    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"),
            Path.of("/usr/local/bin"), Path.of("/usr/local/sbin"));

    private Peer() {
    }

    /** The program; as root on Debian it is installed where it is missing, elsewhere it is said how to get it. */
    static Optional<Path> find(String program, String debianPackage) throws IOException, InterruptedException {
        Optional<Path> found = found(program);
        if (found.isEmpty() && "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            Process apt = new ProcessBuilder("apt-get", "install", "-y", "-qq", debianPackage)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!apt.waitFor(3, TimeUnit.MINUTES)) {
                apt.destroyForcibly();
            }
            found = found(program);
        }
        if (found.isEmpty()) {
            System.err.println(program + ": not here, so no ratio is claimed (Debian: apt-get install " + debianPackage
                    + ")");
        }
        return found;
    }

    private static Optional<Path> found(String program) {
        return PLACES.stream().flatMap(place -> Stream.of(place.resolve(program))).filter(Files::isExecutable)
                .findFirst();
    }
}
