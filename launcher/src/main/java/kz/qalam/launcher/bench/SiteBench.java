package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The site's own serving beside nginx on the same folder, by nginx's generated configuration: a story's page, compressed, to
 * 64 connections that stay open. Pairs are interleaved, and each pair's order is turned round, so that whatever else the
 * machine does meets both.
 */
public final class SiteBench {

    private static final int CONNECTIONS = 64;
    private static final int PAIRS = 9;
    private static final int SECONDS = 4;
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final Path script;
    private final int stories;
    private final long seed;

    /** @param stories that the site holds */
    public SiteBench(Path script, int stories, long seed) {
        this.script = script;
        this.stories = stories;
        this.seed = seed;
    }

    private record Load(double rate, double cpuMicros) {}

    private interface Used {
        double seconds() throws IOException;
    }

    public void run() throws IOException, InterruptedException, SQLException {
        Optional<Path> wrk = Peer.find("wrk", "wrk");
        if (wrk.isEmpty()) {
            throw new IOException("wrk is needed to measure anything here");
        }
        Optional<Path> nginx = Peer.find("nginx", "nginx-light");
        try (House house = House.start(script)) {
            Filling.publish(house, stories, seed);
            measure(house, wrk.get(), nginx);
        }
    }

    private void measure(House house, Path wrk, Optional<Path> nginx) throws IOException, InterruptedException {
        Path folder = house.data().resolve("site");
        String page = page(folder);
        Used ours = () -> Cpu.of(List.of(house.pid("site")));
        List<Load> own = new ArrayList<>();
        List<Load> other = new ArrayList<>();
        Process peer = null;
        try {
            String there = "";
            Used theirs = () -> 0;
            if (nginx.isPresent()) {
                int port = FreePorts.next();
                peer = nginx(nginx.get(), folder, house.data(), port);
                there = "http://127.0.0.1:" + port + page;
                long master = peer.pid();
                theirs = () -> Cpu.of(family(master));
                load(wrk, there, theirs, 1);
            }
            // what has just started warms up
            load(wrk, house.site() + page, ours, 2 * SECONDS);
            for (int i = 0; i < PAIRS; i++) {
                if (peer != null && i % 2 == 1) {
                    other.add(load(wrk, there, theirs, SECONDS));
                }
                own.add(load(wrk, house.site() + page, ours, SECONDS));
                if (peer != null && i % 2 == 0) {
                    other.add(load(wrk, there, theirs, SECONDS));
                }
            }
        } finally {
            if (peer != null) {
                peer.destroy();
                peer.waitFor();
            }
        }
        Map<String, Object> sizes = Map.of("stories", stories, "connections", CONNECTIONS, "pairs", PAIRS, "seconds",
                SECONDS, "page_bytes", Files.size(folder.resolve(page.substring(1) + "index.html.gz")), "cores",
                Runtime.getRuntime().availableProcessors());
        Measure.beside("serve_rate", figures(own, true), figures(other, true), "requests/s", sizes);
        Measure.beside("serve_cpu", figures(own, false), figures(other, false), "us/request", sizes);
    }

    private static double[] figures(List<Load> loads, boolean rate) {
        return loads.stream().mapToDouble(load -> rate ? load.rate() : load.cpuMicros()).toArray();
    }

    private static String page(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize).map(Path::toString)
                    .filter(path -> path.matches("\\d{4}/\\d\\d/\\d\\d/[a-z0-9-]+/index\\.html")).sorted().findFirst()
                    .map(path -> "/" + path.substring(0, path.length() - "index.html".length())).orElseThrow();
        }
    }

    private static Load load(Path wrk, String address, Used cpu, int seconds) throws IOException, InterruptedException {
        double before = cpu.seconds();
        Process process = new ProcessBuilder(wrk.toString(), "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-H",
                "Accept-Encoding: gzip", address).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        double used = cpu.seconds() - before;
        if (BAD.matcher(said).find()) {
            throw new IOException("not every answer was good: " + said);
        }
        return new Load(number(RATE, said), used * 1e6 / number(REQUESTS, said));
    }

    private static double number(Pattern pattern, String said) throws IOException {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("wrk said: " + said);
        }
        return Double.parseDouble(found.group(1));
    }

    private static Process nginx(Path program, Path folder, Path data, int port)
            throws IOException, InterruptedException {
        // As root, nginx's workers are another's: they have to be let in.
        for (Path up = folder; up != null && up.startsWith("/tmp/"); up = up.getParent()) {
            if (!up.toFile().setExecutable(true, false)) {
                throw new IOException("cannot open " + up);
            }
        }
        Path conf = Files.writeString(data.resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 1024; }
                http {
                  include /etc/nginx/mime.types;
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000;
                  open_file_cache max=10000;
                  include %2$s/.qalam/nginx-maps.conf;
                  server {
                    listen 127.0.0.1:%3$d;
                    include %2$s/.qalam/nginx-server.conf;
                  }
                }
                """.formatted(data, folder, port), StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(program.toString(), "-c", conf.toString(), "-e",
                data.resolve("nginx.log").toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor(2, TimeUnit.SECONDS)) {
            throw new IOException("nginx did not start: " + Files.readString(data.resolve("nginx.log")));
        }
        return process;
    }

    private static List<Long> family(long master) {
        List<Long> all = new ArrayList<>(List.of(master));
        ProcessHandle.of(master).ifPresent(process -> process.children().forEach(child -> all.add(child.pid())));
        return all;
    }
}
