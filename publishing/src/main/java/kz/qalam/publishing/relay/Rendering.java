package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import kz.qalam.core.copy.Copy;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;

/**
 * What pages depend on besides releases: the program that prints them, the site's name and address, the sections. It goes
 * by one digest; when that differs from the folder's, all is printed again.
 */
final class Rendering {
    private static final byte[] PROGRAM = program();

    private Rendering() {
    }

    static String digest(Site site, List<Section> sections) {
        var digest = sha256();
        digest.update(PROGRAM);
        digest.update(site.toString().getBytes(UTF_8));
        digest.update(sections.toString().getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The bytes of this program and of the copy that it reads: no change to either can be forgotten. */
    private static byte[] program() {
        var digest = sha256();
        for (var part : List.of(Rendering.class, Copy.class)) {
            try {
                var source = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
                try (var files = Files.walk(source)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(source.relativize(file).toString().getBytes(UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
