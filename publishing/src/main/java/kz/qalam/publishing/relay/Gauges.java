package kz.qalam.publishing.relay;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The site's numbers for Prometheus: how far it has followed, and whether it can go on. */
@ApplicationScoped
class Gauges {

    void register(@Observes Startup event, MeterRegistry registry, Relay relay, RelayConfig config) {
        Gauge.builder("qalam.site.database.up", relay, one -> one.state().database() ? 1 : 0)
                .description("Whether the site's database answers; readers are served without it").register(registry);
        Gauge.builder("qalam.site.writing", relay, one -> one.state().writing() ? 1 : 0)
                .description("Whether this process is the one that writes the target").register(registry);
        Gauge.builder("qalam.site.position", relay, one -> one.state().position())
                .description("The last release that stands on the target").register(registry);
        Gauge.builder("qalam.site.waiting", relay, one -> one.state().waiting())
                .description("Pages that wait to be printed again").register(registry);
        Gauge.builder("qalam.disk.free.bytes", config.folder(), Gauges::free).tag("folder", "site")
                .description("Room on the disk").register(registry);
    }

    private static double free(Path folder) {
        return folder.toFile().getUsableSpace();
    }
}
