package kz.qalam.publishing.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Tells nginx how to serve the folder as this house serves it: what is gone with its notice, what has moved with the way
 * there, compressed twins, and the same headers. Made anew by the writer, so that it always fits the files.
 */
public final class WebServer {
    /** Belongs within {@code http}. */
    public static final String MAPS = "/" + Folder.INNER + "/nginx-maps.conf";
    /** Belongs within {@code server}. */
    public static final String SERVER = "/" + Folder.INNER + "/nginx-server.conf";

    private WebServer() {
    }

    public static byte[] maps(Path folder) {
        return text("nginx-maps.conf", folder);
    }

    public static byte[] server(Path folder) {
        return text("nginx-server.conf", folder);
    }

    private static byte[] text(String name, Path folder) {
        try (var stream = WebServer.class.getResourceAsStream("/site/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the site lacks " + name);
            }
            var root = folder.toAbsolutePath().normalize().toString().replace("\\", "\\\\").replace("\"", "\\\"");
            return new String(stream.readAllBytes(), UTF_8).replace("@FOLDER@", root).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
