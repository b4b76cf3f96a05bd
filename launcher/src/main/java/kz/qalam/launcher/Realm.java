package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Our realm in Keycloak: realm.json, and what a demo (realm-demo.json) or a real newsroom (realm-newsroom.json) adds to it. */
record Realm(Settings settings, String clientSecret) {

    private static final String CLIENT = "qalam-newsroom";

    /**
     * What Keycloak takes in at its first start.
     *
     * @param firstPassword of the accounts, until they choose another; empty in a demo, where the password is the name
     */
    ObjectNode description(Optional<String> firstPassword) {
        ObjectNode realm = Json.resource("realm.json").deepCopy();
        JsonNode more = Json.resource(settings.demo() ? "realm-demo.json" : "realm-newsroom.json");
        realm.setAll((ObjectNode) more.path("realm"));
        realm.put("realm", settings.realm());
        ArrayNode clients = realm.withArray("clients");
        more.path("clients").forEach(clients::add);
        for (JsonNode client : clients) {
            if (client.path("clientId").asText().equals(CLIENT)) {
                fit((ObjectNode) client);
            }
        }
        ArrayNode users = realm.putArray("users");
        for (JsonNode one : more.path("users")) {
            ObjectNode user = users.addObject().setAll((ObjectNode) one);
            String name = user.path("username").asText();
            user.put("enabled", true);
            user.withArray("realmRoles").add("default-roles-" + settings.realm());
            user.putArray("credentials").addObject().put("type", "password").put("value", firstPassword.orElse(name))
                    .put("temporary", firstPassword.isPresent());
            if (settings.demo()) {
                // Without an address Keycloak would ask for one at the first log-in.
                user.put("email", name + "@qalam.example").put("emailVerified", true);
            }
        }
        return realm;
    }

    /** Gives the newsroom's client today's addresses and secret. */
    private void fit(ObjectNode client) {
        ArrayNode redirects = client.putArray("redirectUris");
        ArrayNode origins = client.putArray("webOrigins");
        for (String url : newsroomUrls()) {
            redirects.add(url + "/*");
            origins.add(url);
        }
        client.put("secret", clientSecret);
        client.put("baseUrl", settings.newsroomUrl());
    }

    private Set<String> newsroomUrls() {
        int port = settings.port(Settings.Port.NEWSROOM);
        Set<String> urls = new LinkedHashSet<>();
        urls.add(settings.newsroomUrl());
        if (settings.onLoopback()) {
            urls.add("http://127.0.0.1:" + port);
            urls.add("http://localhost:" + port);
        }
        return urls;
    }

    /** Fits a realm that is there already: ports may have moved since. Returns whether Keycloak let us. */
    boolean align(String admin, String password) {
        try {
            String token = Token.asking(settings.keycloakUrl() + "/realms/master", "admin-cli", admin, password);
            String clients = settings.keycloakUrl() + "/admin/realms/" + settings.realm() + "/clients";
            JsonNode found = Http.json(authorized(token, clients + "?clientId=" + CLIENT).GET());
            if (found.size() != 1) {
                return false;
            }
            ObjectNode client = (ObjectNode) found.get(0);
            ObjectNode fitted = client.deepCopy();
            fit(fitted);
            if (!fitted.equals(client)) {
                Http.json(authorized(token, clients + "/" + client.path("id").asText())
                        .PUT(HttpRequest.BodyPublishers.ofString(fitted.toString())));
            }
            return true;
        } catch (IOException | Trouble refused) {
            return false;
        }
    }

    private static HttpRequest.Builder authorized(String token, String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).header("Content-Type",
                "application/json");
    }
}
