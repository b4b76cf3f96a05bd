package kz.qalam.core.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** UTF-8 that was once taken for a single-byte page and saved again as what it looked like: «РџСЂРёРІРµС‚», «ÐŸÑ€Ð¸Ð²ÐµÑ‚». */
final class Garbling {

    /** Fewer than this many garbled letters may be chance. */
    private static final int LEAST = 6;

    private static final List<char[]> PAGES = Stream.of("windows-1251", "windows-1252").filter(Charset::isSupported)
            .map(name -> page(Charset.forName(name))).toList();

    private Garbling() {
    }

    /** Whether most of what is not ASCII in this text is UTF-8 behind the letters that are seen. */
    static boolean isIn(String text) {
        return PAGES.stream().anyMatch(page -> isIn(text, page));
    }

    private static boolean isIn(String text, char[] page) {
        int garbled = 0;
        int beyondAscii = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) >= 0x80) {
                continue;
            }
            beyondAscii += i - start;
            if (i - start > 1 && isUtf8(text, start, i, page)) {
                garbled += i - start;
            }
            start = i + 1;
        }
        return garbled >= LEAST && garbled * 2 > beyondAscii;
    }

    private static boolean isUtf8(String text, int start, int end, char[] page) {
        byte[] bytes = new byte[end - start];
        for (int i = start; i < end; i++) {
            int value = byteOf(text.charAt(i), page);
            if (value < 0) {
                return false;
            }
            bytes[i - start] = (byte) value;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int byteOf(char letter, char[] page) {
        for (int i = 0x80; i < 0x100; i++) {
            if (page[i] == letter) {
                return i;
            }
        }
        return -1;
    }

    /** A byte that the page does not use passes through as the control character of its number, as browsers have it. */
    private static char[] page(Charset charset) {
        char[] page = new char[0x100];
        for (int i = 0; i < page.length; i++) {
            char letter = new String(new byte[] { (byte) i }, charset).charAt(0);
            page[i] = letter == '\uFFFD' ? (char) i : letter;
        }
        return page;
    }
}
