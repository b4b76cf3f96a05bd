package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A reader of the public site. */
final class Reader {

    record Page(int status, String text) {}

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final String site;

    Reader(House house) {
        this.site = house.site();
    }

    Page get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(10)).build(),
                BodyHandlers.ofString());
        return new Page(response.statusCode(), response.body());
    }

    /** Asks until the page says it; @return the time at which it did, as {@link System#nanoTime} counts */
    long waitFor(String path, String word, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end) {
            try {
                Page page = get(path);
                if (page.status() == 200 && page.text().contains(word)) {
                    return System.nanoTime();
                }
            } catch (IOException down) {
                // a part that was killed comes back; the caller says how long that may take
                Thread.sleep(50);
            }
            Thread.sleep(2);
        }
        throw new IOException("not readable after " + most + ": " + path);
    }
}
