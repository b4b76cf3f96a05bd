package kz.qalam.publishing.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

/** nginx, told by the folder itself, hands out what this house would. */
class WebServerTest {
    private static final String LONG = "<p>" + "мәтін ".repeat(200) + "</p></html>\n";

    @TempDir
    Path place;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void nginxServesTheFolder() throws Exception {
        var folder = Folder.open(place.resolve("site"), () -> {}, file -> {});
        Map.of("/tag/zhana/index.html", LONG, "/tag/zhana/feed.xml", LONG, "/latn/tag/zhana/1/index.html", LONG,
                "/latn/2026/11/25/alyndy/index.410.html", "alyndy", "/arab/2026/11/25/alyndy/index.410.html", "الىندى",
                "/arab/404.html", "جوق بەت", "/2026/11/25/alyndy-ru/index.410.html", "снят", "/-/media/0123.webp",
                "webp", "/latn/feed.xml", "<rss></rss>")
                .forEach((path, text) -> folder.put(Printed.list(path, text.getBytes(UTF_8), 1)));
        Map.of("/index.html", "басты бет", "/404.html", "жоқ бет", "/2026/11/25/bar/index.html", LONG,
                "/2026/11/25/alyndy/index.410.html", "алынды", "/feed.xml", "<rss></rss>",
                "/-/assets/site.abc.css", "p{}", "/latn/2026/11/25/bar/index.html", LONG,
                "/latn/404.html", "joq bet", "/2026/11/25/bir/index.html", "один раз")
                .forEach((path, text) -> folder.put(Printed.list(path, text.getBytes(UTF_8), 1)));
        folder.note(Layout.GONE, "/2026/11/25/alyndy/ 1;\n/2026/11/25/alyndy-ru/ 1;\n/latn/2026/11/25/alyndy/ 1;\n"
                .getBytes(UTF_8));
        folder.note(Layout.MOVED, """
                /2026/11/25/eski/ /2026/11/25/bar/;
                /tag/eski/ /tag/zhana/;
                /tag/eski/feed.xml /tag/zhana/feed.xml;
                /latn/tag/eski/1/ /latn/tag/zhana/1/;
                """.getBytes(UTF_8));
        folder.note(WebServer.MAPS, WebServer.maps(folder.place()));
        folder.note(WebServer.SERVER, WebServer.server(folder.place()));
        while (folder.press()) {
            continue;
        }
        folder.seal();
        // What docs/site.md tells operators to hand on to the site's process
        String handedOn;
        try (var lines = Files.lines(Path.of("../docs/site.md"))) {
            handedOn = lines.filter(line -> line.strip().startsWith("location ")).collect(Collectors.joining("\n"));
        }
        running("""
                access_log off;
                include %1$s/site/.qalam/nginx-maps.conf;
                server {
                  listen 443 ssl;
                  include %1$s/site/.qalam/nginx-server.conf;
                  %2$s
                }
                """.formatted(place, handedOn), () -> {
            check();
            checkWhatIsHandedOn();
        });
    }

    /** As docs/operations.md has it for the newsroom: what is sought, or a piece of a draft, is in no log. */
    @Test
    void nginxHandsTheNewsroomOnAndLogsNoWordOfIt() throws Exception {
        var text = Files.readString(Path.of("../docs/operations.md"));
        var begin = text.indexOf("```nginx\n") + 9;
        running(text.substring(begin, text.indexOf("```", begin)), () -> {
            assertEquals("/stories?q=qupia", new String(get("/stories?q=qupia").body(), UTF_8));
            var log = place.resolve("desk.log");
            for (int i = 0; i < 200 && !Files.readString(log).contains("/stories"); i++) {
                Thread.sleep(50);
            }
            assertTrue(Files.readString(log).contains(" GET /stories 200 "), Files.readString(log));
            assertFalse(Files.readString(log).contains("qupia"), Files.readString(log));
        });
    }

    private interface Check {
        void run() throws Exception;
    }

    /** With what the documentation says, on a port of ours, before an application that says what it was asked. */
    private void running(String documented, Check check) throws Exception {
        var nginx = Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx").map(Path::of)
                .filter(Files::isExecutable).findFirst();
        assumeTrue(nginx.isPresent(), "nginx is not installed (Debian and Ubuntu: apt-get install nginx-light)");
        var site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", asked -> {
            var bytes = asked.getRequestURI().toString().getBytes(UTF_8);
            asked.sendResponseHeaders(200, bytes.length);
            asked.getResponseBody().write(bytes);
            asked.close();
        });
        site.start();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // As root, nginx's workers are another's: they have to be let in, as everywhere.
        for (var up = place; up != null && up.startsWith("/tmp/"); up = up.getParent()) {
            up.toFile().setExecutable(true, false);
        }
        var here = documented.lines().filter(line -> !line.strip().startsWith("ssl_"))
                .map(line -> line.replace("listen 443 ssl", "listen 127.0.0.1:" + port)
                        .replaceFirst("127\\.0\\.0\\.1:80[89]0", "127.0.0.1:" + site.getAddress().getPort())
                        .replace("/var/log/nginx/", place + "/"))
                .collect(Collectors.joining("\n"));
        var conf = Files.writeString(place.resolve("nginx.conf"), """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { }
                http {
                  include /etc/nginx/mime.types;
                  %2$s
                }
                """.formatted(place, here));
        var process = new ProcessBuilder(nginx.get().toString(), "-c", conf.toString(), "-e",
                place.resolve("error.log").toString()).redirectErrorStream(true)
                .redirectOutput(place.resolve("out").toFile()).start();
        try {
            await(process);
            check.run();
        } finally {
            site.stop(0);
            process.destroy();
            process.waitFor();
        }
    }

    private void checkWhatIsHandedOn() throws Exception {
        for (var path : new String[]{"/search?q=1", "/latn/search?q=1", "/arab/search?q=1", "/-/search?q=1",
                "/-/related?path=/", "/-/views?path=/"}) {
            assertEquals(path, new String(get(path).body(), UTF_8));
        }
    }

    private void await(Process process) throws Exception {
        for (int i = 0; i < 200; i++) {
            assertTrue(process.isAlive(), () -> {
                try {
                    return Files.readString(place.resolve("out"));
                } catch (IOException e) {
                    return e.toString();
                }
            });
            try {
                get("/");
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
    }

    private void check() throws Exception {
        var page = get("/2026/11/25/bar/");
        assertEquals(200, page.statusCode());
        assertEquals(LONG, new String(page.body(), UTF_8));
        assertEquals("text/html; charset=utf-8", header(page, "content-type"));
        assertEquals("public, max-age=0, must-revalidate", header(page, "cache-control"));
        assertTrue(header(page, "content-security-policy").startsWith("default-src 'none'"));
        assertEquals(304, get("/2026/11/25/bar/", "If-None-Match", header(page, "etag")).statusCode());
        var zipped = get("/2026/11/25/bar/", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(zipped, "content-encoding"));
        assertEquals(LONG, new String(Pressed.GZIP.unfold(zipped.body(), 100_000), UTF_8));

        assertEquals("/2026/11/25/bar/", header(get("/2026/11/25/bar"), "location"));
        var moved = get("/2026/11/25/eski/");
        assertEquals(301, moved.statusCode());
        assertEquals("/2026/11/25/bar/", header(moved, "location"));
        var gone = get("/2026/11/25/alyndy/");
        assertEquals(410, gone.statusCode());
        assertEquals("алынды", new String(gone.body(), UTF_8));
        for (var path : new String[]{"/zhoq/", "/zhoq", "/2026/11/25/bar/index.html", "/2026/11/25/bar/index.html.gz",
                "/2026/11/25/alyndy/index.410.html", "/.qalam/manifest", "/2026/11/25/alyndy/index.html"}) {
            var absent = get(path);
            assertEquals(404, absent.statusCode(), path);
            assertEquals("жоқ бет", new String(absent.body(), UTF_8), path);
        }
        assertEquals(200, get("/latn/2026/11/25/bar/").statusCode());
        assertEquals("joq bet", new String(get("/latn/zhoq/").body(), UTF_8));
        assertEquals(404, get("/latn/404.html").statusCode());
        assertEquals("/2026/11/25/bir/", header(get("/latn/2026/11/25/bir/"), "location"));
        assertEquals("/2026/11/25/alyndy-ru/", header(get("/arab/2026/11/25/alyndy-ru/"), "location"));
        assertEquals("/2026/11/25/alyndy/", header(get("/2026/11/25/alyndy"), "location"));
        for (var one : Map.of("/latn", "alyndy", "/arab", "الىندى").entrySet()) {
            var notice = get(one.getKey() + "/2026/11/25/alyndy/");
            assertEquals(410, notice.statusCode(), one.getKey());
            assertEquals(one.getValue(), new String(notice.body(), UTF_8));
        }
        assertEquals("جوق بەت", new String(get("/arab/zhoq/feed.xml").body(), UTF_8));
        for (var one : Map.of("/tag/eski/", "/tag/zhana/", "/tag/eski/feed.xml", "/tag/zhana/feed.xml",
                "/latn/tag/eski/1/", "/latn/tag/zhana/1/").entrySet()) {
            var left = get(one.getKey());
            assertEquals(301, left.statusCode(), one.getKey());
            assertEquals(one.getValue(), header(left, "location"));
        }
        for (var path : new String[]{"/tag/zhana/", "/tag/zhana/feed.xml", "/latn/2026/11/25/bar/"}) {
            var twin = get(path, "Accept-Encoding", "gzip");
            assertEquals("gzip", header(twin, "content-encoding"), path);
            assertEquals("Accept-Encoding", header(twin, "vary"), path);
            assertEquals(LONG, new String(Pressed.GZIP.unfold(twin.body(), 100_000), UTF_8), path);
        }
        assertEquals("public, max-age=31536000, immutable", header(get("/-/media/0123.webp"), "cache-control"));
        assertEquals("application/rss+xml; charset=utf-8", header(get("/feed.xml"), "content-type"));
        assertEquals("public, max-age=31536000, immutable", header(get("/-/assets/site.abc.css"), "cache-control"));
    }
}
