package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String PICTURES = "QALAM_PICTURES_FOLDER";
    /** What says where a house has its things. */
    private static final List<String> PLACES = List.of("QALAM_DB_URL", "QALAM_KEYCLOAK_URL", "QALAM_KEYCLOAK_DB_URL",
            PICTURES, "QALAM_PICTURES_BUCKET", "QALAM_SITE_FOLDER");

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
        if (member.local() && processes(data, member.name()).isEmpty()) {
            return false;
        }
        if (!member.probe().startsWith("jdbc:")) {
            return Probe.http(member.probe()).answers();
        }
        Settings settings = laid(environment);
        String password = new Secrets(data.secrets()).find(Settings.Role.NEWSROOM.usual)
                .or(() -> settings.text(Settings.Role.NEWSROOM.passwordVariable())).orElse("");
        return new Probe(member.probe(), settings.user(Settings.Role.NEWSROOM), password).answers();
    }

    /**
     * What a command works with: what the house was started with, and over it what the command's own environment says, such as
     * passwords. Refuses an environment in which the house would have its things elsewhere: it is that of another house.
     */
    Settings settings(Map<String, String> environment) {
        Map<String, String> house = started();
        Settings its = new Settings(house, demo);
        Settings asked = new Settings(environment, demo);
        for (String place : PLACES) {
            Optional<String> named = asked.text(place).filter(value -> !value.contains("password="));
            if (named.isPresent() && !there(place, asked).equals(there(place, its))) {
                throw new Trouble("house-elsewhere", place, named.get(), there(place, its));
            }
        }
        return laid(environment);
    }

    private Settings laid(Map<String, String> environment) {
        Map<String, String> its = started();
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                its.put(name, value);
            }
        });
        for (Member member : members) {
            if (member.name().equals("postgresql") && member.local()) {
                its.put(Settings.Port.DATABASE.variable, member.address().replaceAll(".*:", ""));
            }
        }
        its.put("QALAM_REALM", realmUrl.replaceAll(".*/", ""));
        return new Settings(its, demo);
    }

    /** Where something is by those settings, as two of them can be compared. */
    private String there(String place, Settings settings) {
        return switch (place) {
            case PICTURES -> data.pictures(settings).toString();
            case "QALAM_SITE_FOLDER" -> data.site(settings).toString();
            case "QALAM_KEYCLOAK_URL" -> settings.keycloakElsewhere().orElse("–");
            default -> settings.text(place).orElse("–");
        };
    }

    /** What the running house was started with, without secrets; a restored folder's settings are written anew by its start. */
    private Map<String, String> started() {
        Map<String, String> told = new HashMap<>();
        try {
            Json.read(Files.readAllBytes(data.settings())).properties()
                    .forEach(said -> told.put(said.getKey(), said.getValue().asText()));
        } catch (NoSuchFileException none) {
            // Nothing was said at its start
        } catch (IOException e) {
            throw Trouble.of(e);
        }
        for (Member member : members) {
            if (member.name().equals("postgresql") && !member.local()) {
                told.put("QALAM_DB_URL", member.probe());
            }
        }
        return told;
    }

    /** The site as this machine reaches it, whatever its public address is. */
    String siteHere() {
        return members.stream().filter(member -> member.name().equals("site"))
                .map(member -> member.probe().replaceAll("/q/health/ready$", "")).findFirst().orElseThrow();
    }

    /** A connection as the tables' owner, for what only the owner may do. */
    Connection owner(Map<String, String> environment) throws SQLException {
        return connection(environment, Settings.Role.OWNER);
    }

    Connection connection(Map<String, String> environment, Settings.Role role) throws SQLException {
        Settings settings = settings(environment);
        return Databases.connect(settings.databaseUrl(), settings.user(role),
                new Keys(settings, new Secrets(data.secrets())).password(role), Duration.ofSeconds(10));
    }

    /** Why and since when this house publishes nothing; empty when it does, or when the database does not say. */
    Optional<Instant> held(Map<String, String> environment) {
        try (Connection connection = connection(environment, Settings.Role.NEWSROOM);
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select held_at from newsroom.house where held_at is not null")) {
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        } catch (SQLException | Trouble silent) {
            return Optional.empty();
        }
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

    /** The processes of a part that run: the one that was written down, and what could not be, known by its mark. */
    static List<Footprint> processes(DataFolder data, String part) {
        List<Footprint> all = new ArrayList<>(
                Footprint.marked(part.equals("postgresql") ? data.postgres().toString() : Java.mark(part, data)));
        process(data, part).filter(Footprint::isAlive).filter(known -> !all.contains(known)).ifPresent(all::add);
        return all;
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
