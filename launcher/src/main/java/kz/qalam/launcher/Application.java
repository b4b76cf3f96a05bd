package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the two applications, the newsroom or the public site, with the environment that it reads. */
final class Application implements Part.Local {

    private static final int MEGABYTES = 512;
    private static final int NEWSROOMS_YOUNG = 48;
    /** Half a megabyte passes for each page of search results. */
    private static final int SITES_YOUNG = 128;

    private final String name;
    private final Path built;
    private final DataFolder data;
    private final Settings settings;
    private final String address;
    private final String here;
    private final int young;
    private final Map<String, String> environment;

    private Application(String name, Path built, DataFolder data, Settings settings, String address, String here,
            int young, Map<String, String> environment) {
        this.name = name;
        this.young = young;
        this.built = built;
        this.data = data;
        this.settings = settings;
        this.address = address;
        this.here = here;
        this.environment = environment;
    }

    static Application newsroom(Checkout checkout, DataFolder data, Settings settings, Keys keys) {
        return new Application("newsroom", checkout.newsroom(), data, settings, settings.newsroomUrl(),
                settings.newsroomHere(), NEWSROOMS_YOUNG,
                withPictures(settings, data, Map.entry("QALAM_HOST", settings.host()),
                        Map.entry("QALAM_NEWSROOM_PORT", port(settings, Settings.Port.NEWSROOM)),
                        Map.entry("QALAM_MANAGEMENT_HOST", settings.managementHost()),
                        Map.entry("QALAM_NEWSROOM_MANAGEMENT_PORT", port(settings, Settings.Port.NEWSROOM_MANAGEMENT)),
                        Map.entry("QALAM_TRACES_OFF", Boolean.toString(settings.text("QALAM_TRACES").isEmpty())),
                        Map.entry("QALAM_PREVIEW_PORT", port(settings, Settings.Port.PREVIEW)),
                        Map.entry("QALAM_NEWSROOM_URL", settings.newsroomUrl()),
                        Map.entry("QALAM_SITE_URL", settings.siteUrl()),
                        Map.entry("QALAM_DB_URL", settings.databaseUrl()),
                        Map.entry("QALAM_NEWSROOM_DB_USER", settings.user(Settings.Role.NEWSROOM)),
                        Map.entry("QALAM_NEWSROOM_DB_PASSWORD", keys.password(Settings.Role.NEWSROOM)),
                        Map.entry("QALAM_KEYCLOAK_URL", settings.keycloakUrl()),
                        Map.entry("QALAM_REALM", settings.realm()),
                        // Started together, and Keycloak's start is the longer one.
                        Map.entry("QALAM_KEYCLOAK_WAIT", settings.text("QALAM_KEYCLOAK_WAIT").orElse("180S")),
                        Map.entry("QALAM_OIDC_CLIENT_SECRET", keys.clientSecret()),
                        Map.entry("QALAM_STAFF_CLIENT_SECRET", keys.staffSecret()),
                        Map.entry("QALAM_PREVIEW_KEY", keys.previewKey()),
                        Map.entry("QALAM_COOKIE_KEY", keys.cookieKey()),
                        Map.entry("QALAM_SEALS_FOLDER", data.seals().toString())));
    }

    static Application site(Checkout checkout, DataFolder data, Settings settings, Keys keys) {
        return new Application("site", checkout.site(), data, settings, settings.siteUrl(), settings.siteHere(),
                SITES_YOUNG, withPictures(settings, data, Map.entry("QALAM_HOST", settings.host()),
                        Map.entry("QALAM_SITE_PORT", port(settings, Settings.Port.SITE)),
                        Map.entry("QALAM_MANAGEMENT_HOST", settings.managementHost()),
                        Map.entry("QALAM_SITE_MANAGEMENT_PORT", port(settings, Settings.Port.SITE_MANAGEMENT)),
                        Map.entry("QALAM_TRACES_OFF", Boolean.toString(settings.text("QALAM_TRACES").isEmpty())),
                        Map.entry("QALAM_PREVIEW_PORT", port(settings, Settings.Port.PREVIEW)),
                        Map.entry("QALAM_PREVIEW_KEY", keys.previewKey()),
                        Map.entry("QALAM_SITE_URL", settings.siteUrl()),
                        Map.entry("QALAM_DB_URL", settings.databaseUrl()),
                        Map.entry("QALAM_SITE_DB_USER", settings.user(Settings.Role.SITE)),
                        Map.entry("QALAM_SITE_DB_PASSWORD", keys.password(Settings.Role.SITE)),
                        Map.entry("QALAM_SITE_FOLDER",
                                data.site(settings).toString()),
                        Map.entry("QALAM_SEARCH_FOLDER",
                                settings.text("QALAM_SEARCH_FOLDER").orElse(data.search().toString())),
                        Map.entry("QALAM_SITE_NAME", settings.text("QALAM_SITE_NAME").orElse("QALAM.KZ"))));
    }

    /** Both applications read one vault; a bucket is named as it is in the environment. */
    @SafeVarargs
    private static Map<String, String> withPictures(Settings settings, DataFolder data,
            Map.Entry<String, String>... entries) {
        Map<String, String> environment = new HashMap<>(Map.ofEntries(entries));
        environment.put("QALAM_PICTURES_FOLDER", data.pictures(settings).toString());
        for (String name : List.of("BUCKET", "ENDPOINT", "REGION", "ACCESS_KEY", "SECRET_KEY")) {
            settings.text("QALAM_PICTURES_" + name)
                    .ifPresent(value -> environment.put("QALAM_PICTURES_" + name, value));
        }
        return Map.copyOf(environment);
    }

    private static String port(Settings settings, Settings.Port port) {
        return Integer.toString(settings.port(port));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Probe probe() {
        return Probe.http(here + "/q/health/ready");
    }

    @Override
    public String mark() {
        return Java.mark(name, data);
    }

    private Path ours() {
        return data.parts().resolve(name);
    }

    /**
     * Takes a copy of what was built: a build beside a running house must not pull its classes from under it, and a part that
     * is started again must be the one that died.
     */
    void install() {
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new Trouble("not-built", built);
        }
        try {
            Trees.delete(ours());
            Trees.copy(built, ours());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public void prepare() {
        // install() readied everything, once
    }

    @Override
    public ProcessBuilder process() {
        List<String> command = new ArrayList<>(Java.command(name, data, settings, MEGABYTES, young));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-jar");
        command.add(ours().resolve("quarkus-run.jar").toString());
        ProcessBuilder process = new ProcessBuilder(command).directory(data.path().toFile());
        Environment.forPart(process.environment(), environment);
        return process;
    }
}
