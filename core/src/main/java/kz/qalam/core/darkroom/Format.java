package kz.qalam.core.darkroom;

import java.util.Locale;

/** In which forms pictures come and go. */
public enum Format {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without a dot. */
    public String ending() {
        return ending;
    }

    String imageIoName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
