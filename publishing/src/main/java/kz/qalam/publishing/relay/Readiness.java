package kz.qalam.publishing.relay;

import java.nio.file.Files;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import kz.qalam.publishing.target.Layout;

/**
 * Ready is who can serve readers: a front page stands in the folder, or the house is held and there is nothing to serve. The site goes on without its database, so a lost one
 * is told here and takes no reader away.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {
    private final Relay relay;
    private final RelayConfig config;
    private final House house;

    Readiness(Relay relay, RelayConfig config, House house) {
        this.relay = relay;
        this.config = config;
        this.house = house;
    }

    @Override
    public HealthCheckResponse call() {
        var state = relay.state();
        return HealthCheckResponse.named("site")
                .status(house.isKnownHeld() || Files.exists(config.folder().resolve(Layout.PAGE)))
                .withData("database", state.database() ? "up" : "down").withData("writing", state.writing())
                .withData("position", state.position()).withData("waiting", state.waiting()).build();
    }
}
