package kz.qalam.publishing.relay;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The site's numbers for Prometheus: how far it has followed, and whether it can go on. */
@ApplicationScoped
class Gauges {

    void register(@Observes Startup event, MeterRegistry registry, Relay relay, RelayConfig config,
            @ConfigProperty(name = "qalam.search.folder") Path search) {
        Gauge.builder("qalam.site.database.up", relay, one -> one.state().database() ? 1 : 0)
                .description("Whether the site's database answers; readers are served without it").register(registry);
        Gauge.builder("qalam.site.writing", relay, one -> one.state().writing() ? 1 : 0)
                .description("Whether this process is the one that writes the target").register(registry);
        Gauge.builder("qalam.site.position", relay, one -> one.state().position())
                .description("The last release that stands on the target").register(registry);
        Gauge.builder("qalam.site.waiting", relay, one -> one.state().waiting())
                .description("Pages that wait to be printed again").register(registry);
        room(registry, config.folder(), "site");
        room(registry, search, "search");
    }

    /** Micrometer holds weakly what it asks; nobody else holds this folder. */
    static void room(MeterRegistry registry, Path folder, String name) {
        Gauge.builder("qalam.disk.free.bytes", folder, Gauges::free).tag("folder", name).description("Room on the disk")
                .strongReference(true).register(registry);
    }

    /** Under a folder that is not made yet there is the room of the one in which it will be. */
    private static double free(Path folder) {
        var there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }
}
