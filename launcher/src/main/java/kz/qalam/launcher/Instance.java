package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Qalam that was started: what other commands must know of it, as the launcher wrote it into {@code run/} of the data folder.
 *
 * @param launcher the process that started the parts and watches over them
 * @param ready whether all parts have answered since the start
 */
record Instance(DataFolder data, Footprint launcher, Instant since, boolean demo, boolean ready, String realmUrl,
        String newsroomHere, List<Member> members) {

    /**
     * A part as the instance knows it.
     *
     * @param probe the address at which it answers when it is ready
     * @param local whether the launcher runs it as a process
     */
    record Member(String name, String address, String probe, boolean local) {}

    private static Path file(DataFolder data) {
        return data.run().resolve("instance.json");
    }

    /** This checkout's instance: the one with that data folder or, where none is named, the one that the pointer names. */
    static Optional<Instance> find(Checkout checkout, Optional<Path> asked) {
        if (asked.isPresent()) {
            return read(DataFolder.at(asked.get()));
        }
        return pointed(checkout).or(() -> read(DataFolder.at(checkout.usualData())));
    }

    private static Optional<Instance> pointed(Checkout checkout) {
        try {
            return read(DataFolder.at(Path.of(Files.readString(checkout.pointer()).strip())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static Optional<Instance> read(DataFolder data) {
        try {
            JsonNode written = Json.read(Files.readAllBytes(file(data)));
            List<Member> members = new ArrayList<>();
            for (JsonNode member : written.path("members")) {
                members.add(new Member(member.path("name").asText(), member.path("address").asText(),
                        member.path("probe").asText(), member.path("local").asBoolean()));
            }
            return Optional.of(new Instance(data, footprint(written.path("launcher")),
                    Instant.parse(written.path("since").asText()), written.path("demo").asBoolean(),
                    written.path("ready").asBoolean(), written.path("realmUrl").asText(),
                    written.path("newsroomHere").asText(), members));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    void write() {
        ObjectNode written = Json.object();
        written.set("launcher", json(launcher));
        written.put("since", since.toString()).put("demo", demo).put("ready", ready).put("realmUrl", realmUrl)
                .put("newsroomHere", newsroomHere);
        ArrayNode list = written.putArray("members");
        for (Member member : members) {
            list.addObject().put("name", member.name()).put("address", member.address()).put("probe", member.probe())
                    .put("local", member.local());
        }
        save(file(data), written);
    }

    Instance nowReady() {
        return new Instance(data, launcher, since, demo, true, realmUrl, newsroomHere, members);
    }

    /** Whether a part is up: its process lives, and it answers. */
    boolean answers(Member member, Map<String, String> environment) {
        // Whoever else listens at the address of a part that is dead is a stranger.
        if (member.local() && process(data, member.name()).filter(Footprint::isAlive).isEmpty()) {
            return false;
        }
        if (!member.probe().startsWith("jdbc:")) {
            return Probe.http(member.probe()).answers();
        }
        Settings settings = new Settings(environment, demo);
        String password = new Secrets(data.secrets()).find(Settings.Role.NEWSROOM.usual)
                .or(() -> settings.text(Settings.Role.NEWSROOM.passwordVariable())).orElse("");
        return new Probe(member.probe(), settings.user(Settings.Role.NEWSROOM), password).answers();
    }

    boolean isRunning() {
        return launcher.isAlive();
    }

    /** Notes in the checkout that its commands mean this instance, unless a running one is meant already. */
    void point(Checkout checkout) {
        if (pointed(checkout).filter(other -> !other.data().equals(data)).filter(Instance::isRunning).isEmpty()) {
            try {
                DataFolder.write(checkout.pointer(), data.path() + "\n");
            } catch (IOException e) {
                throw Trouble.of(e);
            }
        }
    }

    // ------------------------------------------------------------------------------------------ its processes

    static void rememberProcess(DataFolder data, String part, Footprint footprint) {
        save(data.run().resolve(part + ".json"), json(footprint));
    }

    static void forgetProcess(DataFolder data, String part) {
        try {
            Files.deleteIfExists(data.run().resolve(part + ".json"));
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** The process of a part as it was last recorded; it may be dead. */
    static Optional<Footprint> process(DataFolder data, String part) {
        try {
            return Optional.of(footprint(Json.read(Files.readAllBytes(data.run().resolve(part + ".json")))));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Footprint footprint(JsonNode written) {
        return new Footprint(written.path("pid").asLong(), written.path("started").asText(),
                written.path("mark").asText());
    }

    private static ObjectNode json(Footprint footprint) {
        return Json.object().put("pid", footprint.pid()).put("started", footprint.started()).put("mark",
                footprint.mark());
    }

    private static void save(Path file, ObjectNode written) {
        try {
            DataFolder.write(file, written.toString());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }
}
