package kz.qalam.core.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import kz.qalam.core.darkroom.Vault.Settings;
import kz.qalam.core.darkroom.Vault.Shelf;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class VaultTest {

    private static final byte[] PICTURE = "сурет".getBytes(UTF_8);
    private static final String DIGEST = Digests.hex(Digests.of(PICTURE));

    @TempDir
    Path folder;

    private Settings settings(URI endpoint) {
        return new Settings(folder, endpoint == null ? null : "qalam", endpoint, "us-east-1",
                endpoint == null ? null : "key", endpoint == null ? null : "secret");
    }

    private static void keepsAndGives(Vault vault) {
        assertEquals(DIGEST, vault.keep(Shelf.ORIGINALS, PICTURE));
        assertEquals(DIGEST, vault.keep(Shelf.ORIGINALS, PICTURE));
        assertArrayEquals(PICTURE, vault.fetch(Shelf.ORIGINALS, DIGEST));
        assertThrows(VaultAway.class, () -> vault.fetch(Shelf.RENDITIONS, DIGEST));
        assertThrows(IllegalArgumentException.class, () -> vault.fetch(Shelf.ORIGINALS, "../../etc/passwd"));
    }

    @Test
    void aFolderKeepsWholeFilesOrNone() throws IOException {
        try (Vault vault = settings(null).open()) {
            keepsAndGives(vault);
            Path file = folder.resolve("originals").resolve(DIGEST.substring(0, 2)).resolve(DIGEST);
            try (var files = Files.list(file.getParent())) {
                assertEquals(1, files.count());
            }
            // Torn by whatever: never given out, and mended when the same bytes come again
            Files.write(file, "сур".getBytes(UTF_8));
            assertThrows(VaultAway.class, () -> vault.fetch(Shelf.ORIGINALS, DIGEST));
            vault.keep(Shelf.ORIGINALS, PICTURE);
            assertArrayEquals(PICTURE, vault.fetch(Shelf.ORIGINALS, DIGEST));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Vault vault = new Settings(file, null, null, "", null, null).open()) {
            assertThrows(VaultAway.class, () -> vault.keep(Shelf.ORIGINALS, PICTURE));
        }
    }

    @Test
    void aBucketKeepsTheSame() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        LocalS3 storage = LocalS3.builder().port(port).mode(LocalS3Mode.IN_MEMORY).build();
        storage.start();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try (S3Client admin = S3Client.builder().region(Region.US_EAST_1).endpointOverride(endpoint)
                .forcePathStyle(true).httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build(); Vault vault = settings(endpoint).open()) {
            assertThrows(VaultAway.class, () -> vault.keep(Shelf.ORIGINALS, PICTURE), "there is no such bucket");
            admin.createBucket(bucket -> bucket.bucket("qalam"));
            keepsAndGives(vault);
        } finally {
            storage.shutdown();
        }
    }

    @Test
    void aBucketThatIsGoneKeepsNothing() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Vault vault = settings(URI.create("http://127.0.0.1:" + port)).open()) {
            VaultAway away = assertThrows(VaultAway.class, () -> vault.keep(Shelf.ORIGINALS, PICTURE));
            assertTrue(away.getMessage().startsWith("a picture could not be kept"));
        }
    }

    /** Storage that does as it is told, and may be told to behave badly. */
    private enum Mood {
        WELL,
        REFUSING,
        SLOW,
        CUT_SHORT
    }

    @Test
    void aBucketThatRefusesOrIsSlowKeepsNothingAndRecoversByItself() throws IOException {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
        HttpServer storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        storage.setExecutor(threads);
        storage.createContext("/", exchange -> answer(exchange, kept, mood.get()));
        storage.start();
        URI endpoint = URI.create("http://127.0.0.1:" + storage.getAddress().getPort());
        try (Vault vault = new BucketVault(settings(endpoint), Duration.ofMillis(800), Duration.ofSeconds(4))) {
            String digest = vault.keep(Shelf.ORIGINALS, PICTURE);
            for (Mood bad : List.of(Mood.REFUSING, Mood.SLOW, Mood.CUT_SHORT)) {
                mood.set(bad);
                assertThrows(VaultAway.class, () -> vault.fetch(Shelf.ORIGINALS, digest), bad.name());
                if (bad != Mood.CUT_SHORT) {
                    byte[] other = bad.name().getBytes(UTF_8);
                    assertThrows(VaultAway.class, () -> vault.keep(Shelf.ORIGINALS, other), bad.name());
                }
                mood.set(Mood.WELL);
                assertArrayEquals(PICTURE, vault.fetch(Shelf.ORIGINALS, digest), "after " + bad);
                assertArrayEquals(bad.name().getBytes(UTF_8),
                        vault.fetch(Shelf.ORIGINALS, vault.keep(Shelf.ORIGINALS, bad.name().getBytes(UTF_8))));
            }
        } finally {
            storage.stop(0);
            threads.shutdownNow();
        }
    }

    /** What was sent small enough to come in one signed chunk. */
    private static byte[] firstChunk(byte[] came) {
        String text = new String(came, ISO_8859_1);
        int length = Integer.parseInt(text.substring(0, text.indexOf(';')), 16);
        int from = text.indexOf("\r\n") + 2;
        return Arrays.copyOfRange(came, from, from + length);
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> kept, Mood mood) throws IOException {
        byte[] came = exchange.getRequestBody().readAllBytes();
        String place = exchange.getRequestURI().getPath();
        try (exchange) {
            if (mood == Mood.REFUSING) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (mood == Mood.SLOW) {
                Thread.sleep(2_000);
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("PUT")) {
                boolean signed = exchange.getRequestHeaders().getFirst("x-amz-content-sha256").startsWith("STREAMING");
                kept.put(place, signed ? firstChunk(came) : came);
                exchange.getResponseHeaders().add("ETag", "\"kept\"");
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            byte[] bytes = kept.get(place);
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes, 0, mood == Mood.CUT_SHORT ? bytes.length / 2 : bytes.length);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
