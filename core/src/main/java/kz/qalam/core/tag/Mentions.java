package kz.qalam.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.language.RussianNames;
import kz.qalam.core.language.morphology.Analyser;

/**
 * The tags that a text names, in whatever form: «Тоқаевтың», «Астанада», in a Russian text «Токаевым». A name is found where
 * each of its words stands, one after the other, by the key under which all forms of a word meet.
 */
@ApplicationScoped
public class Mentions {

    /** No more are offered. */
    public static final int MOST = 12;

    /** Characters that are read; of a longer text the beginning. */
    public static final int MOST_CHARACTERS = 200_000;

    /** A word that is no name may be a tag all the same, if the text keeps coming back to it. */
    private static final int OF_A_COMMON_WORD = 3;
    private static final int OF_A_NEW_NAME = 2;
    private static final int LONGEST_NEW_NAME = 3;
    private static final int MOST_KNOWN = 200_000;
    private static final int PORTION = 5_000;
    /** Rows may be committed a little out of order. */
    private static final int OVERLAP = 1_000;

    private final EntityManager entities;
    /** The keys of the words of every name, by the first of them. A name is never taken back, so this only grows. */
    private final Map<String, Set<Known>> known = new ConcurrentHashMap<>();
    /** The same by the keys that they have in Russian. */
    private final Map<String, Set<Known>> russian = new ConcurrentHashMap<>();
    private long entered;
    private int names;

    Mentions(EntityManager entities) {
        this.entities = entities;
    }

    /** @param key as the database keeps the name */
    private record Known(String key, List<String> words) {}

    /**
     * What a text may carry as tags and does not yet, what it names most first; of a Russian text only tags that there are.
     * Of a long text only the first {@value #MOST_CHARACTERS} characters are read. Nothing of it is kept.
     */
    @Transactional
    public List<Mention> in(Copy copy) {
        learn();
        boolean kazakh = copy.language() == Language.KK;
        Reading reading = Reading.of(copy, MOST_CHARACTERS);
        Map<String, Integer> found = kazakh ? found(reading) : foundInRussian(reading);
        Map<UUID, Named> tags = tags(found);
        Set<UUID> carried = tags(copy.tags().stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toMap(key -> key, key -> 1, Integer::sum))).keySet();
        List<Mention> mentions = new ArrayList<>();
        tags.forEach((id, named) -> {
            if (!carried.contains(id)) {
                mentions.add(new Mention(named.name(), true, named.times()));
            }
        });
        if (kazakh) {
            addNew(copy, reading, found, mentions);
        }
        mentions.sort(Comparator.comparing(Mention::known).thenComparing(Mention::times).reversed());
        return List.copyOf(mentions.subList(0, Math.min(MOST, mentions.size())));
    }

    /** Names that are no tags yet. */
    private static void addNew(Copy copy, Reading reading, Map<String, Integer> found, List<Mention> mentions) {
        Set<String> covered = Stream.concat(found.keySet().stream(), copy.tags().stream()).map(Mentions::keys)
                .map(words -> String.join(" ", words)).collect(Collectors.toSet());
        reading.names(LONGEST_NEW_NAME).forEach((name, times) -> {
            String key = String.join(" ", keys(name));
            if (times >= OF_A_NEW_NAME && covered.stream().noneMatch(one -> isPart(key, one) || isPart(one, key))) {
                mentions.add(new Mention(name, false, times));
            }
        });
    }

    private static boolean isPart(String part, String whole) {
        return (" " + whole + " ").contains(" " + part + " ");
    }

    /** How often each known name stands in the text, where it is more than a word in passing. */
    private Map<String, Integer> found(Reading reading) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> certain = new HashSet<>();
        for (int i = 0; i < reading.size(); i++) {
            for (Known name : known.getOrDefault(reading.key(i), Set.of())) {
                if (reading.goesOn(i, name.words())) {
                    times.merge(name.key(), 1, Integer::sum);
                    if (name.words().size() > 1 || reading.isName(i) || reading.isOnTop(i)) {
                        certain.add(name.key());
                    }
                }
            }
        }
        times.entrySet().removeIf(name -> name.getValue() < OF_A_COMMON_WORD && !certain.contains(name.getKey()));
        return times;
    }

    /** The same of a Russian text, where only words with capitals are names. */
    private Map<String, Integer> foundInRussian(Reading reading) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> certain = new HashSet<>();
        for (int i = 0; i < reading.size(); i++) {
            if (!reading.isCapital(i)) {
                continue;
            }
            for (Known name : russian.getOrDefault(reading.key(i), Set.of())) {
                if (reading.goesOn(i, name.words())) {
                    times.merge(name.key(), 1, Integer::sum);
                    if (name.words().size() > 1 || reading.isName(i)) {
                        certain.add(name.key());
                    }
                }
            }
        }
        times.keySet().retainAll(certain);
        return times;
    }

    private record Named(String name, int times) {}

    private Map<UUID, Named> tags(Map<String, Integer> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                select n.key, t.id, t.name from tag_name n join tag t on t.id = n.tag where n.key = any (:keys)""",
                Tuple.class).setParameter("keys", found.keySet().toArray(String[]::new)).getResultList();
        Map<UUID, Named> tags = new LinkedHashMap<>();
        rows.stream().map(Tuple.class::cast).forEach(row -> tags.merge(row.get("id", UUID.class),
                new Named(row.get("name", String.class), found.getOrDefault(row.get("key", String.class), 0)),
                (one, other) -> new Named(one.name(), Math.max(one.times(), other.times()))));
        return tags;
    }

    /** Reads the names that have come since the last call. */
    private synchronized void learn() {
        while (names < MOST_KNOWN) {
            List<?> rows = entities.createNativeQuery(
                    "select key, entered from tag_name where entered > :after order by entered", Tuple.class)
                    .setParameter("after", entered - OVERLAP).setMaxResults(PORTION).getResultList();
            long before = entered;
            for (Object one : rows) {
                Tuple row = (Tuple) one;
                String key = row.get("key", String.class);
                List<String> words = keys(key);
                entered = Math.max(entered, row.get("entered", Long.class));
                if (!words.isEmpty()
                        && known.computeIfAbsent(words.get(0), none -> ConcurrentHashMap.newKeySet())
                                .add(new Known(key, words))) {
                    names++;
                    List<String> inRussian = words.stream().map(RussianNames::key).toList();
                    russian.computeIfAbsent(inRussian.get(0), none -> ConcurrentHashMap.newKeySet())
                            .add(new Known(key, inRussian));
                }
            }
            if (rows.size() < PORTION || entered == before) {
                return;
            }
        }
    }

    private static List<String> keys(String name) {
        Analyser analyser = Analyser.shipped();
        return Reading.words(name).map(analyser::key).toList();
    }
}
