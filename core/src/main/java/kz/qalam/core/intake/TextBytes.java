package kz.qalam.core.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

import org.jspecify.annotations.Nullable;

/**
 * The text of a file, whatever it was kept in: UTF-8, UTF-16, Windows-1251 or one of the Kazakh code pages. What no mark at the file's
 * start tells is told by what reads as Kazakh or Russian. A file that reads as neither, or as two things at once, is refused: a story
 * is never stored as gibberish.
 *
 * @param text as it was written, without a byte order mark; nothing else is taken away
 * @param encoding what it was kept in, in lower case, as {@code kz-1048}
 */
record TextBytes(String text, String encoding) {

    /** By how much the better of two readings must be the more probable one (a natural logarithm: twenty to one). */
    private static final double CLEARLY = 3;

    /** Below this a step, the letters are no Kazakh and no Russian; the fewer there are, the more is left to chance. */
    private static final double NOISE = -3.5;
    private static final double CHANCE = 4;

    /** Other systems' pages for Russian. Not read here, but what reads better in one of them is not ours to guess at. */
    private static final List<Charset> ELSEWHERE = Stream.of("KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic")
            .filter(Charset::isSupported).map(Charset::forName).toList();

    private static final double ELSEWHERE_BY_STEP = 0.03;

    private static final List<byte[]> OTHER_FORMATS = Stream
            .of("89504E47", "FFD8FF", "47494638", "25504446", "504B0304", "1F8B", "D0CF11E0", "7B5C727466", "52494646", "49492A00", "4D4D002A")
            .map(TextBytes::bytes).toList();

    /** @throws UnreadableImport when this is no text, or not clearly one */
    static TextBytes read(byte[] bytes) {
        if (bytes.length == 0)
            throw new UnreadableImport(Reason.EMPTY);
        for (byte[] start : OTHER_FORMATS)
            if (startsWith(bytes, start))
                throw new UnreadableImport(Reason.NOT_TEXT);
        TextBytes read = decode(bytes);
        if (read.text.isBlank())
            throw new UnreadableImport(Reason.EMPTY);
        return read;
    }

    private static TextBytes decode(byte[] bytes) {
        if (startsWith(bytes, bytes("EFBBBF")))
            return strictly(bytes, 3, StandardCharsets.UTF_8);
        if (startsWith(bytes, bytes("FFFE")))
            return strictly(bytes, 2, StandardCharsets.UTF_16LE);
        if (startsWith(bytes, bytes("FEFF")))
            return strictly(bytes, 2, StandardCharsets.UTF_16BE);
        if (hasManyControls(bytes))
            return utf16(bytes);
        String utf8 = decode(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            if (isGarbled(utf8))
                throw new UnreadableImport(Reason.GARBLED);
            return new TextBytes(utf8, "utf-8");
        }
        if (wasUtf8(bytes))
            throw new UnreadableImport(Reason.DAMAGED);
        return eightBit(bytes);
    }

    private static TextBytes strictly(byte[] bytes, int from, Charset charset) {
        String text = decode(bytes, from, charset);
        if (text == null)
            throw new UnreadableImport(Reason.DAMAGED);
        if (text.indexOf('\0') >= 0)
            throw new UnreadableImport(Reason.NOT_TEXT);
        if (isGarbled(text))
            throw new UnreadableImport(Reason.GARBLED);
        return new TextBytes(text, label(charset));
    }

    /** UTF-16 without its mark is full of bytes that no other text has. */
    private static TextBytes utf16(byte[] bytes) {
        TextBytes little = plausible(bytes, StandardCharsets.UTF_16LE);
        TextBytes big = plausible(bytes, StandardCharsets.UTF_16BE);
        if (little != null && big == null)
            return little;
        if (big != null && little == null)
            return big;
        throw new UnreadableImport(Reason.NOT_TEXT);
    }

    private static @Nullable TextBytes plausible(byte[] bytes, Charset charset) {
        String text = decode(bytes, 0, charset);
        if (text == null || text.isEmpty())
            return null;
        long familiar = text.codePoints().filter(TextBytes::isFamiliar).count();
        return familiar * 20 < text.codePointCount(0, text.length()) * 19L ? null : new TextBytes(text, label(charset));
    }

    /** What stories are written with: the letters of our three scripts, digits and what print puts between them. */
    private static boolean isFamiliar(int c) {
        return c < 0x250 && c >= 0x20 && c != 0x7F || c == '\n' || c == '\r' || c == '\t' || c >= 0x400 && c < 0x530 || c >= 0x600 && c < 0x700
                || c > 0x2010 && c < 0x2027 || c == 0x20B8 || c == 0x2116;
    }

    private static TextBytes eightBit(byte[] bytes) {
        Map<String, CodePage> texts = new LinkedHashMap<>();
        for (CodePage page : CodePage.values()) {
            String text = page.decode(bytes);
            if (text != null)
                texts.putIfAbsent(text, page);
        }
        String best = null;
        Reading reading = null;
        double lead = Double.POSITIVE_INFINITY;
        for (String text : texts.keySet()) {
            Reading another = Reading.of(text);
            double ahead = reading == null ? lead : another.total() - reading.total();
            lead = Math.min(lead, Math.abs(ahead));
            if (ahead > 0) {
                best = text;
                reading = another;
            }
        }
        if (best == null || reading == null || !isLanguage(reading) || readsBetterElsewhere(bytes, reading))
            throw new UnreadableImport(Reason.UNKNOWN_ENCODING);
        if (lead < CLEARLY)
            throw new UnreadableImport(Reason.AMBIGUOUS_ENCODING);
        return new TextBytes(best, texts.get(best).label());
    }

    private static boolean isLanguage(Reading reading) {
        boolean probable = reading.mean() >= NOISE - CHANCE / Math.sqrt(Math.max(1, reading.steps()));
        return probable && reading.strangers() * 100L <= reading.steps() + 100L;
    }

    private static boolean readsBetterElsewhere(byte[] bytes, Reading reading) {
        double bar = reading.total() + CLEARLY + ELSEWHERE_BY_STEP * reading.steps();
        return ELSEWHERE.stream().anyMatch(charset -> Reading.of(new String(bytes, charset)).total() > bar);
    }

    /** One control character in fifty, or a NUL: no eight-bit text and no UTF-8. A page break is none, nor the end mark of DOS. */
    private static boolean hasManyControls(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0)
                return true;
            if (b > 0 && b < 0x20 && (b < '\t' || b > '\r') || b == 0x7F)
                controls++;
        }
        return controls > 1 + bytes.length / 50;
    }

    /** UTF-8 once taken for Windows-1251 or Latin-1 and saved again: «РџСЂРёРІРµС‚». */
    private static boolean isGarbled(String text) {
        int garbled = 0;
        int beyondAscii = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean within = i < text.length() && text.charAt(i) >= 0x80;
            if (within && start < 0)
                start = i;
            if (!within && start >= 0) {
                beyondAscii += i - start;
                if (i - start > 1 && (isUtf8Behind(text, start, i, GarbledBy.WINDOWS_1251) || isUtf8Behind(text, start, i, GarbledBy.LATIN_1)))
                    garbled += i - start;
                start = -1;
            }
        }
        return garbled >= 6 && garbled * 2 > beyondAscii;
    }
}
