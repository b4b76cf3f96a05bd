package kz.qalam.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CodePageTest {

    @Test
    void readsWindows1251AsTheStandardHasIt() {
        assertEquals("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї" + RUSSIAN,
                upperHalf(CodePage.WINDOWS_1251));
    }

    @Test
    void readsKz1048AsTheStandardHasIt() {
        assertEquals("ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңү" + RUSSIAN,
                upperHalf(CodePage.KZ_1048));
    }

    @Test
    void readsPtcp154AsTheStandardHasIt() {
        assertEquals("ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00A0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ" + RUSSIAN,
                upperHalf(CodePage.PTCP154));
    }

    @Test
    void readsTheLowerHalfAsAscii() {
        byte[] ascii = new byte[128];
        IntStream.range(0, 128).forEach(i -> ascii[i] = (byte) i);
        for (CodePage page : CodePage.values()) {
            assertEquals(new String(ascii, java.nio.charset.StandardCharsets.US_ASCII), page.decode(ascii),
                    page.label());
        }
    }

    @Test
    void readsNothingWhereAByteIsNoCharacter() {
        byte[] unused = {'a', (byte) 0x98};
        assertNull(CodePage.WINDOWS_1251.decode(unused));
        assertNull(CodePage.KZ_1048.decode(unused));
    }

    private static final String RUSSIAN = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static String upperHalf(CodePage page) {
        StringBuilder letters = new StringBuilder();
        for (int i = 128; i < 256; i++) {
            String letter = page.decode(new byte[]{(byte) i});
            letters.append(letter == null ? "\uFFFD" : letter);
        }
        return letters.toString();
    }
}
