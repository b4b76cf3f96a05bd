package kz.qalam.launcher;

import java.util.Map;

/** The environment that a part gets: ours, without the secrets of the others, and its own. */
final class Environment {

    private Environment() {
    }

    static void forPart(Map<String, String> environment, Map<String, String> own) {
        environment.keySet().removeIf(name -> name.startsWith("QALAM_") && (name.endsWith("_PASSWORD")
                || name.endsWith("_SECRET") || name.endsWith("_KEY") || name.endsWith("TOKEN")
                || name.endsWith("_DB_USER")));
        // Many arenas cost a small machine memory and gain it nothing.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.putAll(own);
    }
}
