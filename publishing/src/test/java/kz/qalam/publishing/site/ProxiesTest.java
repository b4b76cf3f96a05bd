package kz.qalam.publishing.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private final Proxies none = new Proxies(List.of());
    private final Proxies ours = new Proxies(List.of("192.0.2.7", " 10.20.0.0/14 ", "2001:db8:7::/48", ""));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "::1", "0:0:0:0:0:0:0:1"})
    void thisMachineIsBelieved(String from) {
        assertEquals("203.0.113.5", none.reader(from, "203.0.113.5"));
        assertEquals(from, none.reader(from, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "10.20.0.1", "10.23.255.254", "2001:db8:7::1", "2001:DB8:7:ffff:0:0:0:9",
            "::ffff:192.0.2.7"})
    void aProxyThatIsNamedIsBelieved(String from) {
        assertEquals("203.0.113.5", ours.reader(from, "203.0.113.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.8", "10.24.0.1", "10.19.255.255", "2001:db8:8::1", "11.20.0.1"})
    void nobodyElseIs(String from) {
        assertEquals(from, ours.reader(from, "203.0.113.5"));
        assertEquals("192.0.2.7", none.reader("192.0.2.7", "203.0.113.5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "203.0.113.5 | 203.0.113.5",
            // who writes the header themselves is not believed
            "198.51.100.1, 203.0.113.5 | 203.0.113.5",
            // one server of ours behind another
            "203.0.113.5, 10.21.0.3, 127.0.0.1 | 203.0.113.5", "127.0.0.1, 203.0.113.5, 10.21.0.3 | 203.0.113.5",
            // a server of ours that asks for itself
            "10.21.0.3 | 10.21.0.3",
            // what is no list at all
            "'' | 192.0.2.7", "',' | 192.0.2.7", "'203.0.113.5,' | 192.0.2.7", "unknown | unknown"})
    void theReaderIsTheLastWhoIsNoneOfOurs(String forwarded, String reader) {
        assertEquals(reader, ours.reader("192.0.2.7", forwarded));
    }

    @Test
    void aLongLieIsNoAddress() {
        assertEquals("192.0.2.7", ours.reader("192.0.2.7", "x".repeat(46)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.kz", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "10.0.0.1/-1", "::/129",
            "10.0.0.256", "cafe"})
    void whatIsNeitherAnAddressNorANetworkIsRefusedAtTheStart(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Proxies(List.of(name)));
    }
}
