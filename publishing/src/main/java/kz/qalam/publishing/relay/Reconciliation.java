package kz.qalam.publishing.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;

/**
 * Compares the folder with its manifest, and both with the database. What nobody released is removed at once; what is
 * missing, differs or was printed in another style is printed again in slices, newest first, so that new releases need not
 * wait for it.
 */
final class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final int SLICE = 25;

    private final Archive archive;
    private final Folder folder;
    private final Printing printing;
    private final Deque<UUID> backlog = new ArrayDeque<>();

    Reconciliation(Archive archive, Folder folder, Printing printing) {
        this.archive = archive;
        this.folder = folder;
        this.printing = printing;
    }

    /**
     * Takes stock, and prints the first of what waits.
     *
     * @param position how far the target has come: what was released since is followed in any case
     * @return what went wrong, by release
     */
    Map<Long, String> begin(long position) {
        var unknown = folder.audit();
        var style = printing.style();
        var places = new ArrayList<Place>();
        archive.standings.each(places::add);
        places.sort(Comparator.comparingLong(Place::firstRelease).reversed());
        var last = new HashMap<UUID, Long>();
        places.stream().filter(Place::live).forEach(place -> last.put(place.article(), place.lastRelease()));

        var printAll = !style.equals(folder.manifest().style());
        var incomplete = new HashSet<UUID>();
        var expected = new HashSet<>(printing.pictures().expected(incomplete));
        var thousands = new TreeSet<Long>();
        for (var place : places) {
            expected.addAll(files(place));
            thousands.add(Sitemaps.thousand(place.firstRelease()));
            if (!place.live()) {
                printing.isGone(place.path());
            }
            if (printAll || isStale(place, last) || incomplete.contains(place.article())) {
                backlog.add(place.article());
            }
        }
        LOG.infof("%d stories, %d to print, %d files unknown", places.size(), backlog.size(), unknown.size());

        expected.addAll(printing.fixtures(position));
        var faults = slice(position);
        expected.addAll(printing.lists(printing.sections(), thousands, position));
        printing.maps();
        var superfluous = new LinkedHashSet<>(folder.manifest().paths("/"));
        superfluous.addAll(unknown);
        superfluous.removeAll(expected);
        // A page that still waits to be printed again needs the style sheet it was printed with.
        superfluous.stream().filter(path -> isDone() || !path.startsWith(Assets.PREFIX)).forEach(folder::remove);
        if (isDone()) {
            folder.style(style);
        }
        folder.seal();
        return faults;
    }

    /** The files that there should be for a story: first what stands at its address. */
    private static List<String> files(Place place) {
        return place.live()
                ? List.of(place.path() + Layout.PAGE, Layout.views(place.path()))
                : List.of(place.path() + Layout.NOTICE);
    }

    private boolean isStale(Place place, Map<UUID, Long> last) {
        var manifest = folder.manifest();
        var entry = manifest.entry(files(place).get(0));
        if (entry == null || entry.release() != place.lastRelease() || !place.article().equals(entry.article())) {
            return true;
        }
        if (entry.shows().entrySet().stream().anyMatch(shown -> !shown.getValue().equals(last.get(shown.getKey())))) {
            return true;
        }
        var counted = place.live() && Stories.views(place) != null;
        return counted != (manifest.entry(Layout.views(place.path())) != null);
    }

    boolean isDone() {
        return backlog.isEmpty();
    }

    int waiting() {
        return backlog.size();
    }

    /** Prints some of what waits; returns what went wrong, by release. */
    Map<Long, String> goOn(long position) {
        var faults = slice(position);
        if (isDone()) {
            var thousands = printing.sitemaps().stream().map(Sitemaps::thousandOf).toList();
            printing.lists(printing.sections(), thousands, position);
            printing.removeOldAssets();
            folder.style(printing.style());
        }
        folder.seal();
        return faults;
    }

    private Map<Long, String> slice(long position) {
        var slice = backlog.stream().limit(SLICE).toList();
        // What came after the position is followed anyway. Pages name older ones, so those come first.
        var places = archive.standings.places(slice).stream().filter(place -> place.firstRelease() <= position)
                .sorted(Comparator.comparingLong(Place::firstRelease)).toList();
        var last = places.stream().collect(Collectors.toMap(Place::article, Place::lastRelease));
        var faults = new LinkedHashMap<Long, String>();
        printing.stories(places, false).forEach((article, fault) -> faults.put(last.get(article), fault));
        slice.forEach(printed -> backlog.remove());
        return faults;
    }
}
