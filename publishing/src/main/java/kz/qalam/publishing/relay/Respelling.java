package kz.qalam.publishing.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.script.Exceptions;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Spelling;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Folder;

/**
 * Prints again what a new version of the exception lexicon writes otherwise, in slices between releases: stories in which a
 * changed word stands, the stories that name them, and the lists on which they stand. It begins again where it is broken
 * off: the folder remembers a version only when all of it is spelt so.
 */
final class Respelling {
    private static final Logger LOG = Logger.getLogger(Respelling.class);
    private static final int WINDOW = 200;
    private static final int SLICE = 25;

    private final Archive archive;
    private final Folder folder;
    private final Printing printing;
    /**
     * What is written otherwise than in each version that something here may be spelt in; null when that cannot be known, so
     * that it may be anything.
     */
    private final @Nullable List<Exceptions> changed;
    /** What stands on every page: then every page changes. */
    private final boolean everywhere;
    private final LinkedHashSet<UUID> touched = new LinkedHashSet<>();
    private final Deque<UUID> backlog = new ArrayDeque<>();
    private final Deque<Leaf> leaves = new ArrayDeque<>();
    private long looked;
    private boolean gathered;
    private boolean done;

    Respelling(Archive archive, Folder folder, Printing printing, int from) {
        this.archive = archive;
        this.folder = folder;
        this.printing = printing;
        var spelling = printing.composition().spelling();
        changed = changed(archive, spelling, from);
        everywhere = changed == null || touches(printing.composition().site().name())
                || printing.sections().stream().anyMatch(section -> touches(section.nameKk()));
        LOG.infof("the lexicon's version %d follows %d", spelling.version(), from);
    }

    /** A version may have been followed by the next before all was spelt in it. */
    private static @Nullable List<Exceptions> changed(Archive archive, Spelling spelling, int from) {
        var before = archive.lexicons.of(from);
        if (before == null) {
            return null;
        }
        var changed = new ArrayList<Exceptions>();
        changed.add(spelling.exceptions().differing(before));
        archive.lexicons.between(from, spelling.version())
                .forEach(one -> changed.add(spelling.exceptions().differing(one)));
        return changed;
    }

    boolean isDone() {
        return done;
    }

    int waiting() {
        return backlog.size() + leaves.size();
    }

    /** One slice; returns what went wrong, by release. */
    Map<Long, String> goOn(long position) {
        Map<Long, String> faults = Map.of();
        if (looked < position && !gathered) {
            look(position);
        } else if (!gathered) {
            gather(position);
        } else if (!backlog.isEmpty()) {
            faults = print();
        } else if (!leaves.isEmpty()) {
            var slice = slice(leaves);
            printing.leaves(slice, position);
            slice.forEach(printed -> leaves.remove());
        } else {
            finish(position);
        }
        folder.seal();
        return faults;
    }

    /** Looks through the next stories, oldest first. What is released meanwhile is spelt so anyway. */
    private void look(long position) {
        var upTo = Math.min(looked + WINDOW, position);
        look(archive.standings.released(looked, upTo));
        looked = upTo;
    }

    private void look(List<Place> places) {
        var kazakh = places.stream().filter(place -> Composition.scripts(place).size() > 1).toList();
        if (everywhere) {
            places.forEach(place -> touched.add(place.article()));
            return;
        }
        kazakh.stream().filter(place -> !place.live() && place.notice() != null && touches(place.notice()))
                .forEach(place -> touched.add(place.article()));
        printing.each(kazakh.stream().filter(Place::live).toList(), (place, story) -> {
            if (touches(story)) {
                touched.add(place.article());
            }
        });
    }

    private boolean touches(@Nullable String text) {
        return text != null && changed != null && changed.stream().anyMatch(one -> one.touch(text));
    }

    private boolean touches(Story story) {
        // Its tags are called there as they are now; authors' lists are called as their names were met first
        return touches(story.copy().json().toString())
                || story.copy().bylines().stream().anyMatch(one -> touches(author(one.name())))
                || story.copy().body().stream().anyMatch(block -> touches(block.text()))
                || story.notes().stream().anyMatch(note -> touches(note.text()))
                || story.pictures().values().stream()
                        .anyMatch(picture -> touches(picture.alt()) || touches(picture.credit()));
    }

    private String author(String name) {
        return archive.topics.of(Listing.Kind.AUTHOR, name).label();
    }

    private void gather(long position) {
        var pages = new LinkedHashSet<>(touched);
        touched.forEach(article -> pages.addAll(folder.manifest().storiesThatShow(article)));
        var lists = everywhere ? printing.leaves(position) : printing.leavesOf(touched, position);
        backlog.addAll(pages);
        leaves.addAll(lists);
        gathered = true;
        LOG.infof("%d stories to spell anew, %d pages of lists", touched.size(), leaves.size());
    }

    private Map<Long, String> print() {
        var slice = slice(backlog);
        var places = archive.standings.places(slice);
        var last = new LinkedHashMap<UUID, Long>();
        places.forEach(place -> last.put(place.article(), place.lastRelease()));
        var faults = new LinkedHashMap<Long, String>();
        printing.stories(places, false).forEach((article, fault) -> faults.put(last.get(article), fault));
        slice.forEach(printed -> backlog.remove());
        return faults;
    }

    /** The first of what waits; it is taken out when it is printed. */
    private static <T> List<T> slice(Deque<T> waiting) {
        return waiting.stream().limit(SLICE).toList();
    }

    private void finish(long position) {
        if (everywhere) {
            printing.fixtures(position);
            printing.calendar(position);
        }
        if (!touched.isEmpty() || everywhere) {
            printing.lists(Set.of(), Set.of(), position);
        }
        folder.spelling(printing.composition().spelling().version());
        done = true;
    }
}
