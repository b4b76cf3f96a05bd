package kz.qalam.publishing.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.copy.Byline;
import kz.qalam.publishing.feed.Entry;
import kz.qalam.publishing.feed.Feeds;
import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Story;
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
    private final Pages pages;
    private final Feeds feeds;
    private final Sitemaps sitemaps;
    private final Cache<UUID, Entry> entries = Caffeine.newBuilder().maximumSize(10L * IN_FEED).build();

    FeedFiles(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
        var site = composition.site();
        feeds = new Feeds(site.name(), pages.description(), site.url());
        sitemaps = new Sitemaps(site.name(), site.url());
    }

    void forget(UUID article) {
        entries.invalidate(article);
    }

    /** The newest stories, in each form. */
    List<Printed> feeds(long upTo) {
        var newest = entries(composition.archive().standings.newest(null, upTo, IN_FEED));
        return List.of(file(Feeds.RSS, feeds.rss(newest), upTo), file(Feeds.ATOM, feeds.atom(newest), upTo),
                file(Feeds.JSON, feeds.json(newest), upTo));
    }

    /** The newest stories of one list; null where there are none. */
    @Nullable
    Printed feed(Catalogue catalogue, Leaf leaf, long upTo) {
        var path = catalogue.own(leaf);
        var newest = entries(catalogue.newest(leaf, upTo, IN_LIST_FEED));
        var prefix = composition.script().prefix();
        return newest.isEmpty()
                ? null
                : file(path + FEED, feeds.rss(composition.site().name() + " – " + catalogue.label(leaf), prefix + path,
                        prefix + path + FEED, newest), upTo);
    }

    private List<Entry> entries(List<Place> places) {
        var standing = places.stream().filter(composition::stands).toList();
        var found = new LinkedHashMap<UUID, Entry>();
        for (var place : standing) {
            var known = entries.getIfPresent(place.article());
            if (known != null && known.release() >= place.lastRelease()) {
                found.put(place.article(), known);
            }
        }
        stories.each(standing.stream().filter(place -> !found.containsKey(place.article())).toList(),
                (place, story) -> {
                    var entry = entry(place, story);
                    entries.put(place.article(), entry);
                    found.put(place.article(), entry);
                });
        return standing.stream().map(place -> found.get(place.article())).filter(Objects::nonNull).toList();
    }

    private Entry entry(Place place, Story story) {
        var copy = story.copy();
        var linked = stories.linked(copy);
        var section = composition.section(place.section());
        try {
            return new Entry(story.release(), composition.address(place.path()), copy.headline(), copy.lead(),
                    composition.script().tag(copy.language()), section == null ? null : section.nameKk(),
                    copy.bylines().stream().map(Byline::name).toList(), copy.tags(), story.publishedAt(),
                    story.changedAt() == null ? story.publishedAt() : story.changedAt(), pages.feedBody(story, linked));
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    /** The sitemap of a thousand, or null where none of its stories is live. */
    @Nullable
    Printed sitemap(long thousand, long upTo) {
        var from = (thousand - 1) * Sitemaps.MOST;
        var addresses = composition.archive().standings.released(from, Math.min(from + Sitemaps.MOST, upTo)).stream()
                .filter(place -> place.live() && composition.stands(place))
                .map(place -> new Sitemaps.Address(composition.address(place.path()), place.lastAt())).toList();
        return addresses.isEmpty() ? null : file(Sitemaps.path(thousand), sitemaps.stories(addresses), upTo);
    }

    /** @param thousands the paths of the sitemaps that there are */
    Printed sitemapIndex(Collection<String> thousands, long upTo) {
        var paths = new ArrayList<String>();
        paths.add(Sitemaps.LISTS);
        paths.addAll(thousands);
        return file(Sitemaps.INDEX, sitemaps.index(paths), upTo);
    }

    /** News, and when the oldest of it will be news no more. */
    record News(Printed file, Instant until) {}

    /** The stories of the last two days: the one file that changes by time alone. */
    News news(long upTo) {
        var newest = composition.archive().standings.newest(null, upTo, Sitemaps.MOST);
        var since = composition.clock().instant().minus(NEWS);
        var recent = newest.stream().filter(place -> place.firstAt().isAfter(since)).toList();
        var news = stories.standing(recent).stream().map(story -> new Sitemaps.News(composition.address(story.path()),
                story.headline(), story.language().code(), story.publishedAt())).toList();
        var until = recent.isEmpty() ? Instant.MAX : recent.get(recent.size() - 1).firstAt().plus(NEWS);
        return new News(file(Sitemaps.NEWS, sitemaps.news(news), upTo), until);
    }

    /** The front page and the sections, for search engines. */
    Printed lists(long upTo) {
        var paths = new ArrayList<String>();
        paths.add("/");
        paths.add("/archive/");
        paths.add("/corrections/");
        composition.sections().stream().map(Section::path).forEach(paths::add);
        return file(Sitemaps.LISTS, sitemaps.lists(paths), upTo);
    }

    Printed robots(long upTo) {
        return file(Sitemaps.ROBOTS, sitemaps.robots(), upTo);
    }

    private Printed file(String path, byte[] bytes, long upTo) {
        return Printed.list(composition.script().prefix() + path, bytes, upTo);
    }
}
