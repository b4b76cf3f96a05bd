package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a Java part is started: by the Java that runs us, apart from our terminal, bearing its mark. */
final class Java {

    private static final int LEAST = 32;

    private Java() {
    }

    static String mark(String part, DataFolder data) {
        return "-Dqalam.part=" + part + ":" + data.path();
    }

    /**
     * The command up to the class path or jar.
     *
     * @param heap at most so many megabytes, unless our operator says otherwise
     * @param young so many of them for what is made anew, however little the rest needs: a collector that keeps its heap as
     *        small as it can has to stop everything very often; 0: as it finds
     */
    static List<String> command(String part, DataFolder data, Settings settings, int heap, int young) {
        List<String> command = new ArrayList<>(Apart.command());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mark(part, data));
        String options = settings.text("QALAM_" + part.toUpperCase(Locale.ROOT) + "_JAVA_OPTS").orElse("");
        boolean roomy = young > 0 && !options.contains("-Xmx");
        command.add("-Xms" + (roomy ? LEAST + young : LEAST) + "m");
        command.add("-Xmx" + heap + "m");
        if (roomy) {
            command.add("-XX:NewSize=" + young + "m");
        }
        // One machine, small heaps: the serial collector costs least, and gives back what is not used.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:MinHeapFreeRatio=20");
        command.add("-XX:MaxHeapFreeRatio=40");
        // A process without memory is of no use: it goes, and is started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + data.logs().resolve(part + "-crash-%p.log"));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Runtime.version().feature() >= 25) {
            // Eight bytes for what an object is, and not twelve: more fits the caches, and less is to be looked through.
            command.add("-XX:+UseCompactObjectHeaders");
        }
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split("\\s+")));
        }
        return command;
    }
}
