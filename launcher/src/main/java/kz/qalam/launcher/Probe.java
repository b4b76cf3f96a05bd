package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Asks a part whether it answers.
 *
 * @param url an http address that answers 200 when the part is ready, or a jdbc address
 * @param user with which to ask a database; empty elsewhere
 */
record Probe(String url, String user, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    static Probe http(String url) {
        return new Probe(url, "", "");
    }

    boolean answers() {
        return url.startsWith("jdbc:") ? databaseAnswers() : pageAnswers();
    }

    private boolean pageAnswers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = Databases.connect(url, user, password, PATIENCE);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return true;
        } catch (SQLException e) {
            // «Wrong password» is an answer too: status may be asked from a shell that has none.
            return password.isEmpty() && String.valueOf(e.getSQLState()).startsWith("28");
        }
    }
}
