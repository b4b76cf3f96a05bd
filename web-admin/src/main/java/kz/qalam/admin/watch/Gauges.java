package kz.qalam.admin.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import kz.qalam.core.audit.Seals;
import kz.qalam.core.publication.Backlog;
import kz.qalam.core.publication.Backlog.Numbers;

/**
 * The newsroom's numbers for Prometheus; docs/operations.md says what each means and when to worry. A number that is not known
 * (its database is away) is not a number: never a zero that looks like all is well.
 */
@ApplicationScoped
class Gauges {

    /** Several numbers are read by one query; it is asked no more often than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Backlog backlog;
    private final Seals seals;
    private final Clock clock;
    private final Optional<Path> folder;
    private final Optional<Path> pictures;
    private final Instant started;
    private @Nullable Numbers numbers;
    private Instant readAt = Instant.EPOCH;

    Gauges(Backlog backlog, Seals seals, Clock clock,
            @ConfigProperty(name = "qalam.seals.folder") Optional<Path> folder,
            @ConfigProperty(name = "qalam.pictures.folder") Path pictures,
            @ConfigProperty(name = "qalam.pictures.bucket") Optional<String> bucket) {
        this.backlog = backlog;
        this.seals = seals;
        this.clock = clock;
        this.started = clock.instant();
        this.folder = folder;
        this.pictures = bucket.filter(name -> !name.isBlank()).isPresent() ? Optional.empty() : Optional.of(pictures);
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        gauge(registry, "qalam.release.overdue.seconds",
                "For how long the longest waiting edition has been due and is not released", Numbers::overdueSeconds);
        gauge(registry, "qalam.release.failing", "Planned editions whose release went wrong", Numbers::failing);
        gauge(registry, "qalam.delivery.oldest.seconds",
                "How old the oldest release is that some receiver does not have", Numbers::deliverySeconds);
        gauge(registry, "qalam.review.open", "Rounds of review that wait for a verdict", Numbers::openRounds);
        gauge(registry, "qalam.review.oldest.seconds", "For how long the oldest of them has waited",
                Numbers::roundSeconds);
        gauge(registry, "qalam.house.held", "1 after a restore, until someone tells the house to publish",
                known -> known.held() ? 1 : 0);
        gauge(registry, "qalam.frozen", "1 while a person has stopped all releases but withdrawals",
                known -> known.frozen() ? 1 : 0);
        Gauge.builder("qalam.database.up", this, gauges -> gauges.numbers() == null ? 0 : 1)
                .description("Whether the newsroom's database answers").register(registry);
        Gauge.builder("qalam.seal.age.seconds", this, Gauges::sealAge)
                .description("What is younger could be rewritten unseen by whoever owns the database")
                .register(registry);
        folder.ifPresent(path -> room(registry, path, "seals"));
        pictures.ifPresent(path -> room(registry, path, "pictures"));
    }

    private static void room(MeterRegistry registry, Path folder, String name) {
        Gauge.builder("qalam.disk.free.bytes", folder, Gauges::free).tag("folder", name).description("Room on the disk")
                .strongReference(true).register(registry);
    }

    /** Under a folder that is not made yet there is the room of the one in which it will be. */
    private static double free(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Numbers> read) {
        Gauge.builder(name, this, gauges -> {
            Numbers known = gauges.numbers();
            return known == null ? Double.NaN : read.applyAsDouble(known);
        }).description(what).register(registry);
    }

    /** Where no round has ever come to its end it counts from the start: a folder that takes no seals is no unknown number. */
    private double sealAge() {
        return folder.isEmpty()
                ? Double.NaN
                : Duration.between(seals.lastRound().orElse(started), clock.instant()).toMillis() / 1000.0;
    }

    private synchronized @Nullable Numbers numbers() {
        Instant now = clock.instant();
        if (Duration.between(readAt, now).abs().compareTo(FRESH) > 0) {
            readAt = now;
            try {
                numbers = backlog.read();
            } catch (RuntimeException away) {
                numbers = null;
            }
        }
        return numbers;
    }
}
