package kz.qalam.core.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.UnreadablePicture.Reason;

class DarkroomTest {

    private static void refused(Reason reason, byte[] bytes) {
        assertEquals(reason, assertThrows(UnreadablePicture.class, () -> {
            Negative negative = Negative.judge(bytes);
            Darkroom.print(negative, 1, Set.of(Frame.WHOLE));
        }).reason());
    }

    private static byte[] with(byte[] bytes, String more) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length());
        System.arraycopy(more.getBytes(ISO_8859_1), 0, all, bytes.length, more.length());
        return all;
    }

    private static BufferedImage seen(Print print) {
        try {
            return ImageIO.read(new ByteArrayInputStream(print.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Print> jpegs(byte[] bytes, Frame frame) {
        Negative negative = Negative.judge(bytes);
        return Darkroom.print(negative, Inscription.of(negative).orientation(), Set.of(frame)).stream()
                .filter(print -> print.format() == Format.JPEG).toList();
    }

    @Test
    void printsEveryWidthInBothFormatsAndEnlargesNothing() {
        Negative negative = Negative.judge(Photos.jpeg(1300, 867, 1));
        List<Print> prints = Darkroom.print(negative, 1, Set.of(Frame.WHOLE));
        assertEquals(List.of(320, 640, 960, 1280), prints.stream().map(Print::width).distinct().toList());
        assertEquals(8, prints.size());
        for (Print print : prints) {
            assertEquals(Math.round(867.0 * print.width() / 1300), print.height());
            Negative again = Negative.judge(print.bytes());
            assertEquals(print.format(), again.format());
            assertEquals(print.width(), again.width());
        }
        assertEquals(List.of(200), jpegs(Photos.png(200, 100, 1), Frame.WHOLE).stream().map(Print::width).toList());
    }

    @Test
    void takesWhatItPrints() {
        for (Print print : Darkroom.print(Negative.judge(Photos.png(640, 400, 1)), 1, Set.of(Frame.WHOLE))) {
            assertEquals(320, jpegs(print.bytes(), Frame.WHOLE).get(0).width());
        }
    }

    @Test
    void theSamePictureGivesTheSameBytes() {
        byte[] photo = Photos.jpeg(700, 500, 3);
        assertArrayEquals(jpegs(photo, Frame.WHOLE).get(0).bytes(), jpegs(photo, Frame.WHOLE).get(0).bytes());
    }

    @Test
    void holdsThePictureUpright() {
        // Stored: red left, blue right, green above. Each orientation says where the stored top and left are seen.
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage image = seen(jpegs(Photos.located(600, 400, orientation), Frame.WHOLE).get(0));
            boolean side = orientation >= 5;
            assertEquals(320, image.getWidth());
            assertEquals(side ? 480 : 213, image.getHeight());
            int w = image.getWidth();
            int h = image.getHeight();
            int[][] top = {{w / 2, 4}, {w / 2, 4}, {w / 2, h - 4}, {w / 2, h - 4}, {4, h / 2}, {w - 4, h / 2},
                    {w - 4, h / 2}, {4, h / 2}};
            int[][] left = {{20, h / 2}, {w - 20, h / 2}, {w - 20, h / 2}, {20, h / 2}, {w / 2, 20}, {w / 2, 20},
                    {w / 2, h - 20}, {w / 2, h - 20}};
            Color green = new Color(image.getRGB(top[orientation - 1][0], top[orientation - 1][1]));
            assertTrue(green.getGreen() > 180 && green.getRed() < 90, orientation + " " + green);
            Color red = new Color(image.getRGB(left[orientation - 1][0], left[orientation - 1][1]));
            assertTrue(red.getRed() > 180 && red.getBlue() < 90, orientation + " " + red);
        }
    }

    @Test
    void cutsTheFrameOutOfTheUprightPicture() {
        for (int orientation : new int[]{1, 6, 8, 3}) {
            Frame half = orientation == 1
                    ? new Frame(0, 2000, 5000, 8000)
                    : orientation == 3
                            ? new Frame(5000, 0, 5000, 8000)
                            : orientation == 6 ? new Frame(0, 0, 8000, 5000) : new Frame(2000, 5000, 8000, 5000);
            BufferedImage image = seen(jpegs(Photos.located(600, 400, orientation), half).get(0));
            for (int[] at : new int[][]{{5, 5}, {image.getWidth() - 9, image.getHeight() - 9}}) {
                Color red = new Color(image.getRGB(at[0], at[1]));
                assertTrue(red.getRed() > 180 && red.getBlue() < 90 && red.getGreen() < 90, orientation + " " + red);
            }
        }
    }

    @Test
    void aFrameWithinAnotherIsTheSamePart() {
        Negative negative = Negative.judge(Photos.jpeg(800, 600, 9));
        Frame right = new Frame(5000, 2000, 5000, 5000);
        List<Print> both = Darkroom.print(negative, 1, new LinkedHashSet<>(List.of(Frame.WHOLE, right)));
        List<Print> cut = both.stream().filter(print -> print.frame().equals(right)).toList();
        assertEquals(jpegs(negative.bytes(), right).size() * 2, cut.size());
        assertEquals(240, cut.get(0).height());
        BufferedImage image = seen(cut.get(1));
        Color blue = new Color(image.getRGB(9, 9));
        assertTrue(blue.getBlue() > 180 && blue.getRed() < 90 && blue.getGreen() < 90, blue.toString());
    }

    @Test
    void nothingOfPlaceOrCameraIsLeft() {
        byte[] located = Photos.located(800, 500, 1);
        assertTrue(new String(located, ISO_8859_1).contains("SERIAL-4315"));
        for (Print print : Darkroom.print(Negative.judge(located), 1, Set.of(Frame.WHOLE))) {
            String said = new String(print.bytes(), ISO_8859_1);
            assertFalse(said.contains("Exif") || said.contains("EXIF") || said.contains("SERIAL"),
                    print.format().name());
        }
    }

    @Test
    void theWideFrameIsSixteenToNineAroundTheFocus() {
        assertEquals(new Frame(0, 1234, 10000, 7500), Frame.WHOLE.wide(1200, 900, 5000, 4984));
        assertEquals(new Frame(0, 0, 10000, 7500), Frame.WHOLE.wide(1200, 900, 5000, 0));
        Frame tall = Frame.WHOLE.wide(900, 1600, 5000, 10000);
        assertEquals(10000, tall.y() + tall.h());
        Frame within = new Frame(1000, 1000, 5000, 5000).wide(1000, 1000, 9000, 9000);
        assertEquals(6000, within.x() + within.w());
        assertEquals(6000, within.y() + within.h());
    }

    @Test
    void judgesByHeaderBeforeDecoding() {
        refused(Reason.EMPTY, new byte[0]);
        refused(Reason.TOO_LARGE, new byte[Negative.MOST_BYTES + 1]);
        refused(Reason.TOO_MANY_PIXELS, Photos.bomb(8000, 7000));
        refused(Reason.TOO_MANY_PIXELS, Photos.bomb(2_000_000_000, 1));
        refused(Reason.DAMAGED, Photos.bomb(0, 5));
        refused(Reason.DAMAGED, Photos.bomb(-5, 5));
        refused(Reason.DAMAGED, Photos.bomb(3000, 3000));
        refused(Reason.NOT_TAKEN, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1));
        refused(Reason.NOT_TAKEN, "GIF89a<html>".getBytes(ISO_8859_1));
        refused(Reason.NOT_TAKEN, "%PDF-1.7".getBytes(ISO_8859_1));
    }

    @Test
    void refusesWhatIsTwoThingsAtOnce() {
        byte[] png = Photos.png(100, 100, 1);
        byte[] jpeg = Photos.jpeg(100, 100, 1);
        refused(Reason.SOMETHING_ELSE_TOO, with(jpeg, "<html><ScRipt>alert(1)</script>"));
        refused(Reason.SOMETHING_ELSE_TOO, with(png, "<svg onload='x'/>"));
        refused(Reason.SOMETHING_ELSE_TOO, with(jpeg, "PK\u0003\u0004jar"));
        String comment = "<!DOCTYPE html><body>";
        byte[] said = new byte[jpeg.length + comment.length() + 4];
        System.arraycopy(jpeg, 0, said, 0, 2);
        System.arraycopy(("\u00ff\u00fe\u0000" + (char) (comment.length() + 2) + comment).getBytes(ISO_8859_1), 0, said,
                2, comment.length() + 4);
        System.arraycopy(jpeg, 2, said, comment.length() + 6, jpeg.length - 2);
        refused(Reason.SOMETHING_ELSE_TOO, said);
    }

    @Test
    void refusesWhatIsCutShortOrBroken() {
        for (byte[] whole : List.of(Photos.jpeg(300, 200, 1), Photos.png(300, 200, 1),
                Darkroom.print(Negative.judge(Photos.jpeg(300, 200, 1)), 1, Set.of(Frame.WHOLE)).get(0).bytes())) {
            for (int part = 1; part < 20; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
                assertThrows(UnreadablePicture.class,
                        () -> Darkroom.print(Negative.judge(cut), 1, Set.of(Frame.WHOLE)));
            }
            Random chance = new Random(5);
            for (int n = 0; n < 60; n++) {
                byte[] broken = whole.clone();
                for (int i = 0; i < 1 + n % 8; i++) {
                    broken[chance.nextInt(broken.length)] = (byte) chance.nextInt();
                }
                try {
                    Negative negative = Negative.judge(broken);
                    Darkroom.print(negative, Inscription.of(negative).orientation(), Set.of(Frame.WHOLE));
                } catch (UnreadablePicture expected) {
                    assertEquals("unreadable-picture", expected.type());
                }
            }
        }
    }
}
