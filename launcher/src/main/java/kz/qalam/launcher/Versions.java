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

    /** Whether one version such as 26.7.3 is newer than another; nothing is newer than what is not known. */
    static boolean isNewer(String one, String other) {
        String[] ones = one.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int compared = Integer.compare(number(ones[i]), number(others[i]));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return false;
    }

    private static int number(String part) {
        String digits = part.replaceAll("\\D.*", "");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    private Versions() {
    }
}
