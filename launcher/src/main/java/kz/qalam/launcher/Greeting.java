package kz.qalam.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person needs to know when all is up: addresses, accounts, how to stop. */
record Greeting(Instance instance, Secrets secrets, Voice voice, Map<String, String> environment) {

    static final List<String> DEMO_ACCOUNTS = List.of("author", "author2", "editor", "reviewer", "publisher", "admin");

    void say() {
        voice.say("ready");
        for (Instance.Member member : instance.members()) {
            voice.say("address." + member.name(), member.address());
        }
        if (instance.demo()) {
            voice.say("demo-accounts", String.join(", ", DEMO_ACCOUNTS));
        }
        Optional<String> firstAdmin = Keycloak.firstAdmin(secrets);
        firstAdmin.ifPresent(password -> {
            voice.say("first-admin", "admin", password);
            Keycloak.firstAdminTold(secrets);
        });
        instance.held(environment).ifPresent(since -> {
            voice.say("held", voice.words().time(since));
            voice.say("held-site");
        });
        voice.say("how-to-stop");
    }
}
