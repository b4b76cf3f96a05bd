package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import kz.qalam.publishing.feed.Sitemaps;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;

/** Puts what is composed into the folder, with one set of sections. */
final class Printing {
    private static final Logger LOG = Logger.getLogger(Printing.class);

    private final Composition composition;
    private final Folder folder;
    private final Stories stories;
    private final StoryPages storyPages;
    private final ListPages listPages;
    private final FeedFiles feedFiles;
    private final PictureFiles pictures;
    private final TreeSet<String> gone = new TreeSet<>();
    private final TreeMap<String, String> moved = new TreeMap<>();

    Printing(Composition composition, Folder folder) {
        this.composition = composition;
        this.folder = folder;
        stories = new Stories(composition);
        storyPages = new StoryPages(composition, stories);
        listPages = new ListPages(composition, stories);
        feedFiles = new FeedFiles(composition, stories);
        pictures = new PictureFiles(composition.archive().pictures.rows, composition.archive().pictures.vault, folder);
        composition.archive().permalinks.moved().forEach(one -> moved.put(one.path(), one.currentPath()));
    }

    List<Section> sections() {
        return composition.sections();
    }

    /** Which of the sections these stories stand in. */
    List<Section> sectionsOf(Collection<Place> places) {
        var slugs = places.stream().map(Place::section).collect(Collectors.toSet());
        return sections().stream().filter(section -> slugs.contains(section.slug())).toList();
    }

    /** What these pages are printed with, besides releases. */
    String style() {
        return Rendering.digest(composition.site(), composition.sections());
    }

    /** Forgets what it knows of a story: it, or one that it names, has changed. */
    void forget(UUID article) {
        stories.forget(article);
        feedFiles.forget(article);
    }

    /** A withdrawn story's address, for the map. */
    void isGone(String path) {
        gone.add(path);
    }

    /**
     * Prints stories; one that cannot be printed does not keep the others.
     *
     * @param again even what stands already
     * @return what went wrong
     */
    Map<UUID, String> stories(Collection<Place> places, boolean again) {
        var faults = new HashMap<UUID, String>();
        for (var place : places) {
            try {
                forget(place.article());
                story(place, again);
            } catch (Unprintable e) {
                LOG.error(e.getMessage());
                faults.put(place.article(), String.valueOf(e.getMessage()));
            }
        }
        return faults;
    }

    /** A story's page, or the notice in its place; then takes away what stood there instead. */
    private void story(Place place, boolean again) {
        var page = place.live() ? storyPages.story(place) : storyPages.withdrawn(place);
        if (page == null) {
            // Withdrawn since it was looked up: that release follows.
            return;
        }
        // Files stand before the page that shows them, and go after it has gone
        Set<String> shown = place.live() ? pictures.bring(place.article(), place.lastRelease()) : Set.of();
        put(page, again);
        pictures.leave(place.article(), shown);
        var views = place.live() ? storyPages.views(place) : null;
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
            leave(place.article());
        }
    }

    /** Nothing is left at the addresses that a story has left. */
    private void leave(UUID article) {
        for (var one : composition.archive().permalinks.movedOf(article)) {
            moved.put(one.path(), one.currentPath());
            folder.remove(one.path() + Layout.PAGE);
            folder.remove(one.path() + Layout.NOTICE);
            folder.remove(Layout.views(one.path()));
        }
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
    Set<String> lists(Collection<Section> sections, Collection<Long> thousands, long upTo) {
        var paths = new LinkedHashSet<String>();
        put(listPages.front(upTo), paths);
        sections.forEach(section -> put(listPages.section(section, upTo), paths));
        feedFiles.feeds(upTo).forEach(feed -> put(feed, paths));
        for (var thousand : thousands) {
            var sitemap = feedFiles.sitemap(thousand, upTo);
            if (sitemap != null) {
                put(sitemap, paths);
            } else {
                folder.remove(Sitemaps.path(thousand));
            }
        }
        put(feedFiles.news(upTo), paths);
        put(feedFiles.sitemapIndex(sitemaps(), upTo), paths);
        return paths;
    }

    /** The sitemaps of thousands that stand. */
    List<String> sitemaps() {
        return folder.manifest().paths(Sitemaps.PREFIX).stream().filter(Sitemaps::isOfThousand).toList();
    }

    /** Prints what changes only with the style; returns its paths. */
    Set<String> fixtures(long upTo) {
        var paths = new LinkedHashSet<String>();
        composition.assets().files().forEach((path, bytes) -> put(Printed.list(path, bytes, upTo), paths));
        put(listPages.notFound(upTo), paths);
        put(feedFiles.lists(upTo), paths);
        put(feedFiles.robots(upTo), paths);
        return paths;
    }

    /** Takes away the style sheets and typefaces that no page needs any more. */
    void removeOldAssets() {
        folder.manifest().paths(Assets.PREFIX).stream().filter(path -> !composition.assets().files().containsKey(path))
                .forEach(folder::remove);
    }

    private void put(Printed printed, Set<String> paths) {
        folder.put(printed);
        paths.add(printed.path());
    }

    /** For web servers: which addresses are gone, and which have moved to where. */
    void maps() {
        folder.note(Layout.GONE, gone.stream().map("%s 1;\n"::formatted).collect(Collectors.joining()).getBytes(UTF_8));
        folder.note(Layout.MOVED,
                moved.entrySet().stream().map(one -> "%s %s;\n".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining()).getBytes(UTF_8));
    }
}
