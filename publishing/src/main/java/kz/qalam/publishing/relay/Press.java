package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;
import kz.qalam.publishing.target.TargetFailed;

/**
 * Brings releases to a target, under its lease: stories first, then the lists that point at them, then one sync, then the
 * receipts. Whatever a crash leaves undone, {@link #reconcile()} finds.
 */
final class Press {
    private static final Logger LOG = Logger.getLogger(Press.class);

    /** So many releases go out under one update of the lists. */
    private static final int BATCH = 50;
    /** So many pages are mended before new releases are looked for again. */
    private static final int SLICE = 25;

    private final Archive archive;
    private final Deliveries deliveries;
    private final Folder folder;
    private final Lease lease;
    private final Site site;
    private final Script script;
    private final Assets assets;
    private Compositor compositor;
    private long position;
    private boolean reconciled;

    private final Deque<UUID> backlog = new ArrayDeque<>();
    private final TreeSet<String> gone = new TreeSet<>();
    private final TreeMap<String, String> moved = new TreeMap<>();

    Press(Archive archive, Deliveries deliveries, Folder folder, Lease lease, Site site, Script script, Assets assets) {
        this.archive = archive;
        this.deliveries = deliveries;
        this.folder = folder;
        this.lease = lease;
        this.site = site;
        this.script = script;
        this.assets = assets;
        this.position = lease.position();
        this.compositor = compositor(archive.sections.inOrder());
    }

    private Compositor compositor(List<Section> sections) {
        return new Compositor(archive, site, script, assets, sections, path -> folder.manifest().entry(path) != null);
    }

    Lease lease() {
        return lease;
    }

    long position() {
        return position;
    }

    /** After a lost database: what was committed there counts, whatever we saw of it. */
    void resume(long committed) {
        position = committed;
    }

    int behind() {
        return backlog.size();
    }

    /** One turn: what was released, what is to be sent again, what waits to be mended; true when there is more to do. */
    boolean turn() {
        lease.pass();
        if (!reconciled) {
            reconcile();
            reconciled = true;
        }
        return follow() | resend() | mend();
    }

    // ---- taking over

    /**
     * Compares the folder with its manifest and both with the database. What is missing or differs waits to be printed
     * again, newest first; what nobody released is removed.
     */
    void reconcile() {
        var unknown = folder.audit();
        var manifest = folder.manifest();
        compositor = compositor(archive.sections.inOrder());
        var style = Rendering.digest(site, compositor.sections());
        var printAll = !style.equals(manifest.style());

        var places = new ArrayList<Place>();
        archive.standings.each(places::add);
        var last = new HashMap<UUID, Long>();
        places.stream().filter(Place::live).forEach(place -> last.put(place.article(), place.lastRelease()));

        backlog.clear();
        gone.clear();
        moved.clear();
        archive.permalinks.moved().forEach(one -> moved.put(one.path(), one.currentPath()));
        var expected = new HashSet<String>();
        var thousands = new TreeSet<Long>();
        places.sort(Comparator.comparingLong(Place::firstRelease).reversed());
        for (var place : places) {
            expected.addAll(paths(place));
            thousands.add(Sitemaps.thousand(place.firstRelease()));
            if (!place.live()) {
                gone.add(place.path());
            }
            if (printAll || isStale(place, last)) {
                backlog.add(place.article());
            }
        }
        LOG.infof("target %s, epoch %d: %d stories, %d to print, %d files unknown", lease.target(), lease.epoch(),
                places.size(), backlog.size(), unknown.size());

        assets.files().forEach((path, bytes) -> {
            folder.put(Printed.list(path, bytes, position));
            expected.add(path);
        });
        printSlice();
        expected.addAll(printFixed());
        expected.addAll(printLists(compositor.sections(), thousands, position));
        printMaps();
        var superfluous = new LinkedHashSet<>(manifest.paths("/"));
        superfluous.addAll(unknown);
        superfluous.removeAll(expected);
        // A page that still waits to be printed again needs the style sheet it was printed with.
        superfluous.stream().filter(path -> backlog.isEmpty() || !path.startsWith(Assets.PREFIX))
                .forEach(folder::remove);
        if (backlog.isEmpty()) {
            folder.style(style);
        }
        folder.seal();
    }

    /** The files that there should be for a story. */
    private static List<String> paths(Place place) {
        if (!place.live()) {
            return List.of(place.path() + Layout.NOTICE);
        }
        return List.of(place.path() + Layout.PAGE, Layout.views(place.path()));
    }

    private boolean isStale(Place place, Map<UUID, Long> last) {
        var manifest = folder.manifest();
        var entry = manifest.entry(paths(place).get(0));
        if (entry == null || entry.release() != place.lastRelease() || !place.article().equals(entry.article())) {
            return true;
        }
        if (entry.shows().entrySet().stream().anyMatch(shown -> !shown.getValue().equals(last.get(shown.getKey())))) {
            return true;
        }
        var counted = place.live() && compositor.views(place) != null;
        return counted != (manifest.entry(Layout.views(place.path())) != null);
    }

    /** Prints a slice of what waits; true while more does. */
    boolean mend() {
        if (backlog.isEmpty()) {
            return false;
        }
        printSlice();
        if (backlog.isEmpty()) {
            finish();
        }
        folder.seal();
        return !backlog.isEmpty();
    }

    private void printSlice() {
        var slice = backlog.stream().limit(SLICE).toList();
        // What came first after the position is followed anyway. Pages name older ones, so those come first.
        var places = archive.standings.places(slice).stream().filter(place -> place.firstRelease() <= position)
                .sorted(Comparator.comparingLong(Place::firstRelease)).toList();
        var faults = printAll(places, false);
        if (!faults.isEmpty()) {
            var last = places.stream().collect(Collectors.toMap(Place::article, Place::lastRelease));
            var failed = new LinkedHashMap<Long, String>();
            faults.forEach((article, fault) -> failed.put(last.get(article), fault));
            deliveries.failed(lease.target(), failed);
        }
        slice.forEach(printed -> backlog.remove());
    }

    /** The last page of a backlog has been printed: now the lists name them all, and nothing needs what was before. */
    private void finish() {
        var manifest = folder.manifest();
        var thousands = manifest.paths(Sitemaps.PREFIX).stream().filter(Sitemaps::isOfThousand)
                .map(Sitemaps::thousandOf)
                .toList();
        printLists(compositor.sections(), thousands, position);
        manifest.paths(Assets.PREFIX).stream().filter(path -> !assets.files().containsKey(path))
                .forEach(folder::remove);
        folder.style(Rendering.digest(site, compositor.sections()));
    }

    // ---- following

    /** Prints what has been released since; true when there may be more. */
    boolean follow() {
        var sections = archive.sections.inOrder();
        if (!sections.equals(compositor.sections())) {
            reconcile();
        }
        var lines = archive.releases.after(position, BATCH);
        if (lines.isEmpty()) {
            return false;
        }
        var upTo = lines.get(lines.size() - 1).number();
        var changed = lines.stream().map(Release.Line::article).collect(Collectors.toCollection(LinkedHashSet::new));
        var onlyNew = lines.stream().allMatch(Release.Line::isFirst);
        var faults = new HashMap<UUID, String>();
        try {
            var places = new ArrayList<>(archive.standings.places(changed));
            places.sort(Comparator.comparingLong(Place::firstRelease));
            faults.putAll(printAll(places, false));
            if (!onlyNew) {
                printAll(affected(places, upTo), false);
            }
            // A new story changes its own section's list; a change may also have moved one out of another's.
            printLists(onlyNew ? sectionsOf(places) : compositor.sections(), thousandsOf(places), upTo);
            if (!onlyNew) {
                printMaps();
            }
            folder.seal();
        } catch (TargetFailed e) {
            var failed = new LinkedHashMap<Long, String>();
            lines.forEach(line -> failed.put(line.number(), e.getMessage()));
            deliveries.failed(lease.target(), failed);
            throw e;
        }
        receipts(upTo, lines.stream().map(line -> new Deliveries.Open(line.number(), line.article())).toList(), faults);
        position = upTo;
        return lines.size() == BATCH;
    }

    /** Receipts and position go together, and only while the lease is ours. */
    private void receipts(long upTo, List<Deliveries.Open> made, Map<UUID, String> faults) {
        var failed = new LinkedHashMap<Long, String>();
        var delivered = new ArrayList<Long>();
        for (var one : made) {
            var fault = faults.get(one.article());
            if (fault == null) {
                delivered.add(one.release());
            } else {
                failed.put(one.release(), fault);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            lease.advance(upTo);
            deliveries.delivered(lease.target(), delivered);
            deliveries.failed(lease.target(), failed);
        });
    }

    private static Set<Long> thousandsOf(List<Place> places) {
        return places.stream().map(place -> Sitemaps.thousand(place.firstRelease()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Section> sectionsOf(Collection<Place> places) {
        var slugs = places.stream().map(Place::section).collect(Collectors.toSet());
        return compositor.sections().stream().filter(section -> slugs.contains(section.slug())).toList();
    }

    /** The stories whose pages name one of these, or name it from now on. */
    private List<Place> affected(List<Place> changed, long upTo) {
        var pages = new LinkedHashSet<UUID>();
        for (var place : changed) {
            pages.addAll(folder.manifest().storiesThatShow(place.article()));
            archive.standings.following(null, place.firstRelease(), upTo, Compositor.BEFORE)
                    .forEach(one -> pages.add(one.article()));
            var section = place.section();
            if (section != null) {
                archive.standings.following(section, place.firstRelease(), upTo, Compositor.BEFORE)
                        .forEach(one -> pages.add(one.article()));
            }
        }
        changed.forEach(place -> pages.remove(place.article()));
        pages.forEach(compositor::forget);
        return archive.standings.places(pages).stream().filter(Place::live).toList();
    }

    // ---- sending again

    /** Prints again what an admin, or an earlier failure, asks for; true when there may be more. */
    boolean resend() {
        var open = deliveries.open(lease.target(), position, BATCH);
        if (open.isEmpty()) {
            return false;
        }
        var articles = open.stream().map(Deliveries.Open::article).collect(Collectors.toSet());
        var places = archive.standings.places(articles);
        var faults = printAll(places, true);
        printLists(compositor.sections(), thousandsOf(places), position);
        folder.seal();
        receipts(position, open, faults);
        return open.size() == BATCH;
    }

    // ---- printing

    /**
     * Prints stories; one that cannot be printed does not keep the others.
     *
     * @param again even what stands already
     * @return what went wrong
     */
    private Map<UUID, String> printAll(List<Place> places, boolean again) {
        var faults = new HashMap<UUID, String>();
        for (var place : places) {
            try {
                compositor.forget(place.article());
                print(place, again);
            } catch (Unprintable e) {
                LOG.error(e.getMessage());
                faults.put(place.article(), String.valueOf(e.getMessage()));
            }
        }
        return faults;
    }

    /** A story's page, or the notice in its place; then takes away what stood there instead. */
    private void print(Place place, boolean again) {
        var page = place.live() ? compositor.story(place) : compositor.withdrawn(place);
        if (page == null) {
            // Withdrawn since it was looked up: that release follows.
            return;
        }
        put(page, again);
        var views = place.live() ? compositor.views(place) : null;
        if (views != null) {
            put(views, again);
        } else {
            folder.remove(Layout.views(place.path()));
        }
        if (place.live()) {
            folder.remove(place.path() + Layout.NOTICE);
            gone.remove(place.path());
        } else {
            folder.remove(place.path() + Layout.PAGE);
            gone.add(place.path());
        }
        if (place.lastRelease() != place.firstRelease()) {
            for (var left : archive.permalinks.movedOf(place.article())) {
                moved.put(left.path(), left.currentPath());
                folder.remove(left.path() + Layout.PAGE);
                folder.remove(left.path() + Layout.NOTICE);
                folder.remove(Layout.views(left.path()));
            }
        }
    }

    private void put(Printed printed, boolean again) {
        if (again) {
            folder.putAgain(printed);
        } else {
            folder.put(printed);
        }
    }

    /** What readers see first comes first; returns the paths of all that stands. */
    private Set<String> printLists(Collection<Section> sections, Collection<Long> thousands, long upTo) {
        var paths = new LinkedHashSet<String>();
        put(compositor.front(upTo), paths);
        sections.forEach(section -> put(compositor.section(section, upTo), paths));
        compositor.feeds(upTo).forEach(feed -> put(feed, paths));
        for (var thousand : thousands) {
            var sitemap = compositor.sitemap(thousand, upTo);
            if (sitemap != null) {
                put(sitemap, paths);
            } else {
                folder.remove(Sitemaps.path(thousand));
            }
        }
        put(compositor.sitemapOfNews(upTo), paths);
        var all = folder.manifest().paths(Sitemaps.PREFIX).stream().filter(Sitemaps::isOfThousand).toList();
        put(compositor.sitemapIndex(all, upTo), paths);
        return paths;
    }

    private Set<String> printFixed() {
        var paths = new LinkedHashSet<String>();
        compositor.fixed(position).forEach(page -> put(page, paths));
        return paths;
    }

    private void put(Printed printed, Set<String> paths) {
        folder.put(printed);
        paths.add(printed.path());
    }

    /** For web servers: which addresses are gone, and which have moved to where. */
    private void printMaps() {
        folder.note(Layout.GONE, gone.stream().map("%s 1;\n"::formatted).collect(Collectors.joining()).getBytes(UTF_8));
        folder.note(Layout.MOVED,
                moved.entrySet().stream().map(one -> "%s %s;\n".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining()).getBytes(UTF_8));
    }
}
