package kz.qalam.publishing.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.SiteUnderTest;

/** Drafts shown to the newsroom, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class PreviewingTest {

    private static final String DRAFT = """
            {"copy":{"headline":"Жаңа <b>көпір</b> ашылды","lead":"Қысқаша","section":"qogam",
              "body":{"type":"doc","content":[{"type":"speech","attrs":{"tail":"деді әкім."},"content":[{"type":"text","text":"Көпір дайын,"}]}]}},
             "sections":[{"slug":"qogam","kk":"Қоғам","ru":"Общество","en":"Society"}],"at":"2026-11-24T12:00:00Z"}""";

    @Inject
    Previewing previewing;

    @Test
    void showsADraftWholeAndSafe() throws Exception {
        HttpResponse<String> page = ask("POST", "/preview", "test-preview-key", DRAFT);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Жаңа &lt;b&gt;көпір&lt;/b&gt; ашылды"));
        assertTrue(page.body().contains("Көпір дайын") && page.body().contains("деді әкім."), page.body());
        assertTrue(page.body().contains("<style>") && page.body().contains("data:font/woff2;base64,"));
        assertFalse(page.body().contains("rel=\"stylesheet\"") || page.body().contains("rel=\"preload\""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    }

    @Test
    void showsItsPicturesWithinThePage() throws Exception {
        String picture = "00000000-0000-0000-0000-000000000007";
        HttpResponse<String> page = ask("POST", "/preview", "test-preview-key",
                """
                        {"copy":{"headline":"Көпір","bylines":[{"name":"Дәурен Қасымов"}],"tags":["құрылыс"],"picture":{"id":"%1$s","version":2,"caption":"Көпірден көрініс"}},
                         "pictures":{"%1$s/2":{"alt":"Өзен үстіндегі көпір","credit":"Әсел Нұрғали","width":640,"height":360,"jpeg":"/9j/4AAQ"}},
                         "at":"2026-11-24T12:00:00Z"}"""
                        .formatted(picture));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("src=\"data:image/jpeg;base64,/9j/4AAQ\""), page.body());
        assertTrue(page.body().contains("Өзен үстіндегі көпір") && page.body().contains("Көпірден көрініс"));
        assertTrue(page.body().contains("Дәурен Қасымов") && page.body().contains("құрылыс"));
    }

    @Test
    void nobodyWithoutTheKeyIsAnswered() throws Exception {
        assertEquals(401, ask("POST", "/preview", null, DRAFT).statusCode());
        assertEquals(401, ask("POST", "/preview", "test-preview-kez", DRAFT).statusCode());
        assertEquals(401, ask("GET", "/", null, "").statusCode());
        assertEquals(404, ask("GET", "/preview", "test-preview-key", "").statusCode());
    }

    @Test
    void whatIsNoDraftIsRefusedWithoutAWordOfIt() throws Exception {
        for (String bad : new String[]{"", "{", "{}",
                "{\"copy\":{\"headline\":\"Құпия\",\"x\":1},\"at\":\"2026-11-24T12:00:00Z\"}",
                "{\"copy\":{\"headline\":\"Құпия\"},\"at\":\"soon\"}"}) {
            HttpResponse<String> answer = ask("POST", "/preview", "test-preview-key", bad);
            assertEquals(422, answer.statusCode(), bad);
            assertEquals("", answer.body());
        }
        assertEquals(413, ask("POST", "/preview", "test-preview-key", "x".repeat(10_000_001)).statusCode());
    }

    private HttpResponse<String> ask(String method, String path, @Nullable String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + previewing.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header(Previewing.KEY, key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
