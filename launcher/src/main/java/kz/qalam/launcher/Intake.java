package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.databind.JsonNode;

/** Brings raw files into the newsroom through its API, one at a time, and says what became of each. */
record Intake(String newsroom, Supplier<String> token, boolean dryRun, Words words) {

    // The newsroom says what it takes; more than this is not even read into memory.
    private static final int LARGEST_MEGABYTES = 16;
    private static final int TRIES = 6;

    /** What became of a file. */
    enum Fate {
        IMPORTED,
        KNOWN,
        UNDERSTOOD,
        REFUSED
    }

    /** @param lines what to print of it */
    record Outcome(Fate fate, List<String> lines) {}

    /** One document, or the posts of an archive. */
    List<Outcome> bring(Path file) {
        if (RawFiles.isArchive(file) && Files.isRegularFile(file)) {
            return bringArchive(file);
        }
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                return refused(file, words.say("import.no-file"));
            }
            if (Files.size(file) > LARGEST_MEGABYTES * 1024L * 1024L) {
                return refused(file, words.say("import.too-large", LARGEST_MEGABYTES));
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return refused(file, words.say("import.unreadable"));
        }
        Http.Answer answer = send(file, bytes);
        return answer.isGood() ? List.of(outcome(file, answer.body())) : refused(file, answer.problem());
    }

    /** However large it is: a few posts at a time. */
    private List<Outcome> bringArchive(Path file) {
        List<Outcome> posts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Archive.read(in, (piece, first) -> {
                Http.Answer answer = send(file, piece);
                if (!answer.isGood()) {
                    posts.addAll(refused(post(file, file.getFileName() + "#" + first), answer.problem()));
                }
                for (JsonNode post : answer.body().path("items")) {
                    posts.add(outcome(post(file, post.path("name").asText()), post));
                }
            });
        } catch (IOException e) {
            posts.addAll(refused(file, words.say("import.unreadable")));
        } catch (XMLStreamException e) {
            posts.addAll(refused(file, words.say("import.no-archive")));
        }
        return posts.isEmpty() ? refused(file, words.say("import.no-posts")) : posts;
    }

    private static Path post(Path file, String name) {
        return file.resolveSibling(name.replace('/', '_').replace("\0", ""));
    }

    private Outcome outcome(Path file, JsonNode document) {
        if (document.path("problem").isObject()) {
            return refused(file, Http.told(document.path("problem"), "")).get(0);
        }
        if (dryRun) {
            return understood(file, document);
        }
        boolean known = document.path("known").asBoolean();
        return new Outcome(known ? Fate.KNOWN : Fate.IMPORTED,
                List.of((known ? "known " : "imported ") + document.path("id").asText() + " " + file));
    }

    /** Sends, again and again while the newsroom is away for a moment: the same bytes are never imported twice. */
    private Http.Answer send(Path file, byte[] bytes) {
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8).replace("+", "%20");
        for (int tried = 1;; tried++) {
            boolean last = tried == TRIES;
            try {
                Http.Answer answer = Http
                        .send(HttpRequest.newBuilder(URI.create(newsroom + "/api/v1/imports?dryRun=" + dryRun))
                                .header("Authorization", "Bearer " + token.get())
                                .header("Content-Type", RawFiles.mediaType(file))
                                .header("Accept-Language", words.locale().getLanguage()).header("Qalam-File-Name", name)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
                if (answer.status() == 401) {
                    throw new Trouble("import-token-expired");
                }
                if (last || (answer.status() < 500 && answer.status() != 429)) {
                    return answer;
                }
            } catch (IOException away) {
                if (last) {
                    throw (Trouble) new Trouble("newsroom-silent", newsroom).initCause(away);
                }
            }
            try {
                Thread.sleep(Duration.ofMillis(250L << tried).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("stopped");
            }
        }
    }

    private static List<Outcome> refused(Path file, String why) {
        String inOneLine = why.lines().collect(Collectors.joining(" "));
        return List.of(new Outcome(Fate.REFUSED, List.of("refused " + file + ": " + inOneLine)));
    }

    private Outcome understood(Path file, JsonNode body) {
        JsonNode copy = body.path("copy");
        List<String> lines = new ArrayList<>();
        lines.add(body.path("known").asBoolean()
                ? "known " + body.path("id").asText() + " " + file
                : "understood " + file);
        show(lines, "import.headline", copy.path("headline").asText());
        show(lines, "import.lead", copy.path("lead").asText());
        show(lines, "import.source", copy.path("source").path("name").asText(""));
        show(lines, "import.section", copy.path("section").asText(""));
        if (body.path("views").isNumber() || body.path("comments").isNumber()) {
            lines.add("  "
                    + words.say("import.counters", body.path("views").asText("–"), body.path("comments").asText("–")));
        }
        Map<String, Integer> blocks = new TreeMap<>();
        copy.path("body").path("content").forEach(block -> blocks.merge(block.path("type").asText(), 1, Integer::sum));
        show(lines, "import.blocks", blocks.entrySet().stream().map(kind -> kind.getKey() + " × " + kind.getValue())
                .collect(Collectors.joining(", ")));
        for (JsonNode remark : body.path("remarks")) {
            show(lines, "import.remark", remark.path("text").asText());
        }
        return new Outcome(Fate.UNDERSTOOD, lines);
    }

    private void show(List<String> lines, String key, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            lines.add("  " + words.say(key, value));
        }
    }
}
