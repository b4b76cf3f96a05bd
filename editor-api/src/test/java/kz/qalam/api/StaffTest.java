package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** Who asks, who works here, and the desks, over HTTP. */
@QuarkusTest
class StaffTest {

    @Inject
    People people;

    @Test
    void takesANewcomerOnWithTheRealmsRoles() {
        String subject = UUID.randomUUID().toString();
        Client newcomer = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(subject, "aigul", "Айгүл Сәрсен", "author", "admin", "offline_access"));
        Json.same(
                """
                        {"id":"«id»","username":"aigul","name":"Айгүл Сәрсен","suspended":false,"memberships":[
                          {"desk":{"id":"01931000-0000-7000-8000-000000000001","slug":"news","name":"Жаңалықтар"},"role":"AUTHOR"},
                          {"desk":null,"role":"ADMIN"}]}""",
                newcomer.get("/me").expect(200).json());
        Client later = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(subject, "aigul", "Айгүл Сәрсен", "publisher"));
        assertEquals(2, later.get("/me").json().at("/memberships").size(), "the realm's roles seed a newcomer only");
    }

    @Test
    void followsTheNamesOfTheAccountAndNoOlderToken() {
        String subject = UUID.randomUUID().toString();
        Client before = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(subject, "gulnar" + subject, "Гүлнар Сейіт", 100));
        before.get("/me").expect(200);
        Client married = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(subject, "gulnar" + subject, "Гүлнар Ахмет", 10));
        assertEquals("Гүлнар Ахмет", married.get("/me").expect(200).text("/name"));
        assertEquals("Гүлнар Ахмет", before.get("/me").expect(200).text("/name"), "an old token renames nobody");
        Client nameless = Client.stranger().with("Authorization", "Bearer " + TestKeys.token(subject, null, null, 0));
        assertEquals("Гүлнар Ахмет", nameless.get("/me").expect(200).text("/name"));
        assertEquals("Гүлнар Сейіт (gulnar%s)".formatted(subject), Client.of(people.admin())
                .get("/trail?act=person.renamed&who=gulnar" + subject).expect(200).text("/items/0/details/from"));
    }

    @Test
    void takesANewcomerOnOnceHoweverManyRequestsComeAtOnce() {
        String subject = UUID.randomUUID().toString();
        Client newcomer = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(subject, "bolat", "Болат", "author"));
        List<CompletableFuture<Answer>> asking = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asking.add(CompletableFuture.supplyAsync(() -> newcomer.get("/me").expect(200)));
        }
        assertEquals(1, asking.stream().map(each -> each.join().body()).distinct().count());
    }

    @Test
    @TestSecurity(user = "dana", roles = {"editor", "guest"}, attributes = {
            @SecurityAttribute(key = "sub", value = "01931000-1111-7000-8000-00000000da2a"),
            @SecurityAttribute(key = "name", value = "Дана Омар")})
    void knowsAnIdentityWithoutAToken() {
        Json.same(
                """
                        {"id":"«id»","username":"dana","name":"Дана Омар","suspended":false,"memberships":[
                          {"desk":{"id":"01931000-0000-7000-8000-000000000001","slug":"news","name":"Жаңалықтар"},"role":"EDITOR"}]}""",
                Client.stranger().get("/me").expect(200).json());
    }

    @Test
    void takesALongNameWithoutFailing() {
        Client newcomer = Client.stranger().with("Authorization",
                "Bearer " + TestKeys.token(UUID.randomUUID().toString(), "uzaq", "Ә".repeat(600)));
        assertEquals(255, newcomer.get("/me").expect(200).text("/name").length());
    }

    @Test
    void givesAndTakesRolesAtOnce() {
        Desk desk = people.desk();
        Someone person = people.nobody();
        Client admin = Client.of(people.admin());
        Client member = Client.of(person);
        member.post("{\"copy\":{\"headline\":\"А\"}}", "/articles").expect(403);
        admin.put("", "/staff/%s/memberships/author?desk=%s", person.id(), desk.slug()).expect(204);
        admin.put("", "/staff/%s/memberships/AUTHOR?desk=%s", person.id(), desk.id()).expect(204);
        member.post("{\"copy\":{\"headline\":\"А\"}}", "/articles").expect(201);
        admin.delete("/staff/%s/memberships/AUTHOR?desk=%s", person.id(), desk.id()).expect(204);
        admin.delete("/staff/%s/memberships/AUTHOR?desk=%s", person.id(), desk.id()).expect(204);
        member.post("{\"copy\":{\"headline\":\"А\"}}", "/articles").expect(403);
        admin.put("", "/staff/%s/memberships/ADMIN", person.id()).expect(204);
        assertEquals("ADMIN", member.get("/me").text("/memberships/0/role"));
    }

    @Test
    void refusesAppointmentsThatMakeNoSense() {
        Desk desk = people.desk();
        Someone person = people.nobody();
        Client admin = Client.of(people.admin());
        admin.put("", "/staff/%s/memberships/AUTHOR", person.id()).expect(422);
        admin.put("", "/staff/%s/memberships/ADMIN?desk=%s", person.id(), desk.slug()).expect(422);
        admin.put("", "/staff/%s/memberships/KING?desk=%s", person.id(), desk.slug()).expect(404);
        admin.put("", "/staff/%s/memberships/AUTHOR?desk=no-such-desk", person.id()).expect(404);
        admin.put("", "/staff/%s/memberships/AUTHOR?desk=%s", UUID.randomUUID(), desk.slug()).expect(404);
        admin.put("", "/staff/not-a-person/memberships/AUTHOR?desk=%s", desk.slug()).expect(404);
    }

    @Inject
    TestAccounts accounts;

    @Test
    void takesSomeoneOnWithAKazakhName() {
        Desk desk = people.desk();
        Client admin = Client.of(people.admin());
        String username = "a" + UUID.randomUUID().toString().substring(0, 8);
        Answer invited = admin.post(
                "{\"username\":\"%s\",\"name\":\"Әнуар Құдайбергенұлы\",\"memberships\":[{\"desk\":\"%s\",\"role\":\"EDITOR\"}]}"
                        .formatted(username, desk.slug()),
                "/staff").expect(201);
        assertEquals("Әнуар Құдайбергенұлы", invited.text("/name"));
        assertEquals(16, invited.text("/temporaryPassword").length());
        assertEquals("/username", admin.post("{\"username\":\"%s\",\"name\":\"Басқа\"}".formatted(username), "/staff")
                .expect(422).text("/problems/0/pointer"));
        for (String bad : List.of("{\"username\":\"Әнуар\",\"name\":\"Ә\"}",
                "{\"username\":\"ok-name\",\"name\":\" \"}",
                "{\"username\":\"ok-name\",\"name\":\"Ә\",\"memberships\":[{\"role\":\"EDITOR\"}]}")) {
            admin.post(bad, "/staff").expect(422);
        }
    }

    @Test
    void nothingIsHalfDoneWhileKeycloakIsAway() {
        Client admin = Client.of(people.admin());
        Someone person = people.at(people.desk(), Role.AUTHOR);
        String username = "b" + UUID.randomUUID().toString().substring(0, 8);
        String invitation = "{\"username\":\"%s\",\"name\":\"Жаңа\"}".formatted(username);
        accounts.setAway(true);
        try {
            assertEquals("/problems/accounts-away", admin.post(invitation, "/staff").expect(503).text("/type"));
            Json.same("{\"suspended\":true,\"accountClosed\":false}",
                    admin.put("", "/staff/%s/suspension", person.id()).expect(200).json());
            assertEquals("/problems/suspended", Client.of(person).get("/me").expect(403).text("/type"));
            admin.delete("/staff/%s/suspension", person.id()).expect(503);
            Client.of(person).get("/me").expect(403);
        } finally {
            accounts.setAway(false);
        }
        admin.post(invitation, "/staff").expect(201);
        admin.delete("/staff/%s/suspension", person.id()).expect(200);
        assertEquals("AUTHOR", Client.of(person).get("/me").expect(200).text("/memberships/0/role"));
    }

    @Test
    void listsEveryonePageByPage() {
        Desk desk = people.desk();
        Someone person = people.at(desk, Role.EDITOR, Role.REVIEWER);
        Client admin = Client.of(people.admin());
        int seen = 0;
        JsonNode found = null;
        String path = "/staff?size=7";
        while (path != null) {
            Answer part = admin.get(path).expect(200);
            for (JsonNode each : part.json().at("/items")) {
                seen++;
                found = each.at("/id").asText().equals(person.id().toString()) ? each : found;
            }
            path = part.json().at("/next").isNull() ? null : "/staff?size=7&cursor=" + part.text("/next");
        }
        assertEquals(true, seen > 2);
        Json.same("""
                {"id":"%1$s","username":"%2$s","name":"%3$s","suspended":false,"memberships":[
                  {"desk":{"id":"%4$s","slug":"%5$s","name":"%6$s"},"role":"EDITOR"},
                  {"desk":{"id":"%4$s","slug":"%5$s","name":"%6$s"},"role":"REVIEWER"}]}""".formatted(person.id(),
                person.username(), person.name(), desk.id(), desk.slug(), desk.name()), found);
        admin.get("/staff?cursor=x").expect(422);
    }

    @Test
    void startsADeskAndChangesIt() {
        Client admin = Client.of(people.admin());
        UUID id = UUID.randomUUID();
        String slug = "madeniet-" + id.toString().substring(0, 8);
        Json.same(
                """
                        {"id":"%s","slug":"%s","name":"Мәдениет","publishes":"ON_APPROVAL","required":["headline"],"advised":[],"settled":[],"closed":false}"""
                        .formatted(id, slug),
                admin.put("{\"slug\":\"" + slug + "\",\"name\":\"Мәдениет\"}", "/desks/%s", id).expect(200).json());
        String changed = """
                {"id":"%s","slug":"%s","name":"Мәдениет пен өнер","publishes":"BY_PUBLISHER","required":["headline","lead"],"advised":["source"],"settled":[],"closed":false}"""
                .formatted(id, slug);
        Json.same(changed, admin.put(
                "{\"slug\":\"" + slug
                        + "\",\"name\":\"Мәдениет пен өнер\",\"publishes\":\"BY_PUBLISHER\",\"required\":[\"headline\",\"lead\"],\"advised\":[\"source\"]}",
                "/desks/%s", id).expect(200).json());
        JsonNode listed = null;
        for (JsonNode each : admin.get("/desks").expect(200).json().at("/items")) {
            listed = each.at("/id").asText().equals(id.toString()) ? each : listed;
        }
        Json.same(changed, listed);
    }

    @Test
    void refusesDesksThatAreNone() {
        Client admin = Client.of(people.admin());
        for (List<String> bad : List.of(List.of("/slug", "{\"slug\":\"Бөлім\",\"name\":\"Б\"}"),
                List.of("/slug", "{\"slug\":\"news\",\"name\":\"Б\"}"), List.of("/slug", "{\"name\":\"Б\"}"),
                List.of("/name", "{\"slug\":\"b\"}"), List.of("/name", "{\"slug\":\"b\",\"name\":\" \"}"),
                List.of("/name", "{\"slug\":\"b\",\"name\":\"" + "а".repeat(101) + "\"}"),
                List.of("/name", "{\"slug\":\"b\",\"name\":\"\\u0000\"}"),
                List.of("/required", "{\"slug\":\"b\",\"name\":\"Б\",\"required\":[\"truth\"]}"),
                List.of("/required", "{\"slug\":\"b\",\"name\":\"Б\",\"required\":\"lead\"}"),
                List.of("/required", "{\"slug\":\"b\",\"name\":\"Б\",\"required\":[null]}"),
                List.of("/publishes", "{\"slug\":\"b\",\"name\":\"Б\",\"publishes\":\"NEVER\"}"))) {
            Answer refused = admin.put(bad.get(1), "/desks/%s", UUID.randomUUID());
            assertEquals(422, refused.status(), bad + " " + refused);
            assertEquals(bad.get(0), refused.text("/problems/0/pointer").replaceAll("/-$", ""), bad.toString());
        }
    }
}
