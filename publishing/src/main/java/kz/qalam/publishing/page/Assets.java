package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The site's style sheet, typefaces, script and mark. Each carries its digest in its name, so that a reader's browser may keep it
 * for ever, and a page shows what it was printed with.
 */
public final class Assets {
    public static final String PREFIX = "/-/assets/";

    private static final String FOLDER = "/site/";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String style;
    private final String serif;
    private final String arabic;
    private final String icon;
    private final String views;

    public Assets() {
        serif = add("serif", "woff2", read("serif.woff2"));
        arabic = add("arabic", "woff2", read("arabic.woff2"));
        icon = add("icon", "svg", read("icon.svg"));
        views = add("views", "js", read("views.js"));
        var css = new String(read("site.css"), UTF_8).replace("serif.woff2", serif).replace("arabic.woff2",
                arabic);
        style = add("site", "css", css.getBytes(UTF_8));
    }

    private String add(String name, String kind, byte[] bytes) {
        var path = PREFIX + name + "." + digest(bytes) + "." + kind;
        files.put(path, bytes);
        return path;
    }

    private static byte[] read(String name) {
        try (var stream = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the site lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of them, by their path on the site. */
    public Map<String, byte[]> files() {
        return files;
    }

    public String style() {
        return style;
    }

    /** The one typeface of a page, but for those in Arabic letters. */
    public String serif() {
        return serif;
    }

    /** The one typeface of pages in Arabic letters. */
    public String arabic() {
        return arabic;
    }

    /** Asks how often the story was read, and says so. */
    public String views() {
        return views;
    }

    public String icon() {
        return icon;
    }
}
