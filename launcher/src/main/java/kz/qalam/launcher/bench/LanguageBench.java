package kz.qalam.launcher.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How fast the language tools are. JMH measures, in a Java of its own; neither it nor what it measures with is part of what
 * runs in a newsroom, so both stand beside the launcher in its target folder.
 */
public final class LanguageBench {

    private final Path built;
    private final long seed;

    /** @param built the launcher's target folder */
    public LanguageBench(Path built, long seed) {
        this.built = built;
        this.seed = seed;
    }

    /** Prints a line a figure; what JMH says meanwhile goes to standard error. Exit 1 if it failed. */
    public int run() throws IOException, InterruptedException {
        Path results = Files.createTempFile("qalam-language", ".json");
        try {
            Process jmh = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"),
                    "-Dfile.encoding=UTF-8", "-cp",
                    String.join(File.pathSeparator, built.resolve("qalam-launcher.jar").toString(),
                            built.resolve("test-classes").toString(), built.resolve("jmh") + File.separator + "*"),
                    "org.openjdk.jmh.Main", "LanguageSpeed", "-p", "seed=" + seed, "-foe", "true", "-rf", "json",
                    "-rff", results.toString())).redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            jmh.getInputStream().transferTo(System.err);
            if (jmh.waitFor() != 0) {
                return 1;
            }
            for (JsonNode figure : new JsonMapper().readTree(results.toFile())) {
                print(figure);
            }
            return 0;
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private static void print(JsonNode figure) {
        String name = figure.path("benchmark").asText();
        String measure = "language_" + name.substring(name.lastIndexOf('.') + 1);
        JsonNode metric = figure.path("primaryMetric");
        Map<String, Object> sizes = Map.of("iterations", figure.path("measurementIterations").asInt(), "error",
                metric.path("scoreError").asText(), "load", Measure.load());
        Measure.print(measure, metric.path("score").asDouble(), "µs", sizes);
        JsonNode shares = metric.path("scorePercentiles");
        if (figure.path("mode").asText().equals("sample")) {
            Measure.print(measure + "_p50", shares.path("50.0").asDouble(), "µs", sizes);
            Measure.print(measure + "_p95", shares.path("95.0").asDouble(), "µs", sizes);
            Measure.print(measure + "_p99", shares.path("99.0").asDouble(), "µs", sizes);
        }
    }
}
