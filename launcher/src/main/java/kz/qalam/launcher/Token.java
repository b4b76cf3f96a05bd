package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A demo account's access token, asked for by its password and asked for again before it runs out. */
final class Token {

    private static final String CLIENT = "qalam-cli";
    // An access token lives five minutes.
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final String realmUrl;
    private final String user;
    private String token = "";
    private long askedAt;

    private Token(String realmUrl, String user) {
        this.realmUrl = realmUrl;
        this.user = user;
    }

    /** Of a demo account, whose password is its name. */
    static Token ofDemo(String realmUrl, String user) {
        return new Token(realmUrl, user);
    }

    synchronized String get() {
        if (token.isEmpty() || System.nanoTime() - askedAt > FRESH.toNanos()) {
            token = asking(realmUrl, CLIENT, user, user);
            askedAt = System.nanoTime();
        }
        return token;
    }

    static String asking(String realmUrl, String client, String user, String password) {
        Map<String, String> form = Map.of("grant_type", "password", "client_id", client, "username", user, "password",
                password);
        String body = form.entrySet().stream().map(
                field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            Http.Answer answer = Http
                    .send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
            if (!answer.isGood()) {
                throw new Trouble("token-refused", user);
            }
            return answer.body().path("access_token").asText();
        } catch (IOException e) {
            throw new Trouble("keycloak-silent", realmUrl);
        }
    }
}
