package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateEnum;

/** A page for many readers: printed once, with gaps for what each of them has asked. */
final class Mould {

    /** What differs from reader to reader. */
    @TemplateEnum
    enum Gap {
        WORDS,
        SAID,
        FOUND,
        MEANT,
        OFFERED,
        PREVIOUS,
        NEXT;

        /** What stands there until it is filled: a sign of private use, which is taken out of all that readers send. */
        public String sign() {
            return String.valueOf((char) ('\uE000' + ordinal()));
        }
    }

    /** A gap, and what stands before it. */
    private record Piece(byte[] before, Gap gap) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final byte[] rest;

    /** @param page with the signs of its gaps, each as often as it is wanted */
    Mould(String page) {
        var gaps = Gap.values();
        int from = 0;
        for (int i = 0; i < page.length(); i++) {
            int gap = page.charAt(i) - '\uE000';
            if (gap >= 0 && gap < gaps.length) {
                pieces.add(new Piece(page.substring(from, i).getBytes(UTF_8), gaps[gap]));
                from = i + 1;
            }
        }
        rest = page.substring(from).getBytes(UTF_8);
    }

    /** @param fillings as they stand in HTML; a gap without one stays empty */
    byte[] filled(Map<Gap, String> fillings) {
        var page = new ByteArrayOutputStream(2 * rest.length);
        for (var piece : pieces) {
            page.writeBytes(piece.before());
            page.writeBytes(fillings.getOrDefault(piece.gap(), "").getBytes(UTF_8));
        }
        page.writeBytes(rest);
        return page.toByteArray();
    }
}
