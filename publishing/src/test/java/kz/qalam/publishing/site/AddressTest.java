package kz.qalam.publishing.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No two readers of one address read it differently. */
class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/a;b", "/a%3Bb", "/a%3bb", "/a%2Fb", "/a%2fb", "/a%5Cb", "/a\\b", "/..", "/../a",
            "/a/../b", "/a/..",
            "/%2e%2e/a", "/.%2e/", "/./a", "/a/.", "/a%00", "/a%0d%0a", "/%ff", "/%c3%28", "/%e0%80%af", "/%zz", "/%2",
            "/%", "/a b", "/қ",
            "http://evil.example/", "*", "", "/a#b", "/a\u007f"})
    void refusesWhatCouldMeanTwoThings(String uri) {
        assertNull(Address.path(uri), uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/", "/2026/11/24/qalada/", "/feed.xml", "/-/views", "/a?x=;%2F..\\", "/...",
            "/a..b"})
    void takesTheRest(String uri) {
        assertEquals(uri.split("\\?", 2)[0], Address.path(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//evil.example/", "/.qalam/manifest", "/a/.hidden", "/a//b", "/қ", "/a:b", "/a@b",
            "/..."})
    void nothingOfTheSiteIsNamedSo(String path) {
        assertFalse(Address.isOfFile(path), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/2026/11/24/qalada/", "/-/assets/site.0a.css", "/sitemap-000001.xml"})
    void theSiteIsNamedSo(String path) {
        assertTrue(Address.isOfFile(path), path);
    }
}
