package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of what Qalam starts beside itself, as the build wrote them down. */
final class Versions {

    static final String QALAM;
    static final String KEYCLOAK;
    static final String POSTGRES;

    static {
        Properties versions = new Properties();
        try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        QALAM = Objects.requireNonNull(versions.getProperty("qalam"));
        KEYCLOAK = Objects.requireNonNull(versions.getProperty("keycloak"));
        POSTGRES = Objects.requireNonNull(versions.getProperty("postgres"));
    }

    private Versions() {
    }
}
