package kz.qalam.admin.pictures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.media.Picturing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The library of pictures, as a browser without script gets it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PictureLibraryTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    Staff staff;

    @Inject
    Picturing picturing;

    Actor other;

    @BeforeEach
    void people() {
        staff.enter("author", "author", "Айгүл Серікқызы", Set.of(Role.AUTHOR));
        other = staff.enter("other-author", "other-author", "Нұрлан Оспанов", Set.of(Role.AUTHOR));
    }

    private static Response bring(byte[] bytes, String token) {
        return given().redirects().follow(false).cookie("qalam-form", TOKEN).multiPart("form-token", token)
                .multiPart("picture", "көпір.jpg", bytes, "image/jpeg").post("/pictures");
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void aPictureIsBroughtDescribedAndFound() {
        byte[] photo = Photos.jpeg(420, 280, 700_001);
        assertEquals(400, bring(photo, "BBBBBBBBBBBBBBBBBBBBBB").statusCode());
        Response taken = bring(photo, TOKEN);
        assertEquals(303, taken.statusCode());
        String page = taken.header("Location").replaceFirst("^https?://[^/]+", "");
        given().cookie("qalam-lang", "en").get(page).then().statusCode(200).body(containsString("420 × 280"));
        given().get(page + "/versions/1/renditions/320").then().statusCode(200).contentType("image/webp");
        Response said = given().redirects().follow(false).cookie("qalam-form", TOKEN)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("form-token", TOKEN).formParam("alt", "Көпір <b>").formParam("frame-x", "10")
                .formParam("frame-w", "50").formParam("licence", "AGENCY").formParam("licence-last-day", "2020-01-31")
                .post(page + "/versions");
        assertEquals(303, said.statusCode(), said.body().asString());
        given().get(page).then().statusCode(200).body(containsString("Көпір &lt;b&gt;"))
                .body(containsString("value=\"2020-01-31\"")).body(containsString("Бұл суреттің лицензиясы біткен"));
        form().formParam("base", "1").formParam("alt", "Кеш қалған").post(page + "/versions").then().statusCode(409)
                .body(containsString("Кеш қалған"), containsString("name=\"base\" value=\"2\""),
                        containsString("<dd>2020-01-31</dd>"));
        given().queryParam("q", "көпір").get("/pictures").then().statusCode(200).body(containsString(page));
        given().queryParam("licence", "ENDED").get("/pictures").then().statusCode(200).body(containsString(page),
                containsString("лицензиясы біткен:"), containsString("value=\"ENDED\" selected"));
        given().queryParam("licence", "ENDING").get("/pictures").then().statusCode(200)
                .body(not(containsString(page)));
        given().redirects().follow(false).cookie("qalam-form", TOKEN)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("form-token", TOKEN)
                .formParam("licence-last-day", "ертең").post(page + "/versions").then().statusCode(422);
    }

    private static io.restassured.specification.RequestSpecification form() {
        return given().redirects().follow(false).cookie("qalam-form", TOKEN)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("form-token", TOKEN);
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void whatIsNoPictureIsToldOnThePage() {
        Response refused = bring("<svg/>".getBytes(StandardCharsets.UTF_8), TOKEN);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().asString().contains("Бұл JPEG, PNG немесе WebP суреті емес."));
    }

    @Test
    @TestSecurity(user = "author", roles = "author")
    void anothersPictureIsNotThere() {
        UUID id = picturing.take(other, Photos.jpeg(400, 200, 700_777), "жасырын.jpg", null).picture();
        given().get("/pictures/" + id).then().statusCode(404);
        given().get("/pictures/" + id + "/versions/1/renditions/320").then().statusCode(404);
        given().get("/pictures").then().statusCode(200).body(not(containsString(id.toString())));
    }
}
