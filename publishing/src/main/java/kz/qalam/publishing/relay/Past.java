package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.relay.Standing.Place;

/**
 * What was live at one moment, and how long lists were, held in memory: while a whole site is printed, the database need not be
 * asked for each story and each page.
 */
final class Past {
    private final List<Place> all;
    private final Map<String, List<Place>> bySection = new HashMap<>();
    private final Map<UUID, Place> byArticle = new HashMap<>();
    private final Map<Leaf, Integer> lengths = new HashMap<>();

    Past(Collection<Place> places, Collection<Seats.Length> lists) {
        lists.forEach(list -> lengths.put(new Leaf(list.kind(), list.name(), 0), list.last()));
        all = places.stream().filter(Place::live).sorted(Comparator.comparingLong(Place::firstRelease)).toList();
        for (var place : all) {
            byArticle.put(place.article(), place);
            if (place.section() != null) {
                bySection.computeIfAbsent(place.section(), none -> new ArrayList<>()).add(place);
            }
        }
    }

    /** As {@link Standings#newest}. */
    List<Place> newest(@Nullable String section, long upTo, int most) {
        var among = section == null ? all : bySection.getOrDefault(section, List.of());
        int low = 0;
        int high = among.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (among.get(middle).firstRelease() <= upTo) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var newest = new ArrayList<Place>();
        for (int i = low - 1; i >= 0 && newest.size() < most; i--) {
            newest.add(among.get(i));
        }
        return newest;
    }

    /** Those of them that were live. */
    List<Place> places(Collection<UUID> articles) {
        return articles.stream().map(byArticle::get).filter(Objects::nonNull).toList();
    }

    /** As {@link Seats#last}. @param own the list's own page */
    int last(Leaf own) {
        return lengths.getOrDefault(own, 0);
    }
}
