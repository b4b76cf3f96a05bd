package kz.qalam.launcher.bench;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Latin;

/** How fast the language tools are, on recombined news: a story of 500 words in its other two scripts. */
public final class LanguageBench {

    private static final int WORDS = 500;
    private static final int WARM = 2_000;
    private static final int MEASURED = 2_000;

    private final Paragraphs paragraphs;

    public LanguageBench(long seed) {
        this.paragraphs = new Paragraphs(seed);
    }

    public void run() {
        String story = story();
        double[] times = new double[MEASURED];
        long written = 0;
        for (int i = -WARM; i < MEASURED; i++) {
            long begun = System.nanoTime();
            written += Latin.usual().of(story).length() + Arabic.usual().of(story).length();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Map<String, Object> sizes = Map.of("words", WORDS, "characters", story.length(), "written",
                written / (WARM + MEASURED), "times", MEASURED);
        Measure.print("scripts_p50", Measure.percentile(times, .5), "ms", sizes);
        Measure.print("scripts_p95", Measure.percentile(times, .95), "ms", sizes);
    }

    private String story() {
        StringBuilder words = new StringBuilder();
        int count = 0;
        for (int number = 0; count < WORDS; number++) {
            for (JsonNode block : paragraphs.copy(number, "").path("body").path("content")) {
                for (String word : block.path("content").path(0).path("text").asText().split("\\s+", -1)) {
                    if (count < WORDS) {
                        words.append(word).append(' ');
                        count++;
                    }
                }
            }
        }
        return words.toString();
    }
}
