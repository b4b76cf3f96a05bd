package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code start --no-demo}: a newsroom without accounts that everyone knows. */
class RealNewsroomTest {

    @Test
    void startsWithoutDemoAndWithOneAdmin() throws IOException {
        try (House house = new House(Map.of(), "--no-demo")) {
            house.start();
            Matcher admin = Pattern.compile("Бірінші әкімші: admin\n  Уақытша құпиясөзі: (\\S{43})\n")
                    .matcher(house.said());
            assertTrue(admin.find(), house.said());
            assertFalse(house.said().contains("author"));
            assertFalse(Files.exists(house.data().resolve("secrets/first-admin")), "told once, kept nowhere");

            House.Answer token = house.run("token", "author");
            assertEquals(1, token.exit());
            assertEquals("Токен сынақ тіркелгілеріне ғана беріледі, ал қазір нағыз редакция іске қосылған.",
                    token.err().strip());
            assertEquals("Сынақтан тыс жерде кіру токені керек: оны QALAM_TOKEN арқылы көрсетіңіз.",
                    house.run("import", "a.txt").err().strip());

            String keycloak = Token.asking(house.keycloakUrl() + "/realms/master", "admin-cli", "qalam-launcher",
                    house.secrets().of("keycloak-admin"));
            JsonNode realm = admin(house, keycloak, "");
            assertTrue(realm.path("bruteForceProtected").asBoolean());
            assertEquals("kk", realm.path("defaultLocale").asText());
            assertFalse(realm.path("registrationAllowed").asBoolean());
            JsonNode users = admin(house, keycloak, "/users");
            assertEquals(1, users.size(), users.toString());
            assertEquals("admin", users.get(0).path("username").asText());
            assertEquals("[\"UPDATE_PASSWORD\"]", users.get(0).path("requiredActions").toString());
            for (JsonNode client : admin(house, keycloak, "/clients")) {
                String id = client.path("clientId").asText();
                if (id.startsWith("qalam")) {
                    assertFalse(client.path("directAccessGrantsEnabled").asBoolean(), "no password grant");
                    if (id.equals("qalam-staff")) {
                        assertFalse(client.path("standardFlowEnabled").asBoolean(), "nobody logs in through it");
                    } else {
                        assertEquals("qalam-newsroom", id);
                        assertEquals("S256", client.path("attributes").path("pkce.code.challenge.method").asText());
                    }
                }
            }

            assertEquals(0, house.stop());
            House.Answer demo = house.runAsTyped("start", "--data", house.data().toString());
            assertEquals(1, demo.exit());
            assertEquals(house.data()
                    + " бумасында нағыз редакция жұмыс істейді, сынақты онда іске қосуға болмайды. --no-demo деп "
                    + "жазыңыз немесе --data арқылы басқа буманы көрсетіңіз.", demo.err().strip());
        }
    }

    private static JsonNode admin(House house, String token, String path) throws IOException {
        return Http.json(HttpRequest.newBuilder(URI.create(house.keycloakUrl() + "/admin/realms/qalam" + path))
                .header("Authorization", "Bearer " + token).GET());
    }
}
