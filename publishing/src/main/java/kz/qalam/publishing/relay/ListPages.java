package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import kz.qalam.publishing.page.Front;
import kz.qalam.publishing.page.Pages;
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
    private final Pages pages;

    ListPages(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
    }

    Printed front(long upTo) {
        var newest = composition.archive().standings.newest(null, upTo, MOST_READ_AMONG);
        var top = stories.standing(newest.stream().limit(TOP).toList());
        var above = top.stream().map(Summary::article).collect(Collectors.toSet());
        var shelves = new ArrayList<Front.Shelf>();
        for (var section : composition.sections()) {
            var below = newestOf(section, newest, upTo).stream().filter(place -> !above.contains(place.article()));
            shelves.add(new Front.Shelf(section, stories.standing(below.limit(ON_SHELF).toList())));
        }
        var read = newest.stream().filter(place -> Stories.views(place) != null)
                .sorted(Comparator.comparing((Place place) -> Objects.requireNonNull(place.importedViews())).reversed())
                .limit(MOST_READ).toList();
        return list("/" + Layout.PAGE, pages.front(new Front(top, shelves, stories.standing(read))), upTo);
    }

    /** From among the newest of all where those are enough. */
    private List<Place> newestOf(Section section, List<Place> newest, long upTo) {
        var among = newest.stream().filter(place -> section.slug().equals(place.section())).limit(TOP + ON_SHELF)
                .toList();
        return among.size() == TOP + ON_SHELF || newest.size() < MOST_READ_AMONG
                ? among
                : composition.archive().standings.newest(section.slug(), upTo, TOP + ON_SHELF);
    }

    Printed notFound(long upTo) {
        return list(Layout.NOT_FOUND, pages.notFound(), upTo);
    }

    private Printed list(String path, byte[] bytes, long upTo) {
        return Printed.list(composition.script().prefix() + path, bytes, upTo);
    }
}
