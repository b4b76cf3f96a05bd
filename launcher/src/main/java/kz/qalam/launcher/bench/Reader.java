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

    record Page(int status, String text, String tag) {}

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final String site;

    Reader(House house) {
        this.site = house.site();
    }

    Page get(String path) throws IOException, InterruptedException {
        return get(path, "");
    }

    /** @param tag of the page as it was read before, or nothing; the answer is 304 while it is the same */
    private Page get(String path, String tag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(10));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Page(response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(""));
    }

    /** Asks, as programs that read feeds do, for what has changed, until the page says it; @return the time at which it did, as {@link System#nanoTime} counts */
    long waitFor(String path, String word, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        String tag = "";
        while (System.nanoTime() < end) {
            try {
                Page page = get(path, tag);
                if (page.status() == 200 && page.text().contains(word)) {
                    return System.nanoTime();
                }
                tag = page.tag();
            } catch (IOException down) {
                // a part that was killed comes back; the caller says how long that may take
                Thread.sleep(50);
            }
            Thread.sleep(2);
        }
        throw new IOException("not readable after " + most + ": " + path);
    }
}
