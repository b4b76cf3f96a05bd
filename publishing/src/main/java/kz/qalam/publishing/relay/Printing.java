package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Card;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Spelling;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;
import kz.qalam.publishing.target.TargetFailed;
import kz.qalam.publishing.target.WebServer;

/** Puts what is composed into the folder, with one set of sections. */
final class Printing {
    private static final Logger LOG = Logger.getLogger(Printing.class);

    /** Caches and open pages may ask so long for what has left. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Of cards that stand so many are passed over in one piece of work. */
    private static final int CARDS_AT_ONCE = 100;

    private final Composition composition;
    private final Folder folder;
    private final @Nullable Folder before;
    private final Stories stories;
    private final StoryPages storyPages;
    private final ListPages listPages;
    private final Catalogue catalogue;
    private final FeedFiles feedFiles;
    private final PictureFiles pictures;
    /** With the scripts in which each stood. */
    private final TreeMap<String, List<Script>> gone = new TreeMap<>();
    private final TreeMap<String, String> moved = new TreeMap<>();
    private final TreeMap<String, String> listsMoved = new TreeMap<>();

    Printing(Composition composition, Folder folder) {
        this(composition, folder, null);
    }

    /** @param before an older folder, whose pictures need not be drawn again */
    Printing(Composition composition, Folder folder, @Nullable Folder before) {
        this.before = before;
        this.composition = composition;
        this.folder = folder;
        stories = new Stories(composition);
        storyPages = new StoryPages(composition, stories);
        listPages = new ListPages(composition, stories);
        catalogue = new Catalogue(composition, stories);
        feedFiles = new FeedFiles(composition, stories);
        pictures = new PictureFiles(composition.archive().pictures, folder, before);
        composition.archive().permalinks.moved().forEach(one -> moved.put(one.path(), one.currentPath()));
        learnMoves();
    }

    /** Where lists stood before they were renamed, moved or merged: their pages and feeds lead to those of today. */
    private void learnMoves() {
        listsMoved.clear();
        for (var left : composition.archive().topics.left()) {
            listsMoved.put(left.path(), left.now());
            listsMoved.put(left.path() + FeedFiles.FEED, left.now() + FeedFiles.FEED);
            for (int page = Catalogue.numbered(left.seats()); page > 0; page--) {
                listsMoved.put(left.path() + page + "/", left.now() + page + "/");
            }
        }
    }

    /**
     * Tags are called otherwise, or became one: prints their lists, and leaves the addresses of before.
     *
     * @param articles the stories that carry them
     */
    void tags(Collection<String> tags, Collection<UUID> articles, long upTo) {
        // Lists are longer or shorter than they were
        catalogue.remember(null);
        articles.forEach(this::forget);
        var pages = new LinkedHashSet<Leaf>();
        tags.forEach(tag -> pages.addAll(catalogue.pages(Listing.Kind.TAG, tag, upTo)));
        // All of them before the old addresses lead there
        leaves(pages, upTo);
        learnMoves();
        maps();
        composition.archive().topics.left().forEach(left -> standing(left).forEach(folder::remove));
    }

    /** What of a list still stands at an address that it has left. */
    private List<String> standing(Topics.Left left) {
        return Composition.scripts().stream()
                .flatMap(script -> folder.manifest().paths(script.prefix() + left.path()).stream()).toList();
    }

    /** Prints the lists of sections that were merged or moved, where readers are about to be led to them. */
    void followMoves(long upTo) {
        var now = composition.archive().topics.left().stream().filter(left -> !standing(left).isEmpty())
                .map(Topics.Left::now).collect(Collectors.toSet());
        var pages = new LinkedHashSet<Leaf>();
        sections().stream().filter(section -> now.contains(section.path()))
                .forEach(section -> pages.addAll(catalogue.pages(Listing.Kind.SECTION, section.slug(), upTo)));
        leaves(pages, upTo);
    }

    /** The same with other spellings: what it knows of the folder stays true. */
    Printing spelt(Spelling spelling, long upTo) {
        var other = new Printing(composition.spelt(spelling), folder, before);
        other.gone.putAll(gone);
        other.storyPages.takeOver(storyPages);
        other.catalogue.learn(upTo);
        return other;
    }

    /** Hands over each of the stories that is live and readable. */
    void each(Collection<Place> places, BiConsumer<Place, Story> take) {
        stories.each(places, take);
    }

    Composition composition() {
        return composition;
    }

    List<Section> sections() {
        return composition.sections();
    }

    /** The pages of lists on which these stories stand, or stood. */
    Set<Leaf> leavesOf(Collection<UUID> articles, long upTo) {
        return catalogue.of(articles, upTo);
    }

    /** Every page of every list; and from now on it is known of which days something stands. */
    List<Leaf> leaves(long upTo) {
        catalogue.learn(upTo);
        return catalogue.all(upTo);
    }

    /** Whether its page stands, and the feed that goes with it. */
    boolean stands(Leaf leaf) {
        return files(leaf).stream().allMatch(path -> folder.manifest().entry(path) != null);
    }

    private List<String> files(Leaf leaf) {
        var files = new ArrayList<>(catalogue.paths(leaf));
        if (leaf.page() == 0 && Pages.hasFeed(leaf.kind())) {
            files.addAll(FeedFiles.paths(catalogue.own(leaf)));
        }
        return files;
    }

    /** What there may be of these pages of lists, and of the way to them. */
    Set<String> paths(Collection<Leaf> leaves) {
        var paths = new LinkedHashSet<String>();
        leaves.forEach(leaf -> paths.addAll(files(leaf)));
        catalogue.months().forEach(month -> paths.addAll(catalogue.paths(month)));
        return paths;
    }

    /** What these pages are printed with, besides releases. */
    String style() {
        return Rendering.digest(composition.site(), composition.sections());
    }

    void remember(@Nullable Past past) {
        storyPages.remember(past);
        catalogue.remember(past);
    }

    /** Reads what is about to be printed; of nothing: from now on the database is asked for each again. */
    void readAhead(Collection<Place> places) {
        var live = places.stream().filter(Place::live).map(Place::article).toList();
        stories.readAhead(live);
        pictures.readAhead(live);
    }

    /** Forgets what it knows of a story: it, or one that it names, has changed. */
    void forget(UUID article) {
        stories.forget(article);
        feedFiles.forget(article);
    }

    /** A withdrawn story's address, for the map. */
    void isGone(Place place) {
        gone.put(place.path(), Composition.scripts(place));
    }

    /**
     * Prints stories, what is withdrawn first; one that cannot be printed does not keep the others.
     *
     * @param again even what stands already
     * @return what went wrong
     */
    Map<UUID, String> stories(Collection<Place> places, boolean again) {
        var faults = new HashMap<UUID, String>();
        var presses = new Presses<PrintedStory>(
                printed -> trying(printed.story().place(), faults,
                        () -> story(printed.story(), printed.pages(), again)));
        withdrawn(places.stream().filter(place -> !place.live()).toList(), again);
        for (var place : places.stream().filter(Place::live).toList()) {
            forget(place.article());
            trying(place, faults, () -> {
                var story = storyPages.story(place);
                // Else withdrawn since it was looked up: that release follows
                if (story != null && folder.isUnread()) {
                    // Nobody waits for the first of them
                    presses.print(() -> inAllScripts(story));
                } else if (story != null) {
                    story(story, script -> storyPages.printed(story, script), again);
                }
            });
        }
        presses.finish();
        return faults;
    }

    /** @param pages in each script; throws what kept it from being printed */
    private record PrintedStory(StoryPages.Composed story, Function<Script, Printed> pages) {}

    private PrintedStory inAllScripts(StoryPages.Composed story) {
        try {
            var pages = new EnumMap<Script, Printed>(Script.class);
            Composition.scripts(story.place()).forEach(script -> pages.put(script, storyPages.printed(story, script)));
            return new PrintedStory(story, script -> Objects.requireNonNull(pages.get(script)));
        } catch (Unprintable e) {
            return new PrintedStory(story, script -> {
                throw e;
            });
        }
    }

    private static void trying(Place place, Map<UUID, String> faults, Runnable printing) {
        try {
            printing.run();
        } catch (Unprintable e) {
            LOG.error(e.getMessage());
            faults.put(place.article(), String.valueOf(e.getMessage()));
        }
    }

    /** A live story's page, in one script after another, the text of record first; then what stood there instead goes. */
    private void story(StoryPages.Composed story, Function<Script, Printed> pages, boolean again) {
        var place = story.place();
        // Files stand before the page that shows them, and go after it has gone
        var shown = pictures.bring(place.article(), place.lastRelease());
        for (var script : Composition.scripts(place)) {
            put(pages.apply(script), again);
            folder.remove(script.prefix() + place.path() + Layout.NOTICE);
        }
        if (again) {
            // Maybe because what stood here before was redacted: nothing of it is kept for a while
            folder.manifest().paths(Card.prefix(place.article())).stream()
                    .filter(path -> !path.equals(story.around().card())).forEach(folder::remove);
        }
        removeOtherScripts(place);
        pictures.leave(place.article(), shown, composition.clock().instant());
        var views = storyPages.views(place);
        if (views != null) {
            put(views, again);
        } else {
            folder.remove(Layout.views(place.path()));
        }
        gone.remove(place.path());
        leaveMoved(place);
    }

    /** The notice in a story's place; then the page goes, and all that belonged to it. Without the notice it goes as well. */
    private void withdrawn(Collection<Place> places, boolean again) {
        TargetFailed unsaid = null;
        for (var place : places) {
            forget(place.article());
            for (var script : Composition.scripts(place)) {
                try {
                    put(storyPages.withdrawn(place, script), again);
                } catch (TargetFailed e) {
                    unsaid = e;
                    // That of before may say what was redacted since
                    folder.remove(script.prefix() + place.path() + Layout.NOTICE);
                }
            }
            takeAway(place);
        }
        if (unsaid != null) {
            throw unsaid;
        }
    }

    /** All that readers have of a story but its notice. It needs no room. */
    private void takeAway(Place place) {
        Composition.scripts(place).forEach(script -> folder.remove(script.prefix() + place.path() + Layout.PAGE));
        removeOtherScripts(place);
        pictures.leave(place.article());
        folder.remove(Layout.views(place.path()));
        storyPages.forgetCard(place.article());
        folder.manifest().paths(Card.prefix(place.article())).forEach(folder::remove);
        isGone(place);
        leaveMoved(place);
    }

    /** Where nothing can be printed, as on a full disk: what readers have of these stories leaves all the same. */
    void takeAway(Collection<Place> gone, long upTo) {
        if (!gone.isEmpty()) {
            gone.forEach(this::takeAway);
            leaveFeedsOf(gone, upTo);
        }
    }

    /**
     * Whether something stands of what leaves with a story.
     *
     * @param unknown files of which the manifest does not know
     */
    boolean stands(Place place, Set<String> unknown) {
        var manifest = folder.manifest();
        return Composition.scripts().stream().map(script -> script.prefix() + place.path() + Layout.PAGE)
                .anyMatch(path -> manifest.entry(path) != null || unknown.contains(path))
                || !manifest.paths(Card.prefix(place.article())).isEmpty()
                || !manifest.pathsThatName(place.article(), PictureFiles.PREFIX).isEmpty();
    }

    /** Where nothing can be printed anew: takes away what carries the text of these stories beside their own pages. */
    void leaveFeedsOf(Collection<Place> gone, long upTo) {
        var feeds = new LinkedHashSet<>(FeedFiles.paths());
        leavesOf(gone.stream().map(Place::article).toList(), upTo).stream()
                .filter(leaf -> leaf.page() == 0 && Pages.hasFeed(leaf.kind()))
                .forEach(leaf -> feeds.addAll(FeedFiles.paths(catalogue.own(leaf))));
        for (var feed : feeds) {
            var bytes = folder.bytes(feed);
            var text = bytes == null ? "" : new String(bytes, UTF_8);
            if (gone.stream().anyMatch(place -> text.contains(place.path()))) {
                folder.remove(feed);
            }
        }
    }

    private void removeOtherScripts(Place place) {
        var scripts = Composition.scripts(place);
        Composition.scripts().stream().filter(script -> !scripts.contains(script))
                .forEach(script -> removeAll(script, place.path()));
    }

    private void leaveMoved(Place place) {
        if (place.lastRelease() != place.firstRelease()) {
            leave(place.article());
        }
    }

    /**
     * What readers of a new page need not wait for, one piece at a time: twins of what was printed, then the cards of stories,
     * where they do not stand yet; those that they replace leave.
     *
     * @return false when nothing was left to do
     */
    boolean finish(long upTo) {
        if (folder.press()) {
            return true;
        }
        for (int looked = 0; looked < CARDS_AT_ONCE; looked++) {
            var card = storyPages.card();
            if (card == null) {
                return looked > 0;
            }
            if (!keep(card, upTo)) {
                return true;
            }
        }
        return true;
    }

    /** A card in its place; true where it stood already. */
    private boolean keep(Card card, long upTo) {
        try {
            var stands = stands(card);
            if (!stands) {
                folder.put(Printed.list(card.path(), card.draw(), upTo));
            }
            hang(card);
            return stands;
        } catch (TargetFailed | LeaseLost e) {
            storyPages.waits(card);
            throw e;
        }
    }

    /** Whether it need not be drawn: it stands, or stood in the folder before and does so here from now on. */
    private boolean stands(Card card) {
        return folder.manifest().entry(card.path()) != null || (before != null && folder.take(before, card.path()));
    }

    /** In the place of those before it. */
    private void hang(Card card) {
        var now = composition.clock().instant();
        folder.stay(card.path());
        folder.manifest().paths(Card.prefix(card.article())).stream().filter(other -> !other.equals(card.path()))
                .forEach(other -> folder.leave(other, now, now.plus(KEPT)));
    }

    /** All of that at once. */
    void finishAll(long upTo) {
        if (folder.isUnread()) {
            var presses = new Presses<Printed>(folder::put);
            for (var next = storyPages.card(); next != null; next = storyPages.card()) {
                var card = next;
                if (!stands(card)) {
                    presses.print(() -> Printed.list(card.path(), card.draw(), upTo));
                }
                hang(card);
            }
            presses.finish();
        }
        while (finish(upTo)) {
            continue;
        }
    }

    /** Twins of all that was printed. */
    void press() {
        while (folder.press()) {
            continue;
        }
    }

    /** A story's card is to be drawn, when there is time. */
    void lacksCard(UUID article) {
        storyPages.lacksCard(article);
    }

    /** Whether some story's card is still to be drawn. */
    boolean hasCardsWaiting() {
        return storyPages.hasCardsWaiting();
    }

    /**
     * Whether a story has a card that is not on its way out, and that was drawn when it already said what it says now. One that
     * is older may tell what the story says no more, if whoever was to replace it was killed.
     */
    boolean hasCard(Place place) {
        var manifest = folder.manifest();
        return manifest.paths(Card.prefix(place.article())).stream().anyMatch(path -> manifest.leaving(path) == null
                && Objects.requireNonNull(manifest.entry(path)).release() >= place.lastRelease());
    }

    /** Nothing is left at the addresses that a story has left. */
    private void leave(UUID article) {
        for (var one : composition.archive().permalinks.movedOf(article)) {
            moved.put(one.path(), one.currentPath());
            Composition.scripts().forEach(script -> removeAll(script, one.path()));
            folder.remove(Layout.views(one.path()));
        }
    }

    private void removeAll(Script script, String path) {
        folder.remove(script.prefix() + path + Layout.PAGE);
        folder.remove(script.prefix() + path + Layout.NOTICE);
    }

    PictureFiles pictures() {
        return pictures;
    }

    private void put(Printed printed, boolean again) {
        if (again) {
            folder.putAgain(printed);
        } else {
            folder.put(printed);
        }
    }

    /** Prints lists, what readers see first coming first; returns the paths of all that stands. */
    Set<String> lists(Collection<Leaf> leaves, Collection<Long> thousands, long upTo) {
        var paths = new LinkedHashSet<String>();
        listPages.front(upTo).forEach(front -> put(front, paths));
        leaves(leaves, upTo);
        feedFiles.feeds(upTo).forEach(feed -> put(feed, paths));
        for (var thousand : thousands) {
            var stories = feedFiles.thousand(thousand, upTo);
            var path = Sitemaps.path(thousand);
            for (var script : Composition.scripts()) {
                var sitemap = feedFiles.sitemap(script, stories, path, upTo);
                if (sitemap != null) {
                    put(sitemap, paths);
                } else {
                    folder.remove(script.prefix() + path);
                }
            }
        }
        feedFiles.news(upTo).files().forEach(news -> put(news, paths));
        Composition.scripts()
                .forEach(script -> put(feedFiles.sitemapIndex(script, sitemaps(script), upTo), paths));
        return paths;
    }

    /** Prints pages of lists, their feeds, and the calendar that leads to days. */
    void leaves(Collection<Leaf> leaves, long upTo) {
        var months = new TreeSet<YearMonth>();
        var presses = new Presses<Printed>(folder::put);
        for (var leaf : leaves) {
            var sheet = catalogue.page(leaf, upTo);
            if (folder.isUnread()) {
                sheet.forEach(presses::print);
            } else {
                putOrRemove(sheet.stream().map(Supplier::get).toList(), catalogue.paths(leaf));
            }
            if (leaf.kind() == Listing.Kind.DAY) {
                months.add(Catalogue.month(leaf.name()));
            }
        }
        presses.finish();
        leaves.stream().filter(leaf -> leaf.page() == 0 && Pages.hasFeed(leaf.kind()))
                .forEach(leaf -> putOrRemove(feedFiles.feed(catalogue, leaf, upTo),
                        FeedFiles.paths(catalogue.own(leaf))));
        if (!months.isEmpty()) {
            calendar(months, upTo);
        }
    }

    /** The way to the days, of these months. */
    private void calendar(Set<YearMonth> months, long upTo) {
        catalogue.calendar(months, upTo).forEach(folder::put);
        var standing = Set.copyOf(catalogue.months());
        months.stream().filter(month -> !standing.contains(month))
                .forEach(month -> catalogue.paths(month).forEach(folder::remove));
    }

    /** The whole way to the days; returns its paths. */
    Set<String> calendar(long upTo) {
        var paths = new LinkedHashSet<String>();
        catalogue.calendar(catalogue.months(), upTo).forEach(page -> put(page, paths));
        return paths;
    }

    private void putOrRemove(List<Printed> printed, List<String> paths) {
        printed.forEach(folder::put);
        if (printed.isEmpty()) {
            paths.forEach(folder::remove);
        }
    }

    /** Prints the front page again if something else is read most now. */
    void rank(long upTo) {
        if (listPages.rank(upTo)) {
            listPages.front(upTo).forEach(folder::put);
        }
    }

    /** Prints what is still news; returns when the oldest of it no longer is. */
    Instant news(long upTo) {
        var news = feedFiles.news(upTo);
        news.files().forEach(folder::put);
        return news.until();
    }

    /** The sitemaps of thousands that stand in a script, without its prefix. */
    private List<String> sitemaps(Script script) {
        return folder.manifest().paths(script.prefix() + Sitemaps.PREFIX).stream()
                .map(path -> path.substring(script.prefix().length())).filter(Sitemaps::isOfThousand).toList();
    }

    /** Prints what changes only with the style; returns its paths. */
    Set<String> fixtures(long upTo) {
        var paths = new LinkedHashSet<String>();
        composition.assets().files().forEach((path, bytes) -> put(Printed.list(path, bytes, upTo), paths));
        listPages.notFound(upTo).forEach(page -> put(page, paths));
        feedFiles.lists(upTo).forEach(lists -> put(lists, paths));
        put(feedFiles.robots(upTo), paths);
        return paths;
    }

    /** The style sheets and typefaces that no page needs any more are kept for a day, and then taken away. */
    void leaveOldAssets(Instant now) {
        folder.manifest().leaving().forEach(path -> folder.leave(path, now, now));
        for (var path : folder.manifest().paths(Assets.PREFIX)) {
            if (composition.assets().files().containsKey(path)) {
                folder.stay(path);
            } else {
                folder.leave(path, now, now.plus(KEPT));
            }
        }
    }

    private void put(Printed printed, Set<String> paths) {
        folder.put(printed);
        paths.add(printed.path());
    }

    /** For web servers: which addresses are gone, which have moved to where, and how to serve all this. */
    void maps() {
        folder.note(WebServer.MAPS, WebServer.maps(folder.place()));
        folder.note(WebServer.SERVER, WebServer.server(folder.place()));
        folder.note(Layout.GONE, Composition.scripts().stream()
                .flatMap(script -> gone.entrySet().stream().filter(one -> one.getValue().contains(script))
                        .map(one -> script.prefix() + one.getKey() + " 1;\n"))
                .collect(Collectors.joining()).getBytes(UTF_8));
        folder.note(Layout.MOVED,
                Composition.scripts().stream()
                        .flatMap(script -> Stream.of(moved, listsMoved).flatMap(map -> map.entrySet().stream())
                                .map(one -> "%1$s%2$s %1$s%3$s;\n"
                                        .formatted(script.prefix(), one.getKey(), one.getValue())))
                        .collect(Collectors.joining()).getBytes(UTF_8));
    }
}
