package kz.qalam.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stories made by recombining real Kazakh paragraphs: the same seed and number give the same story. */
final class Paragraphs {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SECTIONS = List.of("saiasat", "qogam", "ekonomika", "alem", "madeniet", "sport");

    private final List<String> texts = new ArrayList<>();
    private final long seed;

    Paragraphs(long seed) {
        this.seed = seed;
        try (InputStream file = Paragraphs.class.getResourceAsStream("paragraphs.jsonl.gz")) {
            if (file == null) {
                throw new IllegalStateException("paragraphs.jsonl.gz is missing");
            }
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                texts.add(JSON.readTree(line).path("text").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A copy as the API takes it: headline, lead, section, a slug of its own, 4 to 10 paragraphs, one of them direct speech.
     *
     * @param mark a word that stands in the headline and at the end of the last paragraph, so that what a reader gets can be
     *        told from everything else
     */
    ObjectNode copy(int number, String mark) {
        Random random = new Random(seed * 1_000_003 + number);
        ObjectNode copy = JSON.createObjectNode();
        copy.put("headline", cut(sentence(random), 90) + " " + mark);
        copy.put("lead", cut(sentence(random), 300));
        copy.put("language", "kk");
        copy.put("section", SECTIONS.get(random.nextInt(SECTIONS.size())));
        copy.put("slug", slug(mark));
        ArrayNode body = copy.putObject("body").put("type", "doc").putArray("content");
        int count = 4 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            ObjectNode block = body.addObject();
            if (i == 2) {
                block.put("type", "speech").putObject("attrs").put("tail", "деді сарапшы.");
            } else {
                block.put("type", "paragraph");
            }
            block.putArray("content").addObject().put("type", "text").put("text",
                    last ? paragraph(random) + " " + mark : paragraph(random));
        }
        return copy;
    }

    static String slug(String mark) {
        return "maqala-" + mark.toLowerCase(Locale.ROOT);
    }

    private String paragraph(Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String sentence(Random random) {
        return paragraph(random).split("(?<=[.?!])\\s", 2)[0];
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most);
    }
}
