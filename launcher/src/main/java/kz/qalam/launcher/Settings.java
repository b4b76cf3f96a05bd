package kz.qalam.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the environment asks for (docs/running.md lists it all). A wrong value is named, with its variable. */
record Settings(Map<String, String> environment, boolean demo) {

    /** A port that Qalam listens on, the variable that moves it, and where it is usually. */
    enum Port {
        NEWSROOM("QALAM_NEWSROOM_PORT", 8080),
        SITE("QALAM_SITE_PORT", 8090),
        PREVIEW("QALAM_PREVIEW_PORT",
                8091),
        KEYCLOAK(
                "QALAM_KEYCLOAK_PORT", 8180),
        DATABASE("QALAM_DB_PORT", 15432),
        NEWSROOM_MANAGEMENT("QALAM_NEWSROOM_MANAGEMENT_PORT", 8088),
        SITE_MANAGEMENT("QALAM_SITE_MANAGEMENT_PORT", 8098);

        final String variable;
        final int usual;

        Port(String variable, int usual) {
            this.variable = variable;
            this.usual = usual;
        }

        /** As the messages name it: port.newsroom, port.site, port.keycloak … */
        String key() {
            return "port." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The roles by which PostgreSQL lets each part in, and the variable that may bring its password from outside. */
    enum Role {
        OWNER("qalam_owner", "QALAM_OWNER_DB"),
        NEWSROOM("qalam_newsroom", "QALAM_NEWSROOM_DB"),
        SITE("qalam_site",
                "QALAM_SITE_DB"),
        KEYCLOAK("qalam_keycloak", "QALAM_KEYCLOAK_DB");

        final String usual;
        private final String prefix;

        Role(String usual, String prefix) {
            this.usual = usual;
            this.prefix = prefix;
        }

        String userVariable() {
            return prefix + "_USER";
        }

        String passwordVariable() {
            return prefix + "_PASSWORD";
        }
    }

    Optional<String> text(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    int port(Port port) {
        Optional<String> value = text(port.variable);
        if (value.isEmpty()) {
            return port.usual;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= 1 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new Trouble("port-wrong", port.variable, value.get());
    }

    Optional<Long> number(String variable) {
        Optional<String> value = text(variable);
        try {
            return value.map(Long::parseUnsignedLong);
        } catch (NumberFormatException notANumber) {
            throw new Trouble("number-wrong", variable, value.orElse(""));
        }
    }

    String host() {
        return text("QALAM_HOST").orElse("127.0.0.1");
    }

    /** Where the applications tell their numbers to those who watch. */
    String managementHost() {
        return text("QALAM_MANAGEMENT_HOST").orElse("127.0.0.1");
    }

    /** Whether both applications listen on this machine's loopback only. */
    boolean onLoopback() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host())) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            throw new Trouble("host-unknown", host());
        }
    }

    /** Where a part that listens on {@link #host()} is reached from this machine. */
    String reachableHost() {
        try {
            InetAddress address = InetAddress.getByName(host());
            if (address.isAnyLocalAddress()) {
                return "127.0.0.1";
            }
        } catch (UnknownHostException unknown) {
            throw new Trouble("host-unknown", host());
        }
        return host().contains(":") && !host().startsWith("[") ? "[" + host() + "]" : host();
    }

    String realm() {
        return text("QALAM_REALM").orElse(demo ? "qalam-demo" : "qalam");
    }

    Optional<String> databaseElsewhere() {
        return text("QALAM_DB_URL");
    }

    String databaseUrl() {
        return databaseElsewhere().orElseGet(() -> embeddedDatabaseUrl("qalam"));
    }

    String embeddedDatabaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port(Port.DATABASE) + "/" + database;
    }

    /** Where the embedded Keycloak keeps its accounts. */
    String keycloakDatabaseUrl() {
        return text("QALAM_KEYCLOAK_DB_URL").orElseGet(() -> Databases.beside(databaseUrl(), "qalam_keycloak"));
    }

    /** What was asked, without what only we may know. */
    Map<String, String> withoutSecrets() {
        Map<String, String> told = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("QALAM_") && !Environment.isSecret(name) && !name.endsWith("_JAVA_OPTS")
                    && !value.contains("password=")) {
                told.put(name, value);
            }
        });
        return told;
    }

    String user(Role role) {
        return text(role.userVariable()).orElse(role.usual);
    }

    Optional<String> keycloakElsewhere() {
        return text("QALAM_KEYCLOAK_URL").map(Settings::withoutLastSlash);
    }

    String keycloakUrl() {
        return keycloakElsewhere().orElseGet(() -> "http://127.0.0.1:" + port(Port.KEYCLOAK));
    }

    String realmUrl() {
        return keycloakUrl() + "/realms/" + realm();
    }

    /** The newsroom as this machine reaches it. */
    String newsroomHere() {
        return "http://" + reachableHost() + ":" + port(Port.NEWSROOM);
    }

    String siteHere() {
        return "http://" + reachableHost() + ":" + port(Port.SITE);
    }

    /** The newsroom's public address, as links and log-in use it. */
    String newsroomUrl() {
        return text("QALAM_NEWSROOM_URL").map(Settings::withoutLastSlash).orElseGet(this::newsroomHere);
    }

    String siteUrl() {
        return text("QALAM_SITE_URL").map(Settings::withoutLastSlash).orElseGet(this::siteHere);
    }

    private static String withoutLastSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
