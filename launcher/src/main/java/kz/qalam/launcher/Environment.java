package kz.qalam.launcher;

import java.util.Map;

/** The environment that a part gets: ours, without the secrets of the others, and its own. */
final class Environment {

    private Environment() {
    }

    /** Whether a variable of ours carries a secret. */
    static boolean isSecret(String name) {
        return name.startsWith("QALAM_") && (name.endsWith("_PASSWORD") || name.endsWith("_SECRET")
                || name.endsWith("_KEY") || name.endsWith("TOKEN"));
    }

    static void forPart(Map<String, String> environment, Map<String, String> own) {
        environment.keySet()
                .removeIf(name -> isSecret(name) || (name.startsWith("QALAM_") && name.endsWith("_DB_USER")));
        // Many arenas cost a small machine memory and gain it nothing.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.putAll(own);
    }
}
