package kz.qalam.publishing.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Language;
import kz.qalam.publishing.feed.Entry;
import kz.qalam.publishing.feed.Feeds;
import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Printed;

/** Composes what programs read: feeds and sitemaps. Each costs the same however many stories there are. */
final class FeedFiles {
    private static final int IN_FEED = 50;
    private static final int IN_LIST_FEED = 20;
    /** How a list's feed is called, under the list's address. */
    static final String FEED = "feed.xml";
    private static final Duration NEWS = Duration.ofDays(2);

    private final Composition composition;
    private final Stories stories;
    private final Map<Script, Pages> pages;
    private final Map<Script, Feeds> feeds = new EnumMap<>(Script.class);
    private final Map<Script, Sitemaps> sitemaps = new EnumMap<>(Script.class);
    private final Cache<UUID, Map<Script, Entry>> entries = Caffeine.newBuilder().maximumSize(10L * IN_FEED).build();

    FeedFiles(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
        var site = composition.site();
        pages.forEach((script, printed) -> {
            var name = printed.written(site.name());
            var url = site.address(script.prefix());
            feeds.put(script, new Feeds(name, printed.description(), url, script.tag(Language.KK)));
            sitemaps.put(script, new Sitemaps(name, url));
        });
    }

    void forget(UUID article) {
        entries.invalidate(article);
    }

    /** The newest stories, in each form and script. */
    List<Printed> feeds(long upTo) {
        var newest = entries(composition.archive().standings.newest(null, upTo, IN_FEED));
        var printed = new ArrayList<Printed>();
        feeds.forEach((script, feed) -> {
            var its = in(script, newest);
            printed.add(file(script, Feeds.RSS, feed.rss(its), upTo));
            printed.add(file(script, Feeds.ATOM, feed.atom(its), upTo));
            printed.add(file(script, Feeds.JSON, feed.json(its), upTo));
        });
        return printed;
    }

    /** The newest stories of one list, by headline and lead, in each script; nothing where there are none. */
    List<Printed> feed(Catalogue catalogue, Leaf leaf, long upTo) {
        var path = catalogue.own(leaf);
        var newest = stories.standing(catalogue.newest(leaf, upTo, IN_LIST_FEED));
        if (newest.isEmpty()) {
            return List.of();
        }
        var name = composition.site().name() + " – " + catalogue.label(leaf);
        var printed = new ArrayList<Printed>();
        feeds.forEach((script, feed) -> {
            var its = newest.stream().filter(story -> composition.stands(script, story))
                    .map(story -> entry(script, story)).toList();
            printed.add(file(script, path + FEED,
                    feed.rss(printer(script).written(name), path, path + FEED, its), upTo));
        });
        return printed;
    }

    private Entry entry(Script script, Summary told) {
        var story = printer(script).written(told);
        var section = composition.section(story.section());
        return new Entry(story.release(), composition.address(script, story.path(), story.language()),
                story.headline(), story.lead(), script.tag(story.language()),
                section == null ? null : printer(script).written(section.nameKk()), List.of(), List.of(),
                story.publishedAt(), story.publishedAt(), null);
    }

    /** The paths of the site's own feeds, in each form and script. */
    static List<String> paths() {
        return Composition.scripts().stream().flatMap(script -> Stream.of(Feeds.RSS, Feeds.ATOM, Feeds.JSON)
                .map(form -> script.prefix() + form)).toList();
    }

    /** The paths of a list's feed, in each script. */
    static List<String> paths(String own) {
        return Composition.scripts().stream().map(script -> script.prefix() + own + FEED).toList();
    }

    /** A story as feeds tell it. */
    private record Told(Place place, Map<Script, Entry> entries) {}

    private List<Entry> in(Script script, List<Told> told) {
        return told.stream().filter(one -> composition.stands(script, one.place()))
                .map(one -> one.entries().get(script)).filter(Objects::nonNull).toList();
    }

    private Pages printer(Script script) {
        return Objects.requireNonNull(pages.get(script));
    }

    private List<Told> entries(List<Place> places) {
        var standing = places.stream().filter(composition::stands).toList();
        var found = new LinkedHashMap<UUID, Map<Script, Entry>>();
        for (var place : standing) {
            var known = entries.getIfPresent(place.article());
            if (known != null && Objects.requireNonNull(known.get(Script.CYRILLIC)).release() >= place.lastRelease()) {
                found.put(place.article(), known);
            }
        }
        stories.each(standing.stream().filter(place -> !found.containsKey(place.article())).toList(),
                (place, story) -> {
                    var told = told(place, story);
                    entries.put(place.article(), told);
                    found.put(place.article(), told);
                });
        return standing.stream().filter(place -> found.containsKey(place.article()))
                .map(place -> new Told(place, Objects.requireNonNull(found.get(place.article())))).toList();
    }

    /** In each script; what stands in one only is told the same everywhere. */
    private Map<Script, Entry> told(Place place, Story story) {
        var linked = stories.linked(story.copy());
        var its = Script.of(story.copy().language());
        var told = new EnumMap<Script, Entry>(Script.class);
        for (var script : Composition.scripts()) {
            told.put(script, its.contains(script)
                    ? entry(script, place, story, linked)
                    : Objects.requireNonNull(told.get(Script.CYRILLIC)));
        }
        return told;
    }

    private Entry entry(Script script, Place place, Story told, Map<UUID, Summary> linked) {
        var printer = printer(script);
        var story = printer.written(told);
        var copy = story.copy();
        var section = composition.section(place.section());
        try {
            return new Entry(story.release(), composition.address(script, place.path(), copy.language()),
                    copy.headline(), copy.lead(),
                    script.tag(copy.language()), section == null ? null : printer.written(section.nameKk()),
                    copy.bylines().stream().map(Byline::name).toList(), copy.tags(), story.publishedAt(),
                    story.changedAt() == null ? story.publishedAt() : story.changedAt(),
                    printer.feedBody(story, linked));
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    /** The sitemap of a thousand, where any of its stories is live; of what stands in this script. */
    @Nullable
    Printed sitemap(Script script, List<Place> thousand, String path, long upTo) {
        var addresses = thousand.stream()
                .filter(place -> Composition.scripts(place).contains(script) && composition.stands(script, place))
                .map(place -> new Sitemaps.Address(
                        composition.address(script, place.path(), Composition.language(place)), place.lastAt()))
                .toList();
        return addresses.isEmpty() ? null : file(script, path, sitemaps(script).stories(addresses), upTo);
    }

    /** The live stories of a thousand. */
    List<Place> thousand(long thousand, long upTo) {
        var from = (thousand - 1) * Sitemaps.MOST;
        return composition.archive().standings.released(from, Math.min(from + Sitemaps.MOST, upTo)).stream()
                .filter(Place::live).toList();
    }

    private Sitemaps sitemaps(Script script) {
        return Objects.requireNonNull(sitemaps.get(script));
    }

    /** @param thousands the paths of the sitemaps that there are in this script, without its prefix */
    Printed sitemapIndex(Script script, Collection<String> thousands, long upTo) {
        var paths = new ArrayList<String>();
        paths.add(Sitemaps.LISTS);
        paths.addAll(thousands);
        return file(script, Sitemaps.INDEX, sitemaps(script).index(paths), upTo);
    }

    /** News in each script, and when the oldest of it will be news no more. */
    record News(List<Printed> files, Instant until) {}

    /** The stories of the last two days: the only files that change by time alone. */
    News news(long upTo) {
        var newest = composition.archive().standings.newest(null, upTo, Sitemaps.MOST);
        var since = composition.clock().instant().minus(NEWS);
        var recent = newest.stream().filter(place -> place.firstAt().isAfter(since)).toList();
        var told = stories.standing(recent);
        var files = new ArrayList<Printed>();
        for (var script : Composition.scripts()) {
            var news = told.stream()
                    .filter(story -> Script.of(story.language()).contains(script) && composition.stands(script, story))
                    .map(story -> new Sitemaps.News(composition.address(script, story.path(), story.language()),
                            story.language() == Language.KK
                                    ? printer(script).written(story.headline())
                                    : story.headline(),
                            story.language().code(), story.publishedAt()))
                    .toList();
            files.add(file(script, Sitemaps.NEWS, sitemaps(script).news(news), upTo));
        }
        var until = recent.isEmpty() ? Instant.MAX : recent.get(recent.size() - 1).firstAt().plus(NEWS);
        return new News(files, until);
    }

    /** The front page and the sections, for search engines. */
    List<Printed> lists(long upTo) {
        var paths = new ArrayList<String>();
        paths.add("/");
        paths.add("/archive/");
        paths.add("/corrections/");
        composition.sections().stream().map(Section::path).forEach(paths::add);
        return Composition.scripts().stream()
                .map(script -> file(script, Sitemaps.LISTS, sitemaps(script).lists(paths), upTo)).toList();
    }

    Printed robots(long upTo) {
        return file(Script.CYRILLIC, Sitemaps.ROBOTS,
                sitemaps(Script.CYRILLIC).robots(Composition.scripts().stream().map(Script::prefix).toList()), upTo);
    }

    private static Printed file(Script script, String path, byte[] bytes, long upTo) {
        return Printed.list(script.prefix() + path, bytes, upTo);
    }
}
