package kz.qalam.core.darkroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures for tests: the left half red, the right half blue, the top edge green. */
public final class Photos {

    private Photos() {
    }

    public static byte[] jpeg(int width, int height, int shade) {
        // JPEG is vague about shades: a comment tells two of them apart
        byte[] plain = written(drawn(width, height, shade), "jpeg");
        ByteBuffer told = ByteBuffer.allocate(plain.length + 8);
        told.put(plain, 0, 2).putShort((short) 0xFFFE).putShort((short) 6).putInt(shade).put(plain, 2,
                plain.length - 2);
        return told.array();
    }

    /** A JPEG of at least so many bytes, most of them comments. */
    public static byte[] large(int width, int height, int shade, int bytes) {
        byte[] plain = jpeg(width, height, shade);
        int longest = 0xFFFF;
        int comments = bytes / longest + 1;
        ByteBuffer all = ByteBuffer.allocate(plain.length + comments * (longest + 2));
        all.put(plain, 0, 2);
        for (int i = 0; i < comments; i++) {
            all.putShort((short) 0xFFFE).putShort((short) longest).put(new byte[longest - 2]);
        }
        return all.put(plain, 2, plain.length - 2).array();
    }

    public static byte[] png(int width, int height, int shade) {
        return written(drawn(width, height, shade), "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int shade) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(220, shade % 60, shade / 60 % 60));
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(new Color(shade / 3600 % 60, 20, 220));
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, width, Math.max(1, height / 10));
        pen.dispose();
        return image;
    }

    /** A JPEG with EXIF: held so, and taken at a place (43° 15′ N, with a telling serial number beside). */
    static byte[] located(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height, 7);
        ByteBuffer tiff = ByteBuffer.allocate(120);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        tiff.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2)
                .put(new byte[]{'N', 0, 0, 0}).putInt(0);
        tiff.put("SERIAL-4315".getBytes(StandardCharsets.ISO_8859_1));
        byte[] exif = new byte[tiff.position()];
        tiff.flip().get(exif);
        ByteBuffer all = ByteBuffer.allocate(plain.length + exif.length + 10);
        all.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif).put(plain, 2, plain.length - 2);
        return all.array();
    }

    /** A PNG whose header says one size, with hardly anything behind it. */
    static byte[] bomb(int width, int height) {
        ByteBuffer all = ByteBuffer.allocate(200);
        all.put(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(all, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array());
        chunk(all, "IDAT", new byte[]{1, 2, 3});
        chunk(all, "IEND", new byte[0]);
        byte[] bytes = new byte[all.position()];
        all.flip().get(bytes);
        return bytes;
    }

    private static void chunk(ByteBuffer all, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        all.putInt(data.length).put(name).put(data).putInt((int) sum.getValue());
    }
}
