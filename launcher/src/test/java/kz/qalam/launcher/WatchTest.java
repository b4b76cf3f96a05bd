package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

/** A part is one process, whatever became of the one before and of the disk. */
class WatchTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private DataFolder data;
    private HttpServer door;

    @BeforeEach
    void open() throws IOException {
        data = DataFolder.at(folder.resolve("data"));
        data.settle(true);
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
        running().forEach(left -> left.send("KILL"));
    }

    @Test
    void startsNoSecondOneBesideOneThatCannotBeWrittenDown() throws Exception {
        Watch watch = new Watch(new Waiting(data, address()), data, voice());
        watch.start(Duration.ofSeconds(20));
        Footprint first = Instance.process(data, "site").orElseThrow();
        assertEquals(List.of(first), running());

        // As on a full disk: nothing is written there any more.
        Files.createDirectories(data.run().resolve("site.json.new/something"));
        first.send("KILL");
        House.waitFor("another one", () -> !running().isEmpty() && !first.isAlive());
        // Time enough to try once more.
        Thread.sleep(4000);
        assertEquals(1, running().size(), running().toString());
        assertNotEquals(first, running().get(0));
        assertTrue(
                said().contains(
                        "The site was started (process " + running().get(0).pid() + "), which could not be noted"),
                said());
        Instance.Member site = new Instance.Member("site", address(), address(), true);
        assertTrue(new Instance(data, first, Instant.now(), true, true, "", "", List.of(site)).answers(site, Map.of()),
                "status sees it");

        watch.end();
        assertEquals(List.of(), running());
    }

    private List<Footprint> running() {
        return Footprint.marked(Java.mark("site", data));
    }

    private String address() {
        return "http://127.0.0.1:" + door.getAddress().getPort() + "/";
    }

    private Voice voice() {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Voice(Words.in(Map.of("QALAM_LANG", "en")), out, out, false);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Waits for a file of the mark's name, without a child of its own. */
    private record Waiting(DataFolder data, String address) implements Part.Local {

        @Override
        public String name() {
            return "site";
        }

        @Override
        public Probe probe() {
            return Probe.http(address);
        }

        @Override
        public void prepare() {
            // It needs nothing
        }

        @Override
        public ProcessBuilder process() {
            return new ProcessBuilder("tail", "-F", "--", mark()).directory(data.path().toFile());
        }

        @Override
        public String mark() {
            return Java.mark(name(), data);
        }
    }
}
