package kz.qalam.core.intake;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * UTF-8 that was once taken for a single-byte page and saved again as what it looked like: «РџСЂРёРІРµС‚»,
 * «ÐŸÑ€Ð¸Ð²ÐµÑ‚».
 */
final class Garbling {

    /** Fewer garbled characters than this may be chance. */
    private static final int LEAST = 6;

    private static final List<Map<Character, Byte>> PAGES = Stream.of("windows-1251", "windows-1252")
            .filter(Charset::isSupported).map(name -> page(Charset.forName(name))).toList();

    private Garbling() {
    }

    /** Whether most of what is not ASCII in this text is UTF-8 behind the letters that are seen. */
    static boolean isIn(String text) {
        return PAGES.stream().anyMatch(page -> isIn(text, page));
    }

    private static boolean isIn(String text, Map<Character, Byte> page) {
        int garbled = 0;
        int beyondAscii = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) >= 0x80) {
                continue;
            }
            beyondAscii += i - start;
            if (i - start > 1 && isUtf8(text.substring(start, i), page)) {
                garbled += i - start;
            }
            start = i + 1;
        }
        return garbled >= LEAST && garbled * 2 > beyondAscii;
    }

    private static boolean isUtf8(String run, Map<Character, Byte> page) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            Byte behind = page.get(run.charAt(i));
            if (behind == null || (i == 0 && Utf8.lengthByLead(behind) == 0)) {
                return false;
            }
            bytes[i] = behind;
        }
        int read = 0;
        while (read < bytes.length && Utf8.lengthAt(bytes, read) > 0) {
            read += Utf8.lengthAt(bytes, read);
        }
        return read == bytes.length;
    }

    /** A byte that the page does not use passes through as the control character of its number, as browsers have it. */
    private static Map<Character, Byte> page(Charset charset) {
        Map<Character, Byte> page = new HashMap<>();
        for (int i = 0x80; i < 0x100; i++) {
            char letter = new String(new byte[]{(byte) i}, charset).charAt(0);
            page.put(letter == '\uFFFD' ? (char) i : letter, (byte) i);
        }
        return page;
    }
}
