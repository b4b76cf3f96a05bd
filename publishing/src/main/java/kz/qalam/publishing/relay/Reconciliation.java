package kz.qalam.publishing.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Card;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.TargetFailed;

/**
 * Compares the folder with its manifest, and both with the database. What nobody released is removed at once; what is
 * missing, differs or was printed in another style is printed again in slices, newest first, so that new releases need not
 * wait for it.
 */
final class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final int SLICE = 25;
    private static final int WHOLE_SLICE = 200;
    /** Of so many stories the lists are not looked up one by one: all lists are printed again. */
    private static final int MANY = 1_000;

    private final Archive archive;
    private final Folder folder;
    private Printing printing;
    private final Deque<UUID> backlog = new ArrayDeque<>();
    private final LinkedHashSet<Leaf> leaves = new LinkedHashSet<>();
    private final LinkedHashSet<Leaf> inherited = new LinkedHashSet<>();

    /** Those of which anything was ever released: a sitemap tells only what stands, so all are printed when that is all. */
    private final TreeSet<Long> thousands = new TreeSet<>();
    private final boolean whole;
    /** What waits is taken out when it is printed, and this is set when all stands: whatever throws is tried again. */
    private boolean finished;

    Reconciliation(Archive archive, Folder folder, Printing printing) {
        this(archive, folder, printing, false);
    }

    /** @param whole whether it prints a whole site into a folder that nobody reads yet */
    Reconciliation(Archive archive, Folder folder, Printing printing, boolean whole) {
        this.whole = whole;
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
        var places = new ArrayList<Place>();
        archive.standings.each(places::add);
        places.sort(Comparator.comparingLong(Place::firstRelease).reversed());
        try {
            return begin(places, unknown, position);
        } catch (TargetFailed e) {
            // Nothing can be printed, as on a full disk: what is to leave leaves all the same
            printing.takeAway(places.stream().filter(
                    place -> !place.live() && (place.lastRelease() > position || printing.stands(place, unknown)))
                    .toList(), position);
            throw e;
        }
    }

    private Map<Long, String> begin(List<Place> places, Set<String> unknown, long position) {
        var style = printing.style();
        if (whole) {
            printing.remember(new Past(places, archive.seats.all(position)));
        }
        var last = new HashMap<UUID, Long>();
        places.stream().filter(Place::live).forEach(place -> last.put(place.article(), place.lastRelease()));

        var listsBehind = folder.manifest().style().equals(Folder.LISTS_BEHIND + style);
        var printAll = !listsBehind && !style.equals(folder.manifest().style());
        var incomplete = new HashSet<UUID>();
        var expected = new HashSet<>(printing.pictures().expected(incomplete));
        for (var place : places) {
            expected.addAll(files(place));
            thousands.add(Sitemaps.thousand(place.firstRelease()));
            if (!place.live()) {
                printing.isGone(place);
            }
            if (printAll || isStale(place, last) || incomplete.contains(place.article())) {
                backlog.add(place.article());
            } else if (place.live() && !printing.hasCard(place)) {
                printing.lacksCard(place.article());
            }
        }
        if (printAll) {
            // Whoever breaks this off leaves two styles, and turning back to the older makes them no one
            folder.style(Folder.MIXED);
        } else if (!backlog.isEmpty()) {
            // Stories that it mended are stale no more: without this nobody would know of which lists are
            folder.style(Folder.LISTS_BEHIND + style);
        }
        LOG.infof("%d stories, %d to print, %d files unknown", places.size(), backlog.size(), unknown.size());

        expected.addAll(printing.fixtures(position));
        var all = printing.leaves(position);
        expected.addAll(printing.paths(all));
        all.stream().filter(leaf -> printAll || !printing.stands(leaf)).forEach(leaves::add);
        if (!printAll) {
            leaves.addAll(listsBehind || backlog.size() > MANY ? all : printing.leavesOf(backlog, position));
            leaves.addAll(inherited);
        }
        var faults = slice(position);
        printing.followMoves(position);
        var first = sliceOfLeaves();
        var complete = backlog.isEmpty() && leaves.size() == first.size();
        // Sitemaps of a site that has next to nothing yet would tell nothing
        expected.addAll(printing.lists(first, whole && !complete ? Set.of() : thousands, position));
        first.forEach(leaves::remove);
        expected.addAll(printing.calendar(position));
        printing.maps();
        finish(position);
        var superfluous = new LinkedHashSet<>(folder.manifest().paths("/"));
        superfluous.addAll(unknown);
        superfluous.removeAll(expected);
        // A page that still waits to be printed again needs the style sheet it was printed with, and so do caches.
        superfluous.stream()
                .filter(path -> folder.manifest().entry(path) == null
                        || (!path.startsWith(Assets.PREFIX) && !isCard(path, last.keySet())
                                && !isKeptPicture(path, last.keySet())))
                .forEach(folder::remove);
        if (complete) {
            folder.style(style);
        }
        folder.seal();
        finished = complete;
        return faults;
    }

    /** Which of a story's cards stay, its page says. */
    private static boolean isCard(String path, Set<UUID> live) {
        var article = Card.article(path);
        return article != null && live.contains(article);
    }

    /** Whether a live story showed it until lately: whether that was redacted meanwhile, the press asks. */
    private boolean isKeptPicture(String path, Set<UUID> live) {
        var entry = folder.manifest().entry(path);
        return path.startsWith(PictureFiles.PREFIX) && folder.manifest().leaving(path) != null && entry != null
                && entry.shows().keySet().stream().anyMatch(live::contains);
    }

    /** The files that there should be for a story: what stands at its addresses, and what was counted. */
    private static List<String> files(Place place) {
        var files = new ArrayList<>(pages(place));
        if (place.live()) {
            files.add(Layout.views(place.path()));
        }
        return files;
    }

    private static List<String> pages(Place place) {
        return Composition.scripts(place).stream()
                .map(script -> script.prefix() + place.path() + (place.live() ? Layout.PAGE : Layout.NOTICE)).toList();
    }

    private boolean isStale(Place place, Map<UUID, Long> last) {
        var manifest = folder.manifest();
        for (var page : pages(place)) {
            var entry = manifest.entry(page);
            if (entry == null || entry.release() != place.lastRelease() || !place.article().equals(entry.article())
                    || entry.shows().entrySet().stream()
                            .anyMatch(shown -> !shown.getValue()
                                    .equals(last.getOrDefault(shown.getKey(), StoryPages.NOTHING)))) {
                return true;
            }
        }
        var counted = place.live() && Stories.views(place) != null;
        return counted != (manifest.entry(Layout.views(place.path())) != null);
    }

    /** Takes over the lists that one which threw as it began has left: their stories may stand by now. */
    void inherit(Reconciliation other) {
        inherited.addAll(other.inherited);
        inherited.addAll(other.leaves);
    }

    /** What still waits is printed by this one. */
    void goOnWith(Printing other) {
        printing = other;
    }

    /** Has more stories printed again, beside what waits. */
    void again(Collection<UUID> articles) {
        backlog.addAll(articles);
        finished &= articles.isEmpty();
    }

    boolean isDone() {
        return finished;
    }

    int waiting() {
        return backlog.size() + leaves.size();
    }

    /** Prints some of what waits; returns what went wrong, by release. */
    Map<Long, String> goOn(long position) {
        var faults = slice(position);
        var pages = sliceOfLeaves();
        printing.leaves(pages, position);
        pages.forEach(leaves::remove);
        var complete = backlog.isEmpty() && leaves.isEmpty();
        if (complete) {
            printing.lists(List.of(), thousands, position);
            printing.calendar(position);
            folder.style(printing.style());
        }
        finish(position);
        folder.seal();
        finished = complete;
        return faults;
    }

    /** Cards are drawn when nothing else waits, unless nobody reads the folder before they are. */
    private void finish(long position) {
        if (whole) {
            printing.finishAll(position);
        } else {
            printing.press();
        }
    }

    /** Pages of lists wait until every story stands that they may name. */
    private List<Leaf> sliceOfLeaves() {
        if (!backlog.isEmpty()) {
            return List.of();
        }
        return leaves.stream().limit(whole ? WHOLE_SLICE : SLICE).toList();
    }

    private Map<Long, String> slice(long position) {
        var slice = backlog.stream().limit(whole ? WHOLE_SLICE : SLICE).toList();
        // What came after the position is followed anyway. Pages name older ones, so those come first.
        var places = archive.standings.places(slice).stream().filter(place -> place.firstRelease() <= position)
                .sorted(Comparator.comparingLong(Place::firstRelease)).toList();
        var last = places.stream().collect(Collectors.toMap(Place::article, Place::lastRelease));
        var faults = new LinkedHashMap<Long, String>();
        if (whole) {
            printing.readAhead(places);
        }
        printing.stories(places, false).forEach((article, fault) -> faults.put(last.get(article), fault));
        if (whole) {
            // What could not be printed is not printed later from what is known of it now
            printing.readAhead(List.of());
        }
        slice.forEach(printed -> backlog.remove());
        return faults;
    }
}
