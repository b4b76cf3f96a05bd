package kz.qalam.publishing.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Servers of one's own that hand readers on. Only they are believed when they say for whom they ask; this machine always is.
 */
final class Proxies {
    /** No names: they would be asked of others. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 45;

    private final List<Network> networks = new ArrayList<>();

    /** @param bits how many of them all its addresses share */
    private record Network(byte[] address, int bits) {

        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            var whole = bits / 8;
            var rest = 0xff << (8 - bits % 8);
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (bits % 8 == 0 || ((address[whole] ^ other[whole]) & rest & 0xff) == 0);
        }
    }

    /**
     * @param named addresses, or networks in CIDR notation
     * @throws IllegalArgumentException for what is neither
     */
    Proxies(List<String> named) {
        named.stream().map(String::strip).filter(name -> !name.isEmpty()).map(Proxies::network).forEach(networks::add);
    }

    private static Network network(String name) {
        var slash = name.indexOf('/');
        var address = bytes(slash < 0 ? name : name.substring(0, slash));
        if (address != null) {
            var most = address.length * 8;
            var bits = slash < 0 ? Integer.toString(most) : name.substring(slash + 1);
            if (bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most) {
                return new Network(address, Integer.parseInt(bits));
            }
        }
        throw new IllegalArgumentException("QALAM_SITE_PROXIES: neither an address nor a network: " + name);
    }

    private static byte @Nullable [] bytes(String address) {
        try {
            return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
                    ? InetAddress.getByName(address).getAddress()
                    : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /**
     * Whose request it is: who asks, or whom they say that they ask for. Read from the end, where each server adds whom it heard;
     * the first that is none of ours is the reader, whatever they themselves wrote before it.
     *
     * @param from the address of who asks
     * @param forwarded what they say in {@code X-Forwarded-For}, if anything
     */
    String reader(String from, @Nullable String forwarded) {
        var reader = from;
        if (forwarded != null && isOurs(from)) {
            var told = forwarded.split(",", -1);
            for (int i = told.length - 1; i >= 0; i--) {
                var one = told[i].strip();
                if (one.isEmpty() || one.length() > LONGEST) {
                    return reader;
                }
                reader = one;
                if (!isOurs(one)) {
                    return reader;
                }
            }
        }
        return reader;
    }

    private boolean isOurs(String address) {
        var bytes = bytes(address);
        return bytes != null && (isLoopback(bytes) || networks.stream().anyMatch(network -> network.has(bytes)));
    }

    private static boolean isLoopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
