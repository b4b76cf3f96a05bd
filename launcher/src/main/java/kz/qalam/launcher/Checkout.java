package kz.qalam.launcher;

import java.nio.file.Path;

/**
 * The folder into which Qalam was cloned, and what the build left there.
 *
 * @param home the root, where ./qalam stands
 * @param pointer the file that says where this checkout's running instance keeps its data
 */
record Checkout(Path home, Path pointer) {

    static Checkout fromProperties() {
        Path home = Path.of(System.getProperty("qalam.home", "")).toAbsolutePath().normalize();
        String pointer = System.getProperty("qalam.pointer", "");
        return new Checkout(home,
                pointer.isEmpty() ? home.resolve(".qalam-instance") : Path.of(pointer).toAbsolutePath());
    }

    Path usualData() {
        return home.resolve(".qalam");
    }

    Path newsroom() {
        return home.resolve("web-admin/target/quarkus-app");
    }

    Path site() {
        return home.resolve("publishing/target/quarkus-app");
    }

    Path keycloak() {
        return home.resolve("launcher/target/keycloak-" + Versions.KEYCLOAK);
    }
}
