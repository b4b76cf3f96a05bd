package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.darkroom.Negative;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** Pictures over HTTP: the whole way from bytes to a story that shows them. */
@QuarkusTest
class PicturesTest {

    @Inject
    People people;

    @Test
    void aPictureGoesFromBytesIntoAStory() {
        Desk desk = people.desk();
        Client author = Client.of(people.at(desk, Role.AUTHOR));
        byte[] photo = Photos.jpeg(700, 466, 500_001);
        Answer taken = author.with("Qalam-File-Name", "%D0%BA%D3%A9%D0%BF%D1%96%D1%80.jpg").send("POST", photo,
                "image/jpeg", "/pictures").expect(201);
        String id = taken.text("/id");
        assertEquals("көпір.jpg", taken.text("/name"));
        assertEquals("[320,640]", taken.json().at("/versions/0/widths").toString());
        assertEquals(id, author.send("POST", photo, "image/jpeg", "/pictures").expect(200).text("/id"));

        Answer said = author.post("{\"alt\":\"Көпір\",\"credit\":\"Айгүл С.\",\"licence\":\"AGENCY\",\"licenceEnd\":\""
                + Instant.now().minusSeconds(1) + "\"}", "/pictures/%s/versions", id).expect(201);
        assertEquals(2, said.json().at("/versions/0/number").asInt());
        assertEquals("/problems/version-moved",
                author.post("{\"alt\":\"Кеш\",\"base\":1}", "/pictures/%s/versions", id).expect(409).text("/type"));
        assertEquals("Көпір", author.get("/pictures?q=%D0%BA%D3%A9%D0%BF%D1%96%D1%80").text("/items/0/alt"));

        assertEquals(id, author.get("/pictures?licence=ENDED&size=1").text("/items/0/id"));
        assertEquals(0, author.get("/pictures?licence=ENDING").json().at("/items").size());
        author.get("/pictures?licence=ended").expect(422);

        Answer file = author.get("/pictures/%s/versions/2/renditions/320?format=jpeg", id).expect(200);
        assertEquals("image/jpeg", file.header("Content-Type").orElseThrow());
        assertEquals("Authorization, Cookie", file.header("Vary").orElseThrow(),
                "the next person at this machine is not shown it from the cache");
        assertTrue(file.response().body()[0] == (byte) 0xFF, file.toString());
        assertEquals(320, Negative.judge(file.response().body()).width());

        String article = author.post(
                "{\"copy\":{\"headline\":\"Көпір\",\"picture\":{\"id\":\"" + id
                        + "\",\"version\":2,\"caption\":\"\"}}}",
                "/articles").expect(201).text("/id");
        Answer refused = author.put("{}", "/articles/%s/submission", article).expect(409);
        assertTrue(refused.text("/type").endsWith("rights-ended"));
        assertTrue(refused.text("/detail").contains("Көпір"));
        assertEquals(article, author.get("/pictures/%s/uses", id).expect(200).text("/items/0/article"));
    }

    /** As a photographer's are. */
    @Test
    void aLargePictureIsTaken() {
        Client author = Client.of(people.at(people.desk(), Role.AUTHOR));
        byte[] large = Photos.large(700, 466, 500_002, 12_000_000);
        assertTrue(large.length > 12_000_000, large.length + " bytes");
        author.send("POST", large, "image/jpeg", "/pictures").expect(201);
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsReason() {
        Client author = Client.of(people.at(people.desk(), Role.AUTHOR));
        Answer refused = author.send("POST", "<svg/>".getBytes(StandardCharsets.UTF_8), "image/png",
                "/pictures").expect(422);
        assertEquals("/problems/unreadable-picture", refused.text("/type"));
        refused = author.send("POST", new byte[Negative.MOST_BYTES + 1], "image/png", "/pictures").expect(413);
        assertEquals("/problems/unreadable-picture", refused.text("/type"));
        author.post("{\"frameX\":9000,\"frameY\":0,\"frameW\":9000,\"frameH\":9000}", "/pictures/%s/versions",
                author.send("POST", Photos.png(90, 60, 4), "image/png", "/pictures").text("/id")).expect(422);
    }
}
