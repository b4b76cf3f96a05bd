package kz.qalam.publishing.relay;

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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.Related;
import kz.qalam.publishing.page.Note;
import kz.qalam.publishing.page.Shown;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.page.Topic;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.relay.Standing.Text;

/** Live stories as they are read from the archive. What lists need of a story is read once in each release. */
final class Stories {
    private static final int MOST_REMEMBERED = 20_000;

    private final Composition composition;
    private final Cache<UUID, Summary> summaries = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final Map<UUID, Text> ahead = new HashMap<>();

    Stories(Composition composition) {
        this.composition = composition;
    }

    /**
     * Reads the texts of stories that are about to be printed, in one go. Only for a folder that nobody reads yet: what is
     * withdrawn meanwhile is followed there before anyone does.
     */
    void readAhead(Collection<UUID> live) {
        ahead.clear();
        composition.archive().standings.texts(live).forEach(text -> ahead.put(text.article(), text));
    }

    void forget(UUID article) {
        summaries.invalidate(article);
    }

    /** The story, or null if it is live no more. */
    @Nullable
    Story story(Place place) {
        var text = ahead.remove(place.article());
        if (text == null) {
            var texts = composition.archive().standings.texts(List.of(place.article()));
            if (texts.isEmpty()) {
                return null;
            }
            text = texts.get(0);
        }
        var story = story(place, text);
        summaries.put(place.article(), summary(story, place));
        return story;
    }

    /** Hands over each of the stories that is live and readable. */
    void each(Collection<Place> places, BiConsumer<Place, Story> take) {
        var byArticle = places.stream().collect(Collectors.toMap(Place::article, Function.identity()));
        for (var text : composition.archive().standings.texts(byArticle.keySet())) {
            var place = Objects.requireNonNull(byArticle.get(text.article()));
            try {
                take.accept(place, story(place, text));
            } catch (Unprintable e) {
                // Its own delivery says so; a list passes it over.
                forget(place.article());
            }
        }
    }

    private Story story(Place place, Text text) {
        var notes = new ArrayList<Note>();
        Instant changedAt = null;
        // A first release has nothing before it to tell of.
        if (text.lastRelease() != place.firstRelease()) {
            for (var change : composition.archive().releases.changes(place.article())) {
                changedAt = change.releasedAt();
                if (change.notice() != null) {
                    notes.add(new Note(Note.Kind.valueOf(change.kind()), change.notice(), change.releasedAt()));
                }
            }
        }
        var copy = read(text);
        // Most stories of an archive have none, and are not asked about
        Map<String, Shown> pictures = copy.pictures().isEmpty()
                ? Map.of()
                : PictureFiles.shown(composition.archive().pictures.rows, place.article());
        // As the tags are called now, in whatever is printed of the story
        copy = copy.withTags(composition.archive().topics.tags(copy.tags()).stream().map(Topic::label).toList());
        return new Story(place.article(), place.path(), copy, text.lastRelease(), place.firstAt(), changedAt,
                views(place), notes, pictures);
    }

    private static Copy read(Text text) {
        try {
            return Copy.read(text.copy());
        } catch (RuntimeException e) {
            throw new Unprintable(text.article(), e);
        }
    }

    /** Readers counted before the story came here; none is nothing to tell. */
    static @Nullable Long views(Place place) {
        var views = place.importedViews();
        return views == null || views == 0 ? null : views;
    }

    /** The live stories that a body names. */
    Map<UUID, Summary> linked(Copy copy) {
        var named = named(copy);
        if (named.isEmpty()) {
            return Map.of();
        }
        var live = composition.archive().standings.places(named).stream().filter(Place::live).toList();
        return summaries(live).stream().collect(Collectors.toMap(Summary::article, Function.identity()));
    }

    /** The stories that a body names, live or not. */
    static Set<UUID> named(Copy copy) {
        var named = new LinkedHashSet<UUID>();
        collect(copy.body(), named);
        return named;
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

    /** For lists: of those whose pages stand in sight, in the same order. */
    List<Summary> standing(List<Place> places) {
        return summaries(places.stream().filter(composition::stands).toList());
    }

    /**
     * For a story's page: of all that are live and readable, in the same order. Not whether their pages stand yet: then a
     * page would depend on what was printed before it.
     */
    List<Summary> summaries(List<Place> places) {
        var found = new LinkedHashMap<UUID, Summary>();
        for (var place : places) {
            var known = summaries.getIfPresent(place.article());
            if (known != null && known.release() >= place.lastRelease()) {
                found.put(place.article(), known);
            }
        }
        each(places.stream().filter(place -> !found.containsKey(place.article())).toList(), (place, story) -> {
            var summary = summary(story, place);
            summaries.put(place.article(), summary);
            found.put(place.article(), summary);
        });
        return places.stream().map(place -> found.get(place.article())).filter(Objects::nonNull).toList();
    }

    private static Summary summary(Story story, Place place) {
        var copy = story.copy();
        return new Summary(story.article(), story.path(), story.release(), copy.headline(), copy.lead(),
                copy.language(),
                place.section(), story.publishedAt(), story.views(), Shown.of(story.pictures(), copy.picture()));
    }
}
