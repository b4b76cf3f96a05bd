package kz.qalam.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** S3-compatible storage of one bucket, over a folder, that may be told to refuse or to dawdle. It asks for no signature. */
final class Bucket implements AutoCloseable {

    enum Mood {
        WELL,
        REFUSING,
        /** Answers nothing until it is well again, or at last that it could not. */
        SLOW
    }

    private static final String NAME = "suretter";
    private static final Pattern KEY = Pattern.compile("/" + NAME + "/([a-z]+/[0-9a-f]{2}/[0-9a-f]{64})");
    private static final long LONGEST_MILLIS = 30_000;

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Mood mood = Mood.WELL;

    /** @param folder that holds what is kept, each under its key */
    Bucket(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** With what a house keeps its pictures here. */
    Map<String, String> environment() {
        return Map.of("QALAM_PICTURES_BUCKET", NAME, "QALAM_PICTURES_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(), "QALAM_PICTURES_ACCESS_KEY", "drill",
                "QALAM_PICTURES_SECRET_KEY", "drill-secret");
    }

    synchronized void feels(Mood now) {
        mood = now;
        notifyAll();
    }

    /** Whether it answers as it should; waits while it dawdles. */
    private synchronized boolean isWell() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
        while (mood == Mood.SLOW && System.nanoTime() < end) {
            wait(LONGEST_MILLIS);
        }
        return mood == Mood.WELL;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] came = exchange.getRequestBody().readAllBytes();
            var key = KEY.matcher(exchange.getRequestURI().getPath());
            if (!isWell()) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!key.matches()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                keep(folder.resolve(key.group(1)), isChunked(exchange) ? joined(came) : came);
                exchange.getResponseHeaders().add("ETag", "\"kept\"");
                exchange.sendResponseHeaders(200, -1);
            } else if (Files.exists(folder.resolve(key.group(1)))) {
                byte[] kept = Files.readAllBytes(folder.resolve(key.group(1)));
                exchange.sendResponseHeaders(200, kept.length);
                exchange.getResponseBody().write(kept);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isChunked(HttpExchange exchange) {
        String digest = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        return digest != null && digest.startsWith("STREAMING");
    }

    /** What was sent in signed chunks: each has its length before it, in hex. */
    private static byte[] joined(byte[] came) {
        String text = new String(came, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = 0;
        for (int length = 1; length > 0;) {
            length = Integer.parseInt(text.substring(at, text.indexOf(';', at)), 16);
            int from = text.indexOf("\r\n", at) + 2;
            all.write(came, from, length);
            at = from + length + 2;
        }
        return all.toByteArray();
    }

    private static void keep(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path half = Files.write(file.resolveSibling(UUID.randomUUID().toString()), bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        feels(Mood.REFUSING);
        server.stop(0);
        threads.shutdownNow();
    }
}
