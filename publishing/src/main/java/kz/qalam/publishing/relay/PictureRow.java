package kz.qalam.publishing.relay;

import java.util.UUID;

/**
 * A finished file of a picture in a live story.
 *
 * @param wide whether it is what lists show, rather than what the story shows
 * @param digest its name in the vault, in hex
 */
record PictureRow(UUID article, UUID picture, int version, String alt, String credit, boolean wide, int width,
        int height, boolean webp, String digest) {

    /** As a copy names it. */
    String reference() {
        return picture + "/" + version;
    }

    /** Where readers find it: half of its digest is name enough. */
    String path() {
        return PictureFiles.PREFIX + digest.substring(0, 32) + (webp ? ".webp" : ".jpg");
    }
}
