package kz.qalam.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The site of all tests: one PostgreSQL, one folder. */
public final class SiteUnderTest implements QuarkusTestResourceLifecycleManager {
    /** Where the database keeps its data: for tests that kill it. */
    public static final String DATABASE_FOLDER = "test.database.folder";

    private @Nullable Path folder;
    private @Nullable Database database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("qalam-publishing");
            var data = folder.resolve("database");
            var running = Database.start(data);
            database = running;
            var site = folder.resolve("site").toString();
            return Map.of("quarkus.datasource.jdbc.url", running.url(), "quarkus.datasource.username", "qalam_site",
                    "quarkus.datasource.password", Database.PASSWORD, "qalam.relay.folder", site, "qalam.site.folder",
                    site,
                    "qalam.relay.site-url", "https://qalam.example", "qalam.relay.site-name", "QALAM.KZ",
                    "qalam.pictures.folder", folder.resolve("pictures").toString(), "qalam.search.folder",
                    folder.resolve("search").toString(), DATABASE_FOLDER,
                    data.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        if (folder != null) {
            remove(folder);
        }
    }

    /** A folder and all that is in it. */
    public static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(Objects.requireNonNull(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
