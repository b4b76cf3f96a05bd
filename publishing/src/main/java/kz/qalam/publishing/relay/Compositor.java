package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Related;
import kz.qalam.publishing.feed.Entry;
import kz.qalam.publishing.feed.Feeds;
import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Front;
import kz.qalam.publishing.page.Note;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.relay.Standing.Text;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;

/**
 * Composes pages, lists and feeds of what has been released up to a number. Each costs the same however many stories there
 * are; what it needs of a story it reads once in each release.
 */
final class Compositor {
    /** Stories named at the end of a story. */
    static final int BEFORE = 4;

    private static final int TOP = 7;
    private static final int ON_SHELF = 4;
    private static final int MOST_READ = 5;
    /** Among the newest of the paper, so that what was read most is also news. */
    private static final int MOST_READ_AMONG = 200;
    private static final int IN_SECTION = 30;
    private static final int IN_FEED = 50;
    private static final Duration NEWS = Duration.ofDays(2);

    private final Archive archive;
    private final Site site;
    private final Script script;
    private final List<Section> sections;
    private final Pages pages;
    private final Feeds feeds;
    private final Sitemaps sitemaps;
    private final Predicate<String> inSight;
    private final Cache<UUID, Summary> summaries = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<UUID, Entry> entries = Caffeine.newBuilder().maximumSize(4L * IN_FEED).build();

    /** @param inSight whether a file stands in the target: lists name no story whose page does not */
    Compositor(Archive archive, Site site, Script script, Assets assets, List<Section> sections,
            Predicate<String> inSight) {
        this.archive = archive;
        this.site = site;
        this.script = script;
        this.sections = sections;
        this.inSight = inSight;
        pages = new Pages(site, script, assets, sections);
        feeds = new Feeds(site.name(), pages.description(), site.url());
        sitemaps = new Sitemaps(site.name(), site.url());
    }

    List<Section> sections() {
        return sections;
    }

    /** Forgets what it knows of a story: the story, or one that it names, has changed. */
    void forget(UUID article) {
        summaries.invalidate(article);
        entries.invalidate(article);
    }

    // ---- stories

    /** A live story's page, or null if the story is live no more. */
    @Nullable
    Printed story(Place place) {
        var texts = archive.standings.texts(List.of(place.article()));
        if (texts.isEmpty()) {
            return null;
        }
        var story = story(place, texts.get(0));
        var linked = linked(story.copy());
        var before = summaries(archive.standings.newest(shelf(place.section()), place.firstRelease() - 1, BEFORE));
        summaries.put(place.article(), summary(story, place.section()));
        var shows = new HashMap<UUID, Long>();
        linked.values().forEach(summary -> shows.put(summary.article(), summary.release()));
        before.forEach(summary -> shows.put(summary.article(), summary.release()));
        try {
            return new Printed(place.path() + Layout.PAGE, pages.story(story, linked, before), story.release(),
                    place.article(), shows);
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    private Story story(Place place, Text text) {
        try {
            var notes = new ArrayList<Note>();
            Instant changedAt = null;
            // A first release has nothing before it to tell of.
            if (text.lastRelease() != place.firstRelease()) {
                for (var change : archive.releases.changes(place.article())) {
                    changedAt = change.releasedAt();
                    if (change.notice() != null) {
                        notes.add(new Note(Note.Kind.valueOf(change.kind()), change.notice(), change.releasedAt()));
                    }
                }
            }
            var views = place.importedViews();
            return new Story(place.article(), place.path(), Copy.read(text.copy()), text.lastRelease(), place.firstAt(),
                    changedAt, views == null || views == 0 ? null : views, notes);
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    /** A section that the paper has; stories of no such section stand together. */
    private @Nullable String shelf(@Nullable String slug) {
        return sections.stream().map(Section::slug).filter(known -> known.equals(slug)).findFirst().orElse(null);
    }

    /** The live stories that a body names. */
    private Map<UUID, Summary> linked(Copy copy) {
        var named = new LinkedHashSet<UUID>();
        collect(copy.body(), named);
        if (named.isEmpty()) {
            return Map.of();
        }
        var live = archive.standings.places(named).stream().filter(Place::live).toList();
        return summaries(live).stream().collect(Collectors.toMap(Summary::article, Function.identity()));
    }

    private static void collect(List<Block> blocks, Set<UUID> named) {
        for (var block : blocks) {
            if (block instanceof Related related) {
                named.addAll(related.articles());
            } else if (block instanceof Factbox box) {
                collect(box.content(), named);
            }
        }
    }

    Printed withdrawn(Place place) {
        var language = place.language().equals(Language.RU.code()) ? Language.RU : Language.KK;
        return new Printed(place.path() + Layout.NOTICE, pages.withdrawn(language, place.notice(), place.lastAt()),
                place.lastRelease(), place.article(), Map.of());
    }

    /** What {@code /-/views} says of a story, or null where nothing was counted. */
    @Nullable
    Printed views(Place place) {
        var views = place.importedViews();
        if (views == null || views == 0) {
            return null;
        }
        return new Printed(Layout.views(place.path()), "{\"views\":%d}".formatted(views).getBytes(UTF_8),
                place.lastRelease(),
                null, Map.of());
    }

    // ---- summaries

    /** Of those whose pages stand in sight, in the same order. */
    private List<Summary> summaries(List<Place> places) {
        var standing = places.stream().filter(place -> inSight.test(place.path() + Layout.PAGE)).toList();
        var missing = standing.stream().filter(place -> known(place) == null).toList();
        var byArticle = missing.stream().collect(Collectors.toMap(Place::article, Function.identity()));
        for (var text : archive.standings.texts(byArticle.keySet())) {
            var place = Objects.requireNonNull(byArticle.get(text.article()));
            try {
                summaries.put(text.article(), summary(story(place, text), place.section()));
            } catch (Unprintable e) {
                // Its own delivery says so; here it is passed over.
                summaries.invalidate(text.article());
            }
        }
        return standing.stream().map(this::known).filter(Objects::nonNull).toList();
    }

    private @Nullable Summary known(Place place) {
        var summary = summaries.getIfPresent(place.article());
        return summary == null || summary.release() < place.lastRelease() ? null : summary;
    }

    private static Summary summary(Story story, @Nullable String section) {
        var copy = story.copy();
        return new Summary(story.article(), story.path(), story.release(), copy.headline(), copy.lead(),
                copy.language(),
                section, story.publishedAt(), story.views());
    }

    // ---- lists

    Printed front(long upTo) {
        var newest = archive.standings.newest(null, upTo, MOST_READ_AMONG);
        var top = summaries(newest.stream().limit(TOP).toList());
        var above = top.stream().map(Summary::article).collect(Collectors.toSet());
        var shelves = new ArrayList<Front.Shelf>();
        for (var section : sections) {
            var of = newestOf(section, newest, upTo).stream().filter(place -> !above.contains(place.article()))
                    .limit(ON_SHELF);
            shelves.add(new Front.Shelf(section, summaries(of.toList())));
        }
        var read = newest.stream().filter(place -> place.importedViews() != null && place.importedViews() > 0)
                .sorted((a, b) -> Long.compare(Objects.requireNonNull(b.importedViews()),
                        Objects.requireNonNull(a.importedViews())))
                .limit(MOST_READ);
        return list("/" + Layout.PAGE, pages.front(new Front(top, shelves, summaries(read.toList()))), upTo);
    }

    /** From among the newest of all where they are enough. */
    private List<Place> newestOf(Section section, List<Place> newest, long upTo) {
        var among = newest.stream().filter(place -> section.slug().equals(place.section())).limit(TOP + ON_SHELF)
                .toList();
        return among.size() == TOP + ON_SHELF || newest.size() < MOST_READ_AMONG
                ? among
                : archive.standings.newest(section.slug(), upTo, TOP + ON_SHELF);
    }

    Printed section(Section section, long upTo) {
        var newest = archive.standings.newest(section.slug(), upTo, IN_SECTION);
        return list(section.path() + Layout.PAGE, pages.section(section, summaries(newest)), upTo);
    }

    List<Printed> feeds(long upTo) {
        var newest = entries(archive.standings.newest(null, upTo, IN_FEED));
        return List.of(list(Feeds.RSS, feeds.rss(newest), upTo), list(Feeds.ATOM, feeds.atom(newest), upTo),
                list(Feeds.JSON, feeds.json(newest), upTo));
    }

    private List<Entry> entries(List<Place> places) {
        var standing = places.stream().filter(place -> inSight.test(place.path() + Layout.PAGE)).toList();
        var found = new LinkedHashMap<UUID, Entry>();
        standing.forEach(place -> {
            var entry = entries.getIfPresent(place.article());
            if (entry != null && entry.release() == place.lastRelease()) {
                found.put(place.article(), entry);
            }
        });
        var missing = standing.stream().filter(place -> !found.containsKey(place.article()))
                .collect(Collectors.toMap(Place::article, Function.identity()));
        for (var text : archive.standings.texts(missing.keySet())) {
            var place = Objects.requireNonNull(missing.get(text.article()));
            try {
                var entry = entry(place, story(place, text));
                entries.put(place.article(), entry);
                found.put(place.article(), entry);
            } catch (Unprintable e) {
                entries.invalidate(place.article());
            }
        }
        return standing.stream().map(place -> found.get(place.article())).filter(Objects::nonNull).toList();
    }

    private Entry entry(Place place, Story story) {
        var copy = story.copy();
        var linked = linked(copy);
        try {
            return new Entry(story.release(), address(place), copy.headline(), copy.lead(), script.tag(copy.language()),
                    sections.stream().filter(section -> section.slug().equals(place.section())).map(Section::nameKk)
                            .findFirst()
                            .orElse(null),
                    copy.bylines().stream().map(Byline::name).toList(), copy.tags(), story.publishedAt(),
                    story.changedAt() == null ? story.publishedAt() : story.changedAt(), pages.feedBody(story, linked));
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    /** The sitemap of a thousand, or null where none of them is live. */
    @Nullable
    Printed sitemap(long thousand, long upTo) {
        var from = (thousand - 1) * Sitemaps.MOST;
        var addresses = archive.standings.released(from, Math.min(from + Sitemaps.MOST, upTo)).stream()
                .filter(place -> place.live() && inSight.test(place.path() + Layout.PAGE))
                .map(place -> new Sitemaps.Address(address(place), place.lastAt())).toList();
        return addresses.isEmpty() ? null : list(Sitemaps.path(thousand), sitemaps.stories(addresses), upTo);
    }

    /** @param thousands the paths of the sitemaps that there are */
    Printed sitemapIndex(Collection<String> thousands, long upTo) {
        var paths = new ArrayList<String>();
        paths.add(Sitemaps.LISTS);
        paths.addAll(thousands);
        return list(Sitemaps.INDEX, sitemaps.index(paths), upTo);
    }

    /** The stories of the two days before the newest one. */
    Printed sitemapOfNews(long upTo) {
        var newest = archive.standings.newest(null, upTo, Sitemaps.MOST);
        var since = newest.isEmpty() ? Instant.EPOCH : newest.get(0).firstAt().minus(NEWS);
        var news = summaries(newest.stream().filter(place -> place.firstAt().isAfter(since)).toList()).stream()
                .map(story -> new Sitemaps.News(site.address(script.prefix() + story.path()), story.headline(),
                        story.language().code(), story.publishedAt()))
                .toList();
        return list(Sitemaps.NEWS, sitemaps.news(news), upTo);
    }

    /** What changes only with the rendering. */
    List<Printed> fixed(long upTo) {
        var paths = new ArrayList<String>();
        paths.add("/");
        sections.forEach(section -> paths.add(section.path()));
        return List.of(list(Layout.NOT_FOUND, pages.notFound(), upTo),
                list(Sitemaps.LISTS, sitemaps.lists(paths), upTo),
                list(Sitemaps.ROBOTS, sitemaps.robots(), upTo));
    }

    private Printed list(String path, byte[] bytes, long upTo) {
        return Printed.list(script.prefix() + path, bytes, upTo);
    }

    private String address(Place place) {
        return site.address(script.prefix() + place.path());
    }
}
