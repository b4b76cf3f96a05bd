package kz.qalam.launcher.bench;

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
        line.put("figure", Double.parseDouble(String.format(Locale.ROOT, "%.3f", figure)));
        line.put("unit", unit);
        line.set("sizes", JSON.valueToTree(sizes));
        System.out.println(line);
    }

    /** @param share 0 to 1, by the nearest rank */
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
