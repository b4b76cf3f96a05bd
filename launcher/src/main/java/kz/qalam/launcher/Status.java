package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalam status}: a line a part, and exit 0 only if all are up. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    private final Circumstances circumstances;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Status(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Optional<Instance> found = Instance.find(circumstances.checkout(), Optional.ofNullable(folder));
        List<Instance.Member> members = found.map(Instance::members).orElseGet(this::usual);
        boolean allUp = true;
        for (Instance.Member member : members) {
            boolean up = found.filter(instance -> answers(instance, member)).isPresent();
            allUp &= up;
            circumstances.voice()
                    .line(String.format("%-10s  %-28s  %s", member.name(), member.address(), up ? "up" : "down"));
        }
        return allUp ? 0 : 1;
    }

    private boolean answers(Instance instance, Instance.Member member) {
        // Whoever else listens at the address of a part that is dead is a stranger.
        if (member.local() && Instance.process(instance.data(), member.name()).filter(Footprint::isAlive).isEmpty()) {
            return false;
        }
        if (!member.probe().startsWith("jdbc:")) {
            return Probe.http(member.probe()).answers();
        }
        Settings settings = new Settings(circumstances.environment(), instance.demo());
        String password = new Secrets(instance.data().secrets()).find(Settings.Role.NEWSROOM.usual)
                .or(() -> settings.text(Settings.Role.NEWSROOM.passwordVariable())).orElse("");
        return new Probe(member.probe(), settings.user(Settings.Role.NEWSROOM), password).answers();
    }

    /** What would be started here. */
    private List<Instance.Member> usual() {
        Settings settings = new Settings(circumstances.environment(), true);
        return List.of(new Instance.Member("postgresql", Databases.address(settings.databaseUrl()), "", false),
                new Instance.Member("keycloak", settings.keycloakUrl(), "", false),
                new Instance.Member("newsroom", settings.newsroomUrl(), "", false),
                new Instance.Member("site", settings.siteUrl(), "", false));
    }
}
