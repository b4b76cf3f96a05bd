package kz.qalam.core.darkroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;

/**
 * What a file says of itself: how it is to be turned, and, as agencies send it, what is seen and whose it is. The rest –
 * place, camera, serial numbers – is not even read out.
 *
 * @param orientation 1 to 8, as EXIF counts
 * @param caption at most 500 characters; empty when nothing is said
 * @param credit at most 200 characters; empty when nothing is said
 */
public record Inscription(int orientation, String caption, String credit) {

    private static final Inscription NONE = new Inscription(1, "", "");

    /** Never fails: what cannot be read says nothing. */
    public static Inscription of(Negative negative) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(negative.bytes()),
                    negative.bytes().length);
            Integer turned = Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION)).orElse(null);
            Optional<IptcDirectory> iptc = Optional.ofNullable(metadata.getFirstDirectoryOfType(IptcDirectory.class));
            return new Inscription(turned == null || turned < 1 || turned > 8 ? 1 : turned,
                    iptc.map(said -> line(said, IptcDirectory.TAG_CAPTION, 500)).orElse(""),
                    iptc.map(Inscription::credit).orElse(""));
        } catch (ImageProcessingException | IOException | RuntimeException | StackOverflowError e) {
            return NONE;
        }
    }

    private static String credit(Directory iptc) {
        String byline = line(iptc, IptcDirectory.TAG_BY_LINE, 100);
        String agency = line(iptc, IptcDirectory.TAG_CREDIT, 90);
        return byline.isEmpty() || agency.isEmpty() || byline.equals(agency)
                ? byline + (byline.equals(agency)
                        ? ""
                        : agency)
                : byline + " / " + agency;
    }

    private static String line(Directory iptc, int tag, int most) {
        String said = iptc.getString(tag);
        if (said == null) {
            return "";
        }
        String line = said.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\s]+", " ").replace("\ufffd", "").strip();
        return line.length() <= most ? line : line.substring(0, most).strip();
    }

    /** Whether width and height change places when the picture is held upright. */
    public boolean isOnItsSide() {
        return orientation >= 5;
    }
}
