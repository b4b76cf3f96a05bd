package kz.qalam.publishing.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request, read from what the reader's program really sent. What could mean one thing here and another
 * somewhere else on the way is refused: encoded slashes and semicolons, backslashes, dots that climb, broken UTF-8.
 */
final class Address {
    /** Whatever stands on the site is named by these; everything else is not found. */
    private static final Pattern OF_A_FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}){0,8}/?");
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    private Address() {
    }

    /** The path, decoded once; null where it has to be refused. */
    static @Nullable String path(String uri) {
        var end = uri.indexOf('?');
        var raw = end < 0 ? uri : uri.substring(0, end);
        if (!raw.startsWith("/")) {
            return null;
        }
        var bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            int character = raw.charAt(i);
            if (character == '%') {
                character = i + 2 < raw.length() ? octet(raw, i + 1) : -1;
                i += 2;
                if (character < ' ' || character == '/' || character == '\\' || character == ';' || character == 0x7f) {
                    return null;
                }
            } else if (character <= ' ' || character >= 0x7f || character == '\\' || character == ';'
                    || character == '#') {
                return null;
            }
            bytes.put((byte) character);
        }
        try {
            var path = UTF_8.newDecoder().decode(bytes.flip()).toString();
            return DOTS.matcher(path).find() ? null : path;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int octet(String raw, int at) {
        var high = Character.digit(raw.charAt(at), 16);
        var low = Character.digit(raw.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Whether anything of the site could stand there. */
    static boolean isOfFile(String path) {
        return !path.isEmpty() && OF_A_FILE.matcher(path).matches();
    }
}
