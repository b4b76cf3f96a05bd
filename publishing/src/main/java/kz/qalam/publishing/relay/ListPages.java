package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import kz.qalam.publishing.page.Front;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;

/** Composes the pages that name stories: each costs the same however many stories there are. */
final class ListPages {
    private static final int TOP = 7;
    private static final int ON_SHELF = 4;
    private static final int MOST_READ = 5;
    /** Among the newest of the paper, so that what was read most is also news. */
    private static final int MOST_READ_AMONG = 200;

    private final Composition composition;
    private final Stories stories;
    private final Map<Script, Pages> pages;
    /** What the front page was printed with last. */
    private Map<String, Long> ranked = Map.of();

    ListPages(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
    }

    /** In each script. */
    List<Printed> front(long upTo) {
        var newest = composition.archive().standings.newest(null, upTo, MOST_READ_AMONG);
        var top = stories.standing(newest.stream().limit(TOP).toList());
        var above = top.stream().map(Summary::article).collect(Collectors.toSet());
        var shelves = new ArrayList<Front.Shelf>();
        for (var section : composition.sections().stream().filter(one -> !one.closed()).toList()) {
            var below = newestOf(section, newest, upTo).stream().filter(place -> !above.contains(place.article()));
            shelves.add(new Front.Shelf(section, stories.standing(below.limit(ON_SHELF).toList())));
        }
        var read = mostRead(newest);
        var front = new Front(top, shelves, read);
        return pages.entrySet().stream().map(one -> {
            var script = one.getKey();
            var shown = front.only(story -> composition.stands(script, story));
            return list(script, "/" + Layout.PAGE, one.getValue().front(shown), upTo);
        }).toList();
    }

    /** Most read first, of what was counted here and before. */
    private List<Summary> mostRead(List<Place> newest) {
        var here = composition.archive().readings.ranked(newest.stream().map(Place::path).toList());
        ranked = here;
        var views = newest.stream().collect(Collectors.toMap(Place::article,
                place -> here.getOrDefault(place.path(), 0L) + Objects.requireNonNullElse(place.importedViews(), 0L)));
        var read = newest.stream().filter(place -> views.getOrDefault(place.article(), 0L) > 0)
                .sorted(Comparator.comparing((Place place) -> views.getOrDefault(place.article(), 0L)).reversed())
                .limit(MOST_READ).toList();
        return stories.standing(read).stream().map(story -> story.read(views.getOrDefault(story.article(), 0L)))
                .toList();
    }

    /**
     * Lets lists know what has been read most; false when the front page says so already. Another site's press on the same
     * database may have let them know.
     */
    boolean rank(long upTo) {
        var paths = composition.archive().standings.newest(null, upTo, MOST_READ_AMONG).stream().map(Place::path)
                .toList();
        composition.archive().readings.rank(paths);
        return !composition.archive().readings.ranked(paths).equals(ranked);
    }

    /** From among the newest of all where those are enough. */
    private List<Place> newestOf(Section section, List<Place> newest, long upTo) {
        var among = newest.stream().filter(place -> section.slug().equals(place.section())).limit(TOP + ON_SHELF)
                .toList();
        return among.size() == TOP + ON_SHELF || newest.size() < MOST_READ_AMONG
                ? among
                : composition.archive().standings.newest(section.slug(), upTo, TOP + ON_SHELF);
    }

    List<Printed> notFound(long upTo) {
        return pages.entrySet().stream()
                .map(one -> list(one.getKey(), Layout.NOT_FOUND, one.getValue().notFound(), upTo)).toList();
    }

    private static Printed list(Script script, String path, byte[] bytes, long upTo) {
        return Printed.list(script.prefix() + path, bytes, upTo);
    }
}
