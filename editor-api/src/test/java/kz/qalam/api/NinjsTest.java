package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** A story as other newsrooms' systems take it over. */
@QuarkusTest
class NinjsTest {

    /** Fields of a news item and of an associated one in IPTC's schema 2.3, written down by hand. */
    private static final Set<String> KNOWN = Set.of("uri", "type", "representationtype", "profile", "version",
            "firstcreated", "versioncreated", "contentcreated", "embargoed", "pubstatus", "urgency", "copyrightholder",
            "copyrightnotice", "usageterms", "ednote", "language", "descriptions", "bodies", "headlines", "people",
            "organisations", "places", "subjects", "events", "objects", "infosources", "title", "by", "slugline",
            "located", "renditions", "associations", "altids", "trustindicators", "standard", "genres", "expires",
            "rightsinfo", "digitalsourcetype", "name");

    @Inject
    People people;

    @Test
    void aRevisionIsANewsItemAndUsableWhileReadersHaveIt() {
        Desk desk = people.desk();
        Client author = Client.of(people.at(desk, Role.AUTHOR));
        Client judge = Client.of(people.at(desk, Role.REVIEWER));
        Client publisher = Client.of(people.at(desk, Role.PUBLISHER));
        String picture = author.send("POST", Photos.jpeg(700, 466, 500_077), "image/jpeg", "/pictures").expect(201)
                .text("/id");
        author.post("{\"alt\":\"Көпір\",\"credit\":\"Айгүл С.\",\"licence\":\"AGENCY\",\"terms\":\"Бір рет\"}",
                "/pictures/%s/versions", picture).expect(201);
        String other = author.post("{\"copy\":{\"headline\":\"Басқа\"}}", "/articles").expect(201).text("/id");
        String id = author.post("""
                {"copy":{"headline":"Көпір ашылды","lead":"Екі жыл салынды.","section":"madeniet","tags":["Көпір"],
                 "picture":{"id":"%s","version":2,"caption":"Жаңа көпір"},"bylines":["Айгүл","Нұрлан"],
                 "source":{"name":"Ақорда","url":"https://www.akorda.kz/"},"slug":"kopir",
                 "notices":{"age":"6+","advertising":true,"ai":true},
                 "body":{"type":"doc","content":[
                   {"type":"paragraph","content":[{"type":"text","text":"A & B"}]},
                   {"type":"speech","attrs":{"tail":"деді әкім."},"content":[{"type":"text","text":"Күттік,"}]},
                   {"type":"image","attrs":{"id":"%s","version":2,"caption":"Түнде"}},
                   {"type":"related","attrs":{"articles":["%s"]}}]}}}""".formatted(picture, picture, other),
                "/articles").expect(201).text("/id");
        JsonNode draft = author.get("/articles/%s/revisions/1/ninjs", id).expect(200).json();
        String at = draft.at("/associations/0/renditions/0/href").asText();
        assertTrue(at.endsWith("/api/v1/pictures/" + picture + "/versions/2/renditions/320"), at);
        String base = at.substring(0, at.length() - "320".length());
        Json.same(
                """
                        {"standard":{"name":"ninjs","version":"2.3","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_2.3.json"},
                         "uri":"urn:uuid:%1$s","type":"text","representationtype":"full","version":"1","versioncreated":"«time»",
                         "language":"kk","pubstatus":"withheld","headlines":[{"role":"main","value":"Көпір ашылды"}],
                         "descriptions":[{"role":"lead","contenttype":"text/plain","value":"Екі жыл салынды."}],
                         "bodies":[{"role":"main","contenttype":"text/plain","value":"A & B\\n– Күттік, – деді әкім.",
                           "wordcount":5,"charcount":27},
                          {"role":"richtext","contenttype":"application/xhtml+xml","value":"<p>A &amp; B</p><p>– Күттік, – деді әкім.</p><figure><img src=\\"%4$s1200\\" alt=\\"Көпір\\"/><figcaption>Түнде</figcaption></figure>"}],
                         "by":"Айгүл, Нұрлан","slugline":"kopir",
                         "subjects":[{"name":"Мәдениет","rel":"section","literal":"madeniet"},{"name":"Көпір","rel":"about"}],
                         "infosources":[{"name":"Ақорда","uri":"https://www.akorda.kz/"}],
                         "genres":[{"literal":"advertising"}],"digitalsourcetype":{"literal":"ai"},"ednote":"6+",
                         "associations":[
                          {"name":"main","uri":"urn:uuid:%2$s","type":"picture","version":"2","descriptions":[
                            {"role":"caption","value":"Жаңа көпір"},{"role":"alt","value":"Көпір"}],"by":"Айгүл С.","usageterms":"Бір рет",
                           "renditions":[{"name":"w320","href":"%4$s320","contenttype":"image/webp","width":320},
                            {"name":"w640","href":"%4$s640","contenttype":"image/webp","width":640}]},
                          {"name":"picture-2","uri":"urn:uuid:%2$s","type":"picture","version":"2","descriptions":[
                            {"role":"caption","value":"Түнде"},{"role":"alt","value":"Көпір"}],"by":"Айгүл С.","usageterms":"Бір рет",
                           "renditions":[{"name":"w320","href":"%4$s320","contenttype":"image/webp","width":320},
                            {"name":"w640","href":"%4$s640","contenttype":"image/webp","width":640}]},
                          {"name":"related-1","uri":"urn:uuid:%3$s","type":"text","representationtype":"partial"}]}"""
                        .formatted(id, picture, other, base),
                draft);
        known(draft);
        draft.at("/associations").forEach(NinjsTest::known);

        author.put("{}", "/articles/%s/submission", id).expect(200);
        judge.post("{\"revision\":1}", "/articles/%s/approval", id).expect(200);
        assertEquals("usable", author.get("/articles/%s/revisions/1/ninjs", id).text("/pubstatus"));
        publisher.post("{\"reason\":\"Қате\"}", "/articles/%s/withdrawal", id).expect(200);
        Answer withdrawn = author.get("/articles/%s/revisions/1/ninjs", id);
        assertEquals("canceled", withdrawn.text("/pubstatus"));
        author.get("/articles/%s/revisions/2/ninjs", id).expect(404);
    }

    private static void known(JsonNode item) {
        for (Iterator<String> names = item.fieldNames(); names.hasNext();) {
            String name = names.next();
            assertTrue(KNOWN.contains(name), name);
        }
    }
}
