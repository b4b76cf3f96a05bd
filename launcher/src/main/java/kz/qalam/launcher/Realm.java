package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Our realm in Keycloak: realm.json, and what a demo (realm-demo.json) or a real newsroom (realm-newsroom.json) adds to it. */
record Realm(Settings settings, String clientSecret, String staffSecret) {

    private static final String CLIENT = "qalam-newsroom";

    /** The newsroom's service account for people's accounts: it manages users, and nothing else. */
    private static final String STAFF = "qalam-staff";
    private static final List<String> STAFF_ROLES = List.of("manage-users", "view-users", "query-users");

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
        clients.add(staffClient());
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
        ObjectNode staff = users.addObject().put("username", "service-account-" + STAFF).put("enabled", true)
                .put("serviceAccountClientId", STAFF);
        ArrayNode roles = staff.putObject("clientRoles").putArray("realm-management");
        STAFF_ROLES.forEach(roles::add);
        return realm;
    }

    private ObjectNode staffClient() {
        return Json.object().put("clientId", STAFF).put("name", "Qalam: accounts").put("protocol", "openid-connect")
                .put("publicClient", false).put("clientAuthenticatorType", "client-secret").put("secret", staffSecret)
                .put("serviceAccountsEnabled", true).put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false).put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", true);
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
            alignStaff(token, clients);
            return true;
        } catch (IOException | Trouble refused) {
            return false;
        }
    }

    /** Gives a realm of before there was a service account one. */
    private void alignStaff(String token, String clients) throws IOException {
        JsonNode found = Http.json(authorized(token, clients + "?clientId=" + STAFF).GET());
        if (found.size() == 1) {
            ObjectNode client = (ObjectNode) found.get(0);
            if (!client.path("secret").asText().equals(staffSecret)) {
                Http.json(authorized(token, clients + "/" + client.path("id").asText())
                        .PUT(HttpRequest.BodyPublishers.ofString(client.put("secret", staffSecret).toString())));
            }
            return;
        }
        Http.json(authorized(token, clients).POST(HttpRequest.BodyPublishers.ofString(staffClient().toString())));
        String staff = Http.json(authorized(token, clients + "?clientId=" + STAFF).GET()).path(0).path("id").asText();
        String account = Http.json(authorized(token, clients + "/" + staff + "/service-account-user").GET()).path("id")
                .asText();
        String management = Http.json(authorized(token, clients + "?clientId=realm-management").GET()).path(0)
                .path("id").asText();
        ArrayNode roles = Json.object().putArray("roles");
        for (String role : STAFF_ROLES) {
            roles.add(Http.json(authorized(token, clients + "/" + management + "/roles/" + role).GET()));
        }
        Http.json(authorized(token, settings.keycloakUrl() + "/admin/realms/" + settings.realm() + "/users/" + account
                + "/role-mappings/clients/" + management)
                .POST(HttpRequest.BodyPublishers.ofString(roles.toString())));
    }

    private static HttpRequest.Builder authorized(String token, String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).header("Content-Type",
                "application/json");
    }
}
