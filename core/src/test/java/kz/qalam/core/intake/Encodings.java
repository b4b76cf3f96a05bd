package kz.qalam.core.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Text into the bytes of a code page: the way back, which only tests need. */
final class Encodings {

    private Encodings() {
    }

    /** The bytes; what the page lacks is left out of {@code text} first by {@link #within}. */
    static byte[] bytes(String text, CodePage page) {
        Map<Character, Byte> codes = codes(page);
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Objects.requireNonNull(codes.get(text.charAt(i)));
        }
        return bytes;
    }

    /** The text without the characters that the page lacks. */
    static String within(String text, CodePage page) {
        Map<Character, Byte> codes = codes(page);
        StringBuilder within = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (codes.containsKey(c)) {
                within.append(c);
            }
        }
        return within.toString();
    }

    private static final Map<CodePage, Map<Character, Byte>> CODES = new HashMap<>();

    private static Map<Character, Byte> codes(CodePage page) {
        return CODES.computeIfAbsent(page, each -> {
            Map<Character, Byte> codes = new HashMap<>();
            for (int i = 0; i < 256; i++) {
                String letter = each.decode(new byte[]{(byte) i});
                if (letter != null) {
                    codes.put(letter.charAt(0), (byte) i);
                }
            }
            return codes;
        });
    }
}
