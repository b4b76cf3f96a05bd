package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone at the desk's pages: logged in through Keycloak's own form, as a browser would be. */
final class Shift {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    /** Browsers give cookies marked Secure back to a loopback address, as Keycloak expects; CookieManager would not. */
    private static final class Loopback extends CookieManager {

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Loopback()).followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final String newsroom;

    Shift(House house, String user) throws IOException, InterruptedException {
        this.newsroom = house.newsroom();
        String form = client.send(HttpRequest.newBuilder(URI.create(newsroom + "/")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        Matcher action = FORM.matcher(form);
        if (!action.find()) {
            throw new IOException("no log-in form");
        }
        String body = "username=" + user + "&password=" + URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpResponse<String> desk = client.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (desk.statusCode() != 200 || !desk.uri().toString().startsWith(newsroom)) {
            throw new IOException("not logged in: " + desk.statusCode() + " " + desk.uri().getPath());
        }
    }

    /** The page's text and how many milliseconds it took to come, complete. */
    double read(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(newsroom + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        double took = (System.nanoTime() - begun) / 1e6;
        if (page.statusCode() != 200 || page.body().contains("kc-form-login")) {
            throw new IOException(path + " answered " + page.statusCode());
        }
        return took;
    }
}
