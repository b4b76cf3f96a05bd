package kz.qalam.core.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.ibm.icu.text.UnicodeSet;

import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/**
 * The text of a file, whatever it was kept in: UTF-8, UTF-16, Windows-1251 or one of the Kazakh code pages. What no
 * mark at the start tells is told by what reads as Kazakh or Russian. A file that reads as neither, or as two things at
 * once, is refused: a story is never stored as gibberish.
 *
 * @param text as it was written, without a byte order mark; nothing else is taken away
 * @param encoding what it was kept in, in lower case, as {@code kz-1048}
 */
record TextBytes(String text, String encoding) {

    /** How much more probable the better of two readings must be, as a natural logarithm: twenty to one. */
    private static final double CLEARLY = 3;

    /**
     * Other systems' pages for Russian. What reads better in one of them is not guessed at; a file may name one itself.
     */
    private static final List<Charset> ELSEWHERE = Stream.of("KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic")
            .filter(Charset::isSupported).map(Charset::forName).toList();
    private static final double ELSEWHERE_A_STEP = 0.03;
    private static final int FIRST_PAGES = 2_000;

    /**
     * How files of other kinds begin: PNG, JPEG, GIF, PDF, ZIP (and so Word's), gzip, Word's of old, RTF, WebP, TIFF.
     */
    private static final List<byte[]> OTHER_KINDS = Stream
            .of("89504E47", "FFD8FF", "47494638", "25504446", "504B0304", "1F8B08", "D0CF11E0", "7B5C727466",
                    "52494646", "49492A00", "4D4D002A")
            .map(HexFormat.of()::parseHex).toList();

    /** What a page without Kazakh letters leaves of them: «?аза?стан». One may be a slip of the hand. */
    private static final Pattern QUESTION_WITHIN = Pattern.compile("\\p{IsCyrillic}\\?\\p{IsCyrillic}");
    private static final long QUESTIONS = 3;

    /** What stories are written with: the letters of our three scripts, digits, and what print puts between them. */
    private static final UnicodeSet FAMILIAR = new UnicodeSet(
            "[\\t\\n\\r\\u0020-\\u007E\\u00A0-\\u024F\\u0400-\\u052F\\u0600-\\u06FF"
                    + "\\u2011-\\u2026₸№]")
            .freeze();

    private static final byte[] UTF_8_MARK = HexFormat.of().parseHex("EFBBBF");
    private static final byte[] UTF_16LE_MARK = HexFormat.of().parseHex("FFFE");
    private static final byte[] UTF_16BE_MARK = HexFormat.of().parseHex("FEFF");

    /**
     * @param declared what the file says of itself, where it does; believed unless the text says otherwise
     * @throws UnreadableImport when this is no text, or not clearly one
     */
    static TextBytes read(byte[] bytes, @Nullable String declared) {
        if (bytes.length == 0) {
            throw new UnreadableImport(Reason.EMPTY);
        }
        if (OTHER_KINDS.stream().anyMatch(kind -> startsWith(bytes, kind))) {
            throw new UnreadableImport(Reason.NOT_TEXT);
        }
        TextBytes read = decode(bytes, declared);
        if (read.text.isBlank()) {
            throw new UnreadableImport(Reason.EMPTY);
        }
        if (isMostlyLost(read.text)) {
            throw new UnreadableImport(Reason.DAMAGED);
        }
        if (Garbling.isIn(read.text)) {
            throw new UnreadableImport(Reason.GARBLED);
        }
        return read;
    }

    private static TextBytes decode(byte[] bytes, @Nullable String declared) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return marked(bytes, UTF_8_MARK, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, UTF_16LE_MARK)) {
            return marked(bytes, UTF_16LE_MARK, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, UTF_16BE_MARK)) {
            return marked(bytes, UTF_16BE_MARK, StandardCharsets.UTF_16BE);
        }
        if (hasControls(bytes)) {
            return utf16(bytes);
        }
        String utf8 = decode(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new TextBytes(utf8, "utf-8");
        }
        if (Utf8.wasHere(bytes)) {
            throw new UnreadableImport(Reason.DAMAGED);
        }
        return eightBit(bytes, declared == null ? "" : declared.toLowerCase(Locale.ROOT));
    }

    private static TextBytes marked(byte[] bytes, byte[] mark, Charset charset) {
        String text = decode(bytes, mark.length, charset);
        if (text == null) {
            throw new UnreadableImport(Reason.DAMAGED);
        }
        boolean wide = !charset.equals(StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || (wide && strange(text) > 0.5) || (!wide && hasControls(bytes))) {
            throw new UnreadableImport(Reason.NOT_TEXT);
        }
        return new TextBytes(text, name(charset));
    }

    /** UTF-16 without its mark is full of bytes that no other text has. */
    private static TextBytes utf16(byte[] bytes) {
        TextBytes little = plausible(bytes, StandardCharsets.UTF_16LE);
        TextBytes big = plausible(bytes, StandardCharsets.UTF_16BE);
        if (little != null && big == null) {
            return little;
        }
        if (big != null && little == null) {
            return big;
        }
        throw new UnreadableImport(Reason.NOT_TEXT);
    }

    private static @Nullable TextBytes plausible(byte[] bytes, Charset charset) {
        String text = decode(bytes, 0, charset);
        return text == null || strange(text) > 0.05 ? null : new TextBytes(text, name(charset));
    }

    /** The share of characters that stories are not written with. */
    private static double strange(String text) {
        long strange = text.codePoints().filter(character -> !FAMILIAR.contains(character)).count();
        return strange / Math.max(1.0, text.codePointCount(0, text.length()));
    }

    private static TextBytes eightBit(byte[] bytes, String declared) {
        List<Candidate> candidates = Candidate.of(bytes);
        if (candidates.isEmpty() || !candidates.get(0).reading.isLanguage()
                || readsBetterElsewhere(bytes, candidates.get(0))) {
            return elsewhere(bytes, declared);
        }
        Candidate best = candidates.get(0);
        List<Candidate> close = candidates.stream().filter(candidate -> candidate.isAbout(best)).toList();
        if (close.size() == 1) {
            return best.read;
        }
        return close.stream().map(Candidate::read).filter(read -> CodePage.named(declared) == read.page()).findFirst()
                .orElseThrow(() -> new UnreadableImport(Reason.AMBIGUOUS_ENCODING));
    }

    /** A page of another system is believed where the file itself names it and the text bears it out. */
    private static TextBytes elsewhere(byte[] bytes, String declared) {
        return ELSEWHERE.stream()
                .filter(charset -> charset.name().equalsIgnoreCase(declared) || charset.aliases().contains(declared))
                .map(charset -> new TextBytes(new String(bytes, charset), name(charset)))
                .filter(read -> Reading.of(read.text).isLanguage()).findFirst()
                .orElseThrow(() -> new UnreadableImport(Reason.UNKNOWN_ENCODING));
    }

    private @Nullable CodePage page() {
        return CodePage.named(encoding);
    }

    /** What the bytes may be, and how that reads. */
    private record Candidate(TextBytes read, Reading reading) {

        /** Every different text that the bytes may be, the most probable first. */
        static List<Candidate> of(byte[] bytes) {
            Map<String, Candidate> texts = new LinkedHashMap<>();
            for (CodePage page : CodePage.values()) {
                String text = page.decode(bytes);
                if (text != null && !texts.containsKey(text)) {
                    texts.put(text, new Candidate(new TextBytes(text, page.label()), Reading.of(text)));
                }
            }
            return texts.values().stream()
                    .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.reading.total())).toList();
        }

        boolean isAbout(Candidate best) {
            return best.reading.total() - reading.total() < CLEARLY;
        }
    }

    /** The first pages of a long text tell as well as all of it. */
    private static boolean readsBetterElsewhere(byte[] bytes, Candidate best) {
        boolean all = bytes.length <= FIRST_PAGES;
        byte[] first = all ? bytes : Arrays.copyOf(bytes, FIRST_PAGES);
        Reading reading = all ? best.reading : Reading.of(best.read.text.substring(0, FIRST_PAGES));
        double bar = reading.total() + CLEARLY + ELSEWHERE_A_STEP * reading.steps();
        return ELSEWHERE.stream().anyMatch(charset -> Reading.of(new String(first, charset)).total() > bar);
    }

    /**
     * A NUL, or one control character in fifty: no eight-bit text and no UTF-8. Tabs, line ends and page breaks do not
     * count, and one more is let pass, for files from DOS end with one.
     */
    private static boolean hasControls(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            if ((b > 0 && b < ' ' && (b < '\t' || b > '\r')) || b == 0x7F) {
                controls++;
            }
        }
        return controls > 1 + bytes.length / 50;
    }

    /** One letter in fifty was replaced by the mark for «unknown» before the file came here. */
    private static boolean isMostlyLost(String text) {
        return text.chars().filter(c -> c == '\uFFFD').count() * 50 > text.length();
    }

    /** Whether letters were lost before the file came here: marks for «unknown», or question marks within words. */
    boolean hasLostLetters() {
        return text.indexOf('\uFFFD') >= 0
                || QUESTION_WITHIN.matcher(text).results().limit(QUESTIONS).count() == QUESTIONS;
    }

    private static @Nullable String decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String name(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
