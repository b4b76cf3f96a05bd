package kz.qalam.core.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The file of seals: one JSON object a line, only ever appended to. A last line cut short by a crash is left out. */
final class SealFile {

    static final String NAME = "seals.jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    SealFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** Adds a seal and returns only once it is on disk. */
    void append(Seal seal) throws IOException {
        Files.createDirectories(file.getParent());
        ObjectNode line = JSON.createObjectNode();
        line.put("at", seal.at().toString()).put("previous", seal.previous()).put("release", seal.release());
        seal.heads().forEach(head -> line.withArray("heads").add(head.toString()));
        line.put("seal", seal.hash());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            long end = wholeLength(channel);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static long wholeLength(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /**
     * Reads the seals in order; what does not read, or does not fit the seal before, is told as a finding.
     *
     * @return the last seal's hash, empty when there is none
     */
    String read(Consumer<Seal> each, Consumer<Finding> findings) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String previous = "";
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                try {
                    JsonNode line = JSON.readTree(text);
                    Seal seal = seal(line);
                    if (!seal.previous().equals(previous) || !seal.hash().equals(line.path("seal").asText())) {
                        findings.accept(new Finding(Finding.Kind.SEAL_BROKEN, "seal " + number));
                    }
                    previous = line.path("seal").asText();
                    each.accept(seal);
                } catch (JsonProcessingException | IllegalArgumentException | ArrayIndexOutOfBoundsException
                        | DateTimeException e) {
                    findings.accept(new Finding(Finding.Kind.SEAL_BROKEN, "seal " + number));
                }
            }
        }
        return previous;
    }

    private static Seal seal(JsonNode line) {
        List<Seal.Head> heads = new ArrayList<>();
        line.path("heads").forEach(head -> heads.add(Seal.Head.read(head.asText())));
        return new Seal(Instant.parse(line.path("at").asText()), line.path("previous").asText(), heads,
                line.path("release").asText());
    }
}
