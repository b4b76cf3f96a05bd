package kz.qalam.core.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

class TextBytesTest {

    private static final String KAZAKH = "Ауыл мектебінің оқушылары халықаралық олимпиадада жеңіске жетті.\nҚұрамда төрт үміткер бар.\n";
    private static final String RUSSIAN = "Ученики сельской школы победили на международной олимпиаде.\nВ команде четыре человека.\n";

    @Test
    void readsUtf8WithAndWithoutItsMark() {
        assertEquals(new TextBytes(KAZAKH, "utf-8"), read(KAZAKH.getBytes(UTF_8)));
        assertEquals(new TextBytes(KAZAKH, "utf-8"), read(("\uFEFF" + KAZAKH).getBytes(UTF_8)));
        assertEquals(new TextBytes("plain ASCII", "utf-8"), read("plain ASCII".getBytes(UTF_8)));
    }

    @Test
    void readsUtf16InEitherOrderWithAndWithoutItsMark() {
        for (String text : new String[]{KAZAKH, RUSSIAN, "Qazaqstan 2026\n", "قازاقستان\n"}) {
            assertEquals(new TextBytes(text, "utf-16le"), read(text.getBytes(UTF_16LE)));
            assertEquals(new TextBytes(text, "utf-16be"), read(text.getBytes(UTF_16BE)));
            assertEquals(new TextBytes(text, "utf-16le"), read(("\uFEFF" + text).getBytes(UTF_16LE)));
            assertEquals(new TextBytes(text, "utf-16be"), read(("\uFEFF" + text).getBytes(UTF_16BE)));
        }
    }

    @Test
    void tellsTheKazakhPagesApart() {
        assertEquals(new TextBytes(KAZAKH, "kz-1048"), read(Encodings.bytes(KAZAKH, CodePage.KZ_1048)));
        assertEquals(new TextBytes(KAZAKH, "ptcp154"), read(Encodings.bytes(KAZAKH, CodePage.PTCP154)));
    }

    @Test
    void tellsTheKazakhPagesApartByOneWord() {
        for (String word : new String[]{"Қазақстан баға", "Әкім келді", "бағдарлама", "әкімдік", "жаңғыру",
                "19 ғ. басында"}) {
            assertEquals(word, read(Encodings.bytes(word, CodePage.KZ_1048)).text());
            assertEquals(word, read(Encodings.bytes(word, CodePage.PTCP154)).text());
        }
    }

    @Test
    void readsRussianAndKazakhWithoutItsLettersAsWindows1251() {
        assertEquals(new TextBytes(RUSSIAN, "windows-1251"), read(Encodings.bytes(RUSSIAN, CodePage.WINDOWS_1251)));
        String bare = "Президент кеден кызметкерлерімен кездесті. Олар жана жоба туралы айтты.";
        assertEquals(new TextBytes(bare, "windows-1251"), read(Encodings.bytes(bare, CodePage.WINDOWS_1251)));
    }

    @Test
    void readsAForeignNameInARussianText() {
        String text = RUSSIAN + "Самолёт из города Київ приземлился в столице.";
        assertEquals(text, read(Encodings.bytes(text, CodePage.WINDOWS_1251)).text());
    }

    @Test
    void readsMarksAndSymbolsBesideLetters() {
        String text = "«Жоспар 20–30 %-ға орындалды», – деді ол… Ауа температурасы +5…7 °С, қателігі ±2 градус, көлемі 3 ‰. № 7 “үй”.";
        assertEquals(text, read(Encodings.bytes(text, CodePage.KZ_1048)).text());
    }

    @Test
    void refusesWhatReadsTwoWays() {
        // one letter alone: «Ә.» in one page is «Ғ.» in the other
        assertRefused(Reason.AMBIGUOUS_ENCODING, Encodings.bytes("Ә. Б.", CodePage.PTCP154));
    }

    @Test
    void believesTheFileWhereTheTextReadsTwoWays() {
        byte[] bytes = Encodings.bytes("Ә. Б.", CodePage.PTCP154);
        assertEquals("Ә. Б.", TextBytes.read(bytes, "PTCP154").text());
        assertEquals("Ғ. Б.", TextBytes.read(bytes, "KZ-1048").text());
    }

    @Test
    void doesNotBelieveTheFileAgainstItsText() {
        assertEquals(KAZAKH, TextBytes.read(Encodings.bytes(KAZAKH, CodePage.KZ_1048), "windows-1251").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOI8-R", "IBM866", "ISO-8859-5"})
    void refusesOtherSystemsPagesUnlessTheFileNamesThem(String page) {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName(page));
        assertRefused(Reason.UNKNOWN_ENCODING, bytes);
        assertEquals(RUSSIAN, TextBytes.read(bytes, page.toLowerCase(java.util.Locale.ROOT)).text());
    }

    @Test
    void refusesOtherLanguagesRatherThanStoreGibberish() {
        assertRefused(Reason.UNKNOWN_ENCODING,
                "Künftig müssen Versicherte über fünf Prozent mehr zahlen.".getBytes(Charset.forName("windows-1252")));
        assertRefused(Reason.UNKNOWN_ENCODING, "Görüşmelerde ticaret, eğitim ve güvenlik konuları ele alındı."
                .getBytes(Charset.forName("windows-1254")));
        assertRefused(Reason.UNKNOWN_ENCODING,
                "Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα.".getBytes(Charset.forName("windows-1253")));
        assertRefused(Reason.UNKNOWN_ENCODING, "政府昨天宣布了加强经济和保护消费者的新措施。".getBytes(Charset.forName("GBK")));
    }

    @Test
    void refusesEmptyAndBlank() {
        assertRefused(Reason.EMPTY, new byte[0]);
        assertRefused(Reason.EMPTY, " \r\n\t\n".getBytes(UTF_8));
        assertRefused(Reason.EMPTY, "\uFEFF".getBytes(UTF_8));
        assertRefused(Reason.EMPTY, "\uFEFF".getBytes(UTF_16LE));
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused(Reason.NOT_TEXT, Samples.bytes("08-not-text.txt"));
        assertRefused(Reason.NOT_TEXT, "%PDF-1.7\n1 0 obj".getBytes(UTF_8));
        assertRefused(Reason.NOT_TEXT, "PK\u0003\u0004 word/document.xml".getBytes(UTF_8));
        assertRefused(Reason.NOT_TEXT, (KAZAKH + "\0" + KAZAKH).getBytes(UTF_8));
        assertRefused(Reason.NOT_TEXT, ("\uFEFF" + KAZAKH + "\0").getBytes(UTF_16LE));
        assertRefused(Reason.NOT_TEXT, "\uFEFFab\u0001\u0002\u0003\u0004cd".getBytes(UTF_8));
        assertRefused(Reason.NOT_TEXT, "\uFEFF\u3004\u3504\u3C04\u3004".getBytes(UTF_16LE));
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[20 + random.nextInt(400)];
            random.nextBytes(noise);
            assertThrows(UnreadableImport.class, () -> read(noise), () -> Arrays.toString(noise));
        }
    }

    @Test
    void refusesDamagedUtf8() {
        byte[] whole = KAZAKH.getBytes(UTF_8);
        assertRefused(Reason.DAMAGED, Arrays.copyOf(whole, 20));
        byte[] broken = whole.clone();
        broken[9] = 'x';
        assertRefused(Reason.DAMAGED, broken);
        byte[] marked = ("\uFEFF" + KAZAKH + "ң").getBytes(UTF_8);
        assertRefused(Reason.DAMAGED, Arrays.copyOf(marked, marked.length - 1));
        assertRefused(Reason.DAMAGED, "Қа\uFFFDақ\uFFFDтан".getBytes(UTF_8));
    }

    @Test
    void refusesHalfACharacterOfUtf16() {
        byte[] whole = ("\uFEFF" + KAZAKH).getBytes(UTF_16LE);
        assertRefused(Reason.DAMAGED, Arrays.copyOf(whole, whole.length - 1));
        assertRefused(Reason.DAMAGED, new byte[]{(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0, 0, 'a'});
    }

    @Test
    void refusesUtf8ThatWasReadAsSomethingElseBefore() {
        assertRefused(Reason.GARBLED,
                new String(RUSSIAN.getBytes(UTF_8), Charset.forName("windows-1252")).getBytes(UTF_8));
        assertRefused(Reason.GARBLED, garbled(KAZAKH).getBytes(UTF_8));
        assertRefused(Reason.GARBLED, ("\uFEFF" + garbled(KAZAKH)).getBytes(UTF_16LE));
    }

    @Test
    void noticesQuestionMarksForLetters() {
        assertTrue(read("?аза?стан Республикасыны? ?кіметі м?лімдеді, ал?ашында ж?не со?ында".getBytes(UTF_8))
                .hasLostLetters());
        assertFalse(read("Кім келді? Қашан?\nНеге?Білмейміз.".getBytes(UTF_8)).hasLostLetters());
    }

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void readsAMegabyteInTwoSeconds(CodePage page) throws Exception {
        byte[] one = Encodings.bytes(Encodings.within(page == CodePage.WINDOWS_1251 ? RUSSIAN : KAZAKH, page), page);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() + one.length <= Intake.MOST_BYTES) {
            many.write(one);
        }
        byte[] bytes = many.toByteArray();
        read(bytes);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        read(bytes);
        assertTrue(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start < 2_000_000_000L);
    }

    private static String garbled(String text) {
        StringBuilder garbled = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            String letter = CodePage.WINDOWS_1251.decode(new byte[]{b});
            garbled.append(letter == null ? String.valueOf((char) (b & 0xFF)) : letter);
        }
        return garbled.toString();
    }

    private static TextBytes read(byte[] bytes) {
        return TextBytes.read(bytes, null);
    }

    private static void assertRefused(Reason reason, byte[] bytes) {
        assertEquals(reason, assertThrows(UnreadableImport.class, () -> read(bytes)).reason());
    }
}
