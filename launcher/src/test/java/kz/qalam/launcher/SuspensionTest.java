package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

/** Someone is taken on, shut out and brought back, by the newsroom's service account in a real Keycloak. */
class SuspensionTest {

    private static final String CHOSEN = "Ozim-tandagan-qupiia-soz-1";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private final Looking looking = new Looking(browsing);

    @Test
    void comesIsShutOutAndComesBack() {
        String username = "tilshi" + System.nanoTime();
        JsonNode invited = browsing.json("admin", "POST", "/staff", """
                {"username":"%s","name":"Әйгерім Ғабитқызы","email":"%s@example.kz",
                 "memberships":[{"desk":"news","role":"AUTHOR"}]}""".formatted(username, username));
        String person = invited.path("id").asText();

        Page page = browsing.page(browsing.desktop());
        logsIn(page, username, invited.path("temporaryPassword").asText());
        page.locator("#password-new").fill(CHOSEN);
        page.locator("#password-confirm").fill(CHOSEN);
        page.locator("input[type=submit], button[type=submit]").first().click();
        page.waitForURL(url -> url.startsWith(browsing.house.newsroomUrl()));
        assertEquals(200, page.navigate(browsing.house.newsroomUrl() + "/stories").status());
        assertTrue(page.locator("body").innerText().contains("Әйгерім Ғабитқызы"), "called as invited");

        JsonNode suspended = browsing.json("admin", "PUT", "/staff/" + person + "/suspension", "");
        assertTrue(suspended.path("accountClosed").asBoolean(), "Keycloak closed the account: " + suspended);
        for (String path : List.of("/", "/stories", "/stories/new", "/pictures")) {
            assertEquals(403, page.navigate(browsing.house.newsroomUrl() + path).status(),
                    "shut out with the very next request, session or not: " + path);
        }
        for (String language : List.of("kk", "ru", "en")) {
            page.context().addCookies(List.of(new Cookie("qalam-lang", language).setUrl(browsing.house.newsroomUrl())));
            page.navigate(browsing.house.newsroomUrl() + "/stories");
            looking.picture(page, "suspended-" + language);
            looking.width(page, language);
            looking.violations(page, language);
        }
        looking.none();
        Page elsewhere = browsing.page(browsing.phone());
        logsIn(elsewhere, username, CHOSEN);
        elsewhere.locator(".kc-feedback-text, #input-error, [role=alert], .alert-error, .pf-m-error").first().waitFor();
        assertFalse(elsewhere.url().startsWith(browsing.house.newsroomUrl()), "no other session begins");

        assertFalse(browsing.json("admin", "DELETE", "/staff/" + person + "/suspension", "").path("suspended")
                .asBoolean());
        Page back = browsing.page(browsing.desktop());
        logsIn(back, username, CHOSEN);
        back.waitForURL(url -> url.startsWith(browsing.house.newsroomUrl()));
        assertEquals(200, back.navigate(browsing.house.newsroomUrl() + "/stories/new").status(),
                "with the roles that they had");
    }

    /** It leaves an account that is closed, of someone who is not suspended. */
    @Test
    void anInvitationThatBrokeOffAtItsEndIsCompletedByTheSameAgain() throws SQLException {
        String username = "keiin" + System.nanoTime();
        String invitation = """
                {"username":"%s","name":"Дәурен Қалиұлы","email":"%s@example.kz",
                 "memberships":[{"desk":"news","role":"AUTHOR"}]}""".formatted(username, username);
        String person = browsing.json("admin", "POST", "/staff", invitation).path("id").asText();
        assertEquals(422, browsing.api("admin", "POST", "/staff", invitation).statusCode(), "the account is open");
        browsing.json("admin", "PUT", "/staff/" + person + "/suspension", "");
        assertEquals(422, browsing.api("admin", "POST", "/staff", invitation).statusCode(), "suspended");
        try (Connection database = browsing.house.database(Settings.Role.OWNER);
                PreparedStatement back = database.prepareStatement(
                        "update newsroom.person set suspended_at = null, suspended_by = null where id = ?::uuid")) {
            back.setString(1, person);
            assertEquals(1, back.executeUpdate());
        }
        JsonNode again = browsing.json("admin", "POST", "/staff", invitation);
        assertEquals(person, again.path("id").asText());
        Page page = browsing.page(browsing.desktop());
        logsIn(page, username, again.path("temporaryPassword").asText());
        page.locator("#password-new").waitFor();
    }

    /** The account is left of an invitation whose answer was lost; its admin has seen the slip since, and has no address. */
    @Test
    void whomAnEarlierInvitationCalledOtherwiseIsCalledAsInvited() throws IOException {
        String username = "qaita" + System.nanoTime();
        String keycloak = browsing.house.keycloakUrl();
        String token = Token.asking(keycloak + "/realms/master", "admin-cli", "qalam-launcher",
                browsing.house.secrets().of("keycloak-admin"));
        String users = keycloak + "/admin/realms/qalam-demo/users";
        ObjectNode left = Json.object().put("username", username).put("firstName", "Айгул").put("lastName", "Серик")
                .put("email", username + "@qate.kz").put("emailVerified", true).put("enabled", false);
        assertEquals(201, Http.send(HttpRequest.newBuilder(URI.create(users)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(left.toString()))).status());
        browsing.json("admin", "POST", "/staff", """
                {"username":"%s","name":"Айгүл Серік","memberships":[]}""".formatted(username));
        JsonNode found = Http.json(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + username))
                .header("Authorization", "Bearer " + token).GET()).path(0);
        assertEquals("Айгүл Серік",
                found.path("firstName").asText() + " " + found.path("lastName").asText(), found.toString());
        assertEquals("", found.path("email").asText(""), found.toString());
        assertTrue(found.path("enabled").asBoolean(), found.toString());
    }

    private static void logsIn(Page page, String username, String password) {
        page.navigate(browsing.house.newsroomUrl() + "/stories");
        Browsing.logsIn(page, username, password);
    }
}
