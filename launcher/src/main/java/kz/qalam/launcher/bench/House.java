package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A Qalam of a benchmark's own: started by the same command as anyone's, on free ports, in a folder that goes with it. */
final class House implements AutoCloseable {

    private static final List<String> PORTS = List.of("QALAM_NEWSROOM_PORT", "QALAM_SITE_PORT", "QALAM_PREVIEW_PORT",
            "QALAM_KEYCLOAK_PORT", "QALAM_DB_PORT", "QALAM_NEWSROOM_MANAGEMENT_PORT", "QALAM_SITE_MANAGEMENT_PORT");

    private final Path script;
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();

    private House(Path script, Path data) {
        this.script = script;
        this.data = data;
    }

    /** @param script the checkout's {@code qalam} */
    static House start(Path script) throws IOException, InterruptedException {
        return start(script, Map.of());
    }

    /** @param more environment of its own */
    static House start(Path script, Map<String, String> more) throws IOException, InterruptedException {
        House house = new House(script, Files.createTempDirectory("qalam-bench"));
        house.environment.putAll(more);
        for (String port : PORTS) {
            house.environment.put(port, Integer.toString(FreePorts.next()));
        }
        house.environment.put("QALAM_DEMO_STORIES", "none");
        int exit = house.qalam("start", "--detach", "--data", house.data.toString());
        if (exit != 0) {
            house.close();
            throw new IOException("the house did not start, exit " + exit);
        }
        return house;
    }

    int qalam(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        // A new site of 100,000 stories draws as many cards
        if (!process.waitFor(60, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end of " + line);
        }
        return process.exitValue();
    }

    Path data() {
        return data;
    }

    /** The process of a part, as it runs now. */
    long pid(String part) throws IOException {
        return new JsonMapper().readTree(Files.readString(data.resolve("run").resolve(part + ".json"))).path("pid")
                .asLong();
    }

    /** The house's database, as one of its roles. */
    Connection database(String role) throws IOException, SQLException {
        String password = Files.readString(data.resolve("secrets").resolve(role), StandardCharsets.UTF_8).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + environment.get("QALAM_DB_PORT") + "/qalam",
                role, password);
    }

    GrowthRun.Ground ground() {
        return new GrowthRun.Ground(newsroom(), realm(), site(),
                "jdbc:postgresql://127.0.0.1:" + environment.get("QALAM_DB_PORT") + "/qalam", data);
    }

    String newsroom() {
        return "http://127.0.0.1:" + environment.get("QALAM_NEWSROOM_PORT");
    }

    String site() {
        return "http://127.0.0.1:" + environment.get("QALAM_SITE_PORT");
    }

    String realm() {
        return "http://127.0.0.1:" + environment.get("QALAM_KEYCLOAK_PORT") + "/realms/qalam-demo";
    }

    /** Kills a part's process as a fault would: at once, with nothing said. @return false when it is not running just now */
    boolean kill(String part) throws IOException {
        JsonNode written = new JsonMapper()
                .readTree(Files.readString(data.resolve("run").resolve(part + ".json"), StandardCharsets.UTF_8));
        return ProcessHandle.of(written.path("pid").asLong()).filter(ProcessHandle::isAlive)
                .map(ProcessHandle::destroyForcibly).orElse(false);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        qalam("stop", "--data", data.toString());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
