package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a benchmark says: one JSON object a line. Without a peer in the same run there is no ratio. */
final class Measure {

    private static final JsonMapper JSON = new JsonMapper();

    private Measure() {
    }

    static void print(String measure, double figure, String unit, Map<String, ?> sizes) {
        ObjectNode line = JSON.createObjectNode();
        line.put("measure", measure);
        line.put("figure", rounded(figure));
        line.put("unit", unit);
        line.set("sizes", JSON.valueToTree(sizes));
        System.out.println(line);
    }

    /**
     * Medians of runs that were interleaved, and the ratio of ours to the peer's.
     *
     * @param beside the peer's, run by run; empty when there was none
     */
    static void beside(String measure, double[] own, double[] beside, String unit, Map<String, ?> sizes) {
        ObjectNode line = JSON.createObjectNode();
        line.put("measure", measure);
        line.put("figure", rounded(percentile(own, .5)));
        line.put("unit", unit);
        if (beside.length > 0) {
            line.put("beside", rounded(percentile(beside, .5)));
            double[] ratios = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                ratios[i] = own[i] / beside[i];
            }
            line.put("ratio", rounded(percentile(ratios, .5)));
        }
        line.set("sizes", JSON.valueToTree(sizes));
        System.out.println(line);
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", figure));
    }

    /** @param share 0 to 1, by the nearest rank */
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** What else the machine does: figures are to be read with it. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8).split(" ", 2)[0];
        } catch (IOException unknown) {
            return "unknown";
        }
    }
}
