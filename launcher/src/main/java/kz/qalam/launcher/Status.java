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
            boolean up = found.filter(instance -> instance.answers(member, circumstances.environment())).isPresent();
            allUp &= up;
            circumstances.voice()
                    .line(String.format("%-10s  %-28s  %s", member.name(), member.address(), up ? "up" : "down"));
        }
        // On standard error: scripts read a line a part.
        found.flatMap(instance -> instance.held(circumstances.environment())).ifPresent(since -> {
            circumstances.voice().warn("held", circumstances.voice().words().time(since));
            circumstances.voice().warn("held-site");
        });
        return allUp ? 0 : 1;
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
