package kz.qalam.publishing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.TargetFailed;

/**
 * Brings releases to a target, under its lease: stories first, then the lists that point at them, then one sync, then the
 * receipts. Whatever a crash leaves undone, the next one finds.
 */
final class Press {

    /** So many releases go out under one update of the lists. */
    private static final int BATCH = 50;
    private static final Duration AGING = Duration.ofMinutes(5);
    private static final Duration REDACTIONS = Duration.ofSeconds(1);
    /** Releases wait no longer than these take: some 20 ms. */
    private static final int READ_AT_ONCE = 100;
    /** So many times as long as it read it rests: readers, who ask of the same machine, come first. */
    static final int REST = 19;
    /** The newest, which are likelier to be broken, and all of a small site, are read without a rest. */
    private static final int READ_AT_FIRST = 1_000;
    private static final Duration FOREVER = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(Press.class);

    private final Archive archive;
    private final Deliveries deliveries;
    private final Folder folder;
    private final Lease lease;
    private final Site site;
    private final Assets assets;
    private final Clock clock;
    private volatile long position;
    private long takenAway;
    private final Set<Deliveries.Open> saidAgain = new HashSet<>();
    private long tagsSeen;
    private long tagsDone;
    private final Alarm aging;
    private final Alarm redactions;
    private final Alarm reading;
    private final int rest;
    private boolean unsealed;
    private int differing;
    private int read;
    private @Nullable Printing printing;
    private @Nullable Rebuild rebuild;
    private volatile @Nullable Respelling respelling;
    private volatile @Nullable Reconciliation reconciliation;

    Press(Archive archive, Deliveries deliveries, Folder folder, Lease lease, Site site, Assets assets) {
        this(archive, deliveries, folder, lease, site, assets, Clock.systemUTC(), REST);
    }

    /**
     * @param clock says what is still news
     * @param rest so many times as long as it has read what stood there before it does something else
     */
    Press(Archive archive, Deliveries deliveries, Folder folder, Lease lease, Site site, Assets assets,
            Clock clock, int rest) {
        this.rest = rest;
        this.clock = clock;
        this.aging = new Alarm(clock, System::nanoTime);
        this.redactions = new Alarm(clock, System::nanoTime);
        this.reading = new Alarm(clock, System::nanoTime);
        this.archive = archive;
        this.deliveries = deliveries;
        this.folder = folder;
        this.lease = lease;
        this.site = site;
        this.assets = assets;
        this.position = lease.position();
        this.tagsSeen = lease.tags();
        this.tagsDone = tagsSeen;
        archive.topics.forget();
    }

    Lease lease() {
        return lease;
    }

    long position() {
        return position;
    }

    /** How many pages wait to be printed again. */
    int waiting() {
        var current = reconciliation;
        var spelt = respelling;
        return (current == null ? 0 : current.waiting()) + (spelt == null ? 0 : spelt.waiting());
    }

    /** After a lost database: what was committed there counts, whatever we saw of it. */
    void resume(long committed) {
        position = committed;
    }

    /** One turn: what was released, what is to be sent again, what waits to be mended; true when there is more to do. */
    boolean turn() {
        lease.pass();
        saidAgain.clear();
        try {
            takeAwayRedacted();
            var current = printing();
            var more = follow(current) | tags(current) | resend(current) | mend() | respell() | age(current)
                    | rebuild(current) | finish(current);
            return more || read();
        } catch (TargetFailed e) {
            // It may be the new site that has filled the disk, or that could not be written
            giveUpRebuild(e);
            throw e;
        }
    }

    private void giveUpRebuild(RuntimeException fault) {
        var current = rebuild;
        if (current != null) {
            rebuild = null;
            current.giveUp(fault);
        }
    }

    /** A redaction is no release: it is looked for, as long as there is something kept that it could be of. */
    private void takeAwayRedacted() {
        if (redactions.rings()) {
            if (new PictureFiles(archive.pictures, folder, null).takeAwayRedacted()) {
                folder.seal();
            }
            redactions.set(Instant.MAX, REDACTIONS);
        }
    }

    /**
     * In a held house: the folder stays as readers have it, but what is withdrawn there now leaves it, and the feeds that carry
     * its text. Its lists, and everything else, follow when the house is resumed; the position stays where it is.
     *
     * @return true when there is more to do
     */
    boolean takeAway() {
        lease.pass();
        takeAwayRedacted();
        // Begun anew when the house is resumed, from what the folder then holds
        printing = null;
        reconciliation = null;
        respelling = null;
        rebuild = null;
        var lines = archive.releases.after(Math.max(position, takenAway), BATCH);
        var again = deliveries.open(lease.target(), Math.max(position, takenAway), BATCH, saidAgain);
        if (lines.isEmpty() && again.isEmpty()) {
            return false;
        }
        try {
            takeAway(lines.stream().map(Release.Line::article).collect(Collectors.toSet()), false);
            // Of a story that is live nothing can be printed, as nobody is told its text; what is left open follows afterwards
            takeAway(again.stream().map(Deliveries.Open::article).collect(Collectors.toSet()), true);
            folder.seal();
        } catch (TargetFailed e) {
            takeAwayAfter(Math.max(position, takenAway),
                    new Printing(composition(archive.sections.inOrder()), folder));
            throw e;
        }
        saidAgain.addAll(again);
        if (!lines.isEmpty()) {
            takenAway = lines.get(lines.size() - 1).number();
        }
        return lines.size() == BATCH || again.size() == BATCH;
    }

    private void takeAway(Set<UUID> articles, boolean again) {
        var gone = gone(articles);
        if (!gone.isEmpty()) {
            var once = new Printing(composition(archive.sections.inOrder()), folder);
            once.stories(gone, again);
            once.leaveFeedsOf(gone, position);
        }
    }

    private List<Place> gone(Set<UUID> articles) {
        return archive.standings.places(articles).stream().filter(place -> !place.live()).toList();
    }

    /** Nothing can be printed, as on a full disk: what is withdrawn leaves all the same, however much waits before it. */
    private void takeAwayAfter(long after, Printing printing) {
        var upTo = after;
        for (var lines = archive.releases.after(upTo, BATCH); !lines.isEmpty(); lines = archive.releases.after(upTo,
                BATCH)) {
            printing.takeAway(gone(lines.stream().map(Release.Line::article).collect(Collectors.toSet())), position);
            upTo = lines.get(lines.size() - 1).number();
        }
    }

    /**
     * Tags that were renamed or merged: their lists at once, then, in slices, the stories that carry them. A crash begins
     * it anew.
     */
    private boolean tags(Printing printing) {
        var current = reconciliation;
        if (current == null) {
            return false;
        }
        var changes = archive.topics.changes(tagsSeen, BATCH);
        if (changes.isEmpty()) {
            if (tagsSeen > tagsDone && current.isDone() && rebuild == null) {
                lease.advanceTags(tagsSeen);
                tagsDone = tagsSeen;
            }
            return false;
        }
        archive.topics.forget();
        var tags = changes.stream().map(Topics.Change::tag).collect(Collectors.toCollection(LinkedHashSet::new));
        var articles = tags.stream()
                .flatMap(tag -> archive.seats.storiesOf(Listing.Kind.TAG, tag, position).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        printing.tags(tags, articles, position);
        current.again(articles);
        if (rebuild != null) {
            rebuild.tags(tags, articles);
        }
        folder.seal();
        tagsSeen = changes.get(changes.size() - 1).number();
        return true;
    }

    /** Something of what can wait; releases that come meanwhile are looked for after each piece. */
    private boolean finish(Printing printing) {
        if (printing.finish(position)) {
            unsealed = true;
            return true;
        }
        if (unsealed) {
            folder.seal();
            unsealed = false;
        }
        return false;
    }

    /** One slice of a new site, if one is asked for. One that a fault ends is begun anew once; then it must be asked for again. */
    private boolean rebuild(Printing printing) {
        var current = rebuild;
        if (current == null) {
            if (reconciliation == null || respelling != null) {
                return false;
            }
            rebuild = Rebuild.asked(archive, printing.composition(), folder, position, isComplete(printing));
            return rebuild != null;
        }
        try {
            // What is still to be printed is no difference
            if (current.goOn() || (!current.replaces() && !isComplete(printing))) {
                return true;
            }
            conclude(current);
        } catch (Replaced e) {
            throw e;
        } catch (RuntimeException e) {
            giveUpRebuild(e);
            throw e;
        }
        return true;
    }

    private boolean isComplete(Printing printing) {
        return reconciliation != null && reconciliation.isDone() && !printing.hasCardsWaiting();
    }

    private void conclude(Rebuild current) {
        catchUp(current);
        if (current.leavesTheStanding()) {
            current.answer(folder, current.differences());
            current.fresh().discard();
            rebuild = null;
        } else {
            var differences = current.differences();
            current.answer(current.fresh(), differences);
            current.fresh().replace(folder);
            rebuild = null;
            LOG.infof("the site was built anew, %d files differed", differences.size());
            throw new Replaced();
        }
    }

    /** What was released while the new site was made, or said again. */
    private void catchUp(Rebuild current) {
        while (current.position() < position) {
            var lines = archive.releases.after(current.position(), BATCH).stream()
                    .filter(line -> line.number() <= position).toList();
            var upTo = lines.get(lines.size() - 1).number();
            bring(current.printing(), current.fresh(), lines, upTo);
            current.printing().finishAll(upTo);
            current.reached(upTo);
        }
        for (var again = current.saidAgain(BATCH); !again.isEmpty(); again = current.saidAgain(BATCH)) {
            var places = archive.standings.places(again);
            var faults = bring(current.printing(), current.fresh(), places, false, true, position).faults();
            var failed = new LinkedHashMap<Long, String>();
            places.stream().filter(place -> faults.containsKey(place.article())).forEach(
                    place -> failed.put(place.lastRelease(), Objects.requireNonNull(faults.get(place.article()))));
            // Else nobody would know: the standing site has it
            deliveries.failed(lease.target(), failed);
            current.printing().finishAll(position);
        }
        current.carry(clock.instant());
        current.printing().news(position);
        current.fresh().style(current.printing().style());
        current.fresh().spelling(current.printing().composition().spelling().version());
        current.fresh().seal();
    }

    /** Another folder stands in this one's place: whoever drives the press takes it over anew. */
    static final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What changes by time alone: assets that have left long enough, news that is news no more, what is read most. */
    private boolean age(Printing printing) {
        var now = clock.instant();
        if (reconciliation == null || !reconciliation.isDone() || !aging.rings()) {
            return false;
        }
        printing.leaveOldAssets(now);
        printing.rank(position);
        var next = printing.news(position);
        folder.seal();
        aging.set(next.isAfter(now) ? next : Instant.MAX, AGING);
        return false;
    }

    /** With the sections that there are now; when they are others, everything is looked through. */
    private Printing printing() {
        var sections = archive.sections.inOrder();
        var current = printing;
        if (current == null || !current.sections().equals(sections)) {
            printing = null;
            current = new Printing(composition(sections), folder);
            var begun = new Reconciliation(archive, folder, current);
            if (reconciliation != null) {
                begun.inherit(reconciliation);
            }
            reconciliation = begun;
            deliveries.failed(lease.target(), begun.begin(position));
            printing = current;
            respelling = null;
        }
        return spelt(current);
    }

    private Composition composition(List<Section> sections) {
        return new Composition(archive, site, assets, sections, archive.lexicons.live(),
                path -> folder.manifest().entry(path) != null, clock);
    }

    /** With the spellings that there are now; what the folder has in others is printed again. A new site is made with one. */
    private Printing spelt(Printing current) {
        var live = archive.lexicons.live();
        if (rebuild == null && live.version() != current.composition().spelling().version()) {
            current = current.spelt(live, position);
            printing = current;
            respelling = null;
            if (reconciliation != null && !reconciliation.isDone()) {
                reconciliation.goOnWith(current);
            }
        }
        if (respelling == null && live.version() != folder.manifest().spelling()
                && current.composition().spelling().version() == live.version()) {
            respelling = new Respelling(archive, folder, current, folder.manifest().spelling());
        }
        return current;
    }

    /** Whether there are files to be read that stood when this process came, and nothing to print. */
    boolean isReading() {
        return reconciliation != null && reconciliation.isDone() && rebuild == null && folder.hasUnread();
    }

    /** How long it may be left alone while nothing is released. */
    Duration rest() {
        return isReading() ? reading.left() : FOREVER;
    }

    /** Some of these files: what is wrong with them is mended. */
    private boolean read() {
        var current = reconciliation;
        if (current == null || !isReading() || !reading.rings()) {
            return false;
        }
        var begun = System.nanoTime();
        var found = folder.read(READ_AT_ONCE);
        if (found > 0) {
            differing += found;
            // Stories at once, whatever else differs when all is read
            current.again(folder.damaged());
        }
        read += READ_AT_ONCE;
        if (!folder.hasUnread() && differing > 0) {
            LOG.warnf("%d files were not as they had been printed", differing);
            differing = 0;
            // Taken stock of anew
            printing = null;
            reconciliation = null;
            return true;
        }
        if (read < READ_AT_FIRST || found > 0) {
            return true;
        }
        reading.set(Instant.MAX, Duration.ofNanos((System.nanoTime() - begun) * rest));
        return false;
    }

    /** One slice, when all that is printed at all stands. */
    private boolean respell() {
        var current = respelling;
        if (current == null || reconciliation == null || !reconciliation.isDone()) {
            return current != null;
        }
        deliveries.failed(lease.target(), current.goOn(position));
        if (current.isDone()) {
            respelling = null;
        }
        return true;
    }

    private boolean follow(Printing printing) {
        var lines = archive.releases.after(position, BATCH);
        if (lines.isEmpty()) {
            return false;
        }
        var upTo = lines.get(lines.size() - 1).number();
        Brought brought;
        try {
            brought = archive.pictures.hurried(() -> bring(printing, folder, lines, upTo));
        } catch (TargetFailed e) {
            takeAwayAfter(position, printing);
            var failed = new LinkedHashMap<Long, String>();
            lines.forEach(line -> failed.put(line.number(), String.valueOf(e.getMessage())));
            deliveries.failed(lease.target(), failed);
            throw e;
        }
        receipts(upTo, lines.stream()
                .map(line -> new Deliveries.Open(line.number(), line.article(), line.releasedAt())).toList(), brought);
        position = upTo;
        return lines.size() == BATCH;
    }

    /**
     * What went wrong.
     *
     * @param faults by story, of those that were to be printed
     * @param beside by release, of those whose pages name one of them
     */
    private record Brought(Map<UUID, String> faults, Map<Long, String> beside) {}

    /** Prints releases: stories first, then what names them, then one sync. */
    private Brought bring(Printing printing, Folder folder, List<Release.Line> lines, long upTo) {
        var changed = lines.stream().map(Release.Line::article).collect(Collectors.toCollection(LinkedHashSet::new));
        var places = new ArrayList<>(archive.standings.places(changed));
        places.sort(Comparator.comparingLong(Place::firstRelease));
        var brought = bring(printing, folder, places, lines.stream().allMatch(Release.Line::isFirst), false, upTo);
        folder.seal();
        return brought;
    }

    private Brought bring(Printing printing, Folder folder, List<Place> places, boolean onlyNew, boolean again,
            long upTo) {
        var changed = places.stream().map(Place::article).collect(Collectors.toCollection(LinkedHashSet::new));
        var faults = printing.stories(places, again);
        var beside = new LinkedHashMap<Long, String>();
        var leaves = printing.leavesOf(changed, upTo);
        var affected = affected(folder, places, onlyNew, upTo);
        affected.forEach(place -> printing.forget(place.article()));
        var last = affected.stream().collect(Collectors.toMap(Place::article, Place::lastRelease));
        printing.stories(affected, false)
                .forEach((article, fault) -> beside.put(Objects.requireNonNull(last.get(article)), fault));
        printing.lists(leaves, thousandsOf(places), upTo);
        if (!onlyNew) {
            printing.maps();
        }
        return new Brought(faults, beside);
    }

    /**
     * The stories whose pages name one of these, or name it from now on.
     *
     * @param onlyNew whether they are all there for the first time, and newer than what stands: named only by who waited for them
     */
    private List<Place> affected(Folder folder, List<Place> changed, boolean onlyNew, long upTo) {
        var pages = new LinkedHashSet<UUID>();
        for (var place : changed) {
            pages.addAll(folder.manifest().storiesThatShow(place.article()));
            if (onlyNew) {
                continue;
            }
            following(null, place, upTo).forEach(one -> pages.add(one.article()));
            if (place.section() != null) {
                following(place.section(), place, upTo).forEach(one -> pages.add(one.article()));
            }
        }
        changed.forEach(place -> pages.remove(place.article()));
        return archive.standings.places(pages).stream().filter(Place::live).toList();
    }

    private List<Place> following(@Nullable String section, Place place, long upTo) {
        return archive.standings.following(section, place.firstRelease(), upTo, StoryPages.BEFORE);
    }

    private static Set<Long> thousandsOf(List<Place> places) {
        return places.stream().map(place -> Sitemaps.thousand(place.firstRelease()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Receipts and position go together, and only while the lease is ours. */
    private void receipts(long upTo, List<Deliveries.Open> made, Brought brought) {
        var failed = new LinkedHashMap<>(brought.beside());
        var delivered = new ArrayList<Deliveries.Open>();
        for (var one : made) {
            var fault = brought.faults().get(one.article());
            if (fault == null) {
                delivered.add(one);
            } else {
                failed.put(one.release(), fault);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            lease.advance(upTo);
            deliveries.delivered(lease.target(), delivered);
            deliveries.failed(lease.target(), failed, made);
        });
    }

    /** Prints again what an admin, or an earlier failure, asks for. */
    private boolean resend(Printing printing) {
        var open = deliveries.open(lease.target(), position, BATCH, Set.of());
        if (open.isEmpty()) {
            return false;
        }
        var articles = open.stream().map(Deliveries.Open::article).collect(Collectors.toSet());
        var places = archive.standings.places(articles);
        // Whoever named it while it could not be printed is told of it now
        var brought = archive.pictures.hurried(() -> bring(printing, folder, places, false, true, position));
        folder.seal();
        if (rebuild != null) {
            rebuild.sayAgain(articles);
        }
        receipts(position, open, brought);
        return open.size() == BATCH;
    }

    private boolean mend() {
        var current = reconciliation;
        var replacing = rebuild;
        // What is about to be replaced as a whole need not be mended
        if (current == null || current.isDone() || (replacing != null && replacing.replaces())) {
            return false;
        }
        deliveries.failed(lease.target(), current.goOn(position));
        return !current.isDone();
    }
}
