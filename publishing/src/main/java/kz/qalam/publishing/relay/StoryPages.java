package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;
import kz.qalam.publishing.page.Around;
import kz.qalam.publishing.page.Card;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;

/** Composes what stands at a story's own address. */
final class StoryPages {

    /** So many older stories are named at the end of a story. */
    static final int BEFORE = 4;
    /** What a page shows of a story that is not live. */
    static final long NOTHING = 0;

    private final Composition composition;
    private final Stories stories;
    private final Map<Script, Pages> pages;
    private @Nullable Past past;
    private final Map<UUID, Card> cards = new LinkedHashMap<>();
    /** Whose pages stand and whose cards do not. */
    private final Set<UUID> cardless = new LinkedHashSet<>();

    StoryPages(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
    }

    /** A live story with what its page shows, to be printed in one script after another. */
    record Composed(Place place, Story story, Around around, Map<UUID, Long> shows) {}

    /** A live story, or null if it is live no more. */
    @Nullable
    Composed story(Place place) {
        var story = stories.story(place);
        if (story == null) {
            return null;
        }
        var linked = stories.linked(story.copy());
        var section = composition.section(place.section());
        var before = stories
                .summaries(newest(section == null ? null : section.slug(), place.firstRelease() - 1));
        var shows = new HashMap<UUID, Long>();
        // What it names and readers do not have is shown when they do
        Stories.named(story.copy()).forEach(article -> shows.put(article, NOTHING));
        linked.values().forEach(summary -> shows.put(summary.article(), summary.release()));
        before.forEach(summary -> shows.put(summary.article(), summary.release()));
        try {
            var card = card(story, section);
            if (card != null) {
                cards.put(place.article(), card);
            }
            var topics = composition.archive().topics;
            var copy = story.copy();
            var around = new Around(linked, before,
                    copy.bylines().stream().map(byline -> topics.of(Listing.Kind.AUTHOR, byline.name())).toList(),
                    topics.tags(copy.tags()),
                    card == null ? null : card.path());
            return new Composed(place, story, around, Map.copyOf(shows));
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    Printed printed(Composed composed, Script script) {
        var place = composed.place();
        try {
            return new Printed(composition.file(script, place),
                    Objects.requireNonNull(pages.get(script)).story(composed.story(), composed.around()),
                    composed.story().release(), place.article(), composed.shows());
        } catch (RuntimeException e) {
            throw new Unprintable(place.article(), e);
        }
    }

    private List<Place> newest(@Nullable String section, long upTo) {
        return past == null
                ? composition.archive().standings.newest(section, upTo, BEFORE)
                : past.newest(section, upTo, BEFORE);
    }

    /** From now on the past is read there; null: in the database. */
    void remember(@Nullable Past past) {
        this.past = past;
    }

    private @Nullable Card card(Story story, @Nullable Section section) {
        var copy = story.copy();
        var name = section == null ? "" : copy.language() == Language.RU ? section.nameRu() : section.nameKk();
        return Card.of(story.article(), composition.site().name(), name, copy.headline());
    }

    /** The card of a story: a page goes out without waiting for its picture. Null when none waits. */
    @Nullable
    Card card() {
        while (cards.isEmpty() && !cardless.isEmpty()) {
            var article = cardless.iterator().next();
            composition.archive().standings.places(List.of(article)).stream().filter(Place::live).forEach(this::recall);
            cardless.remove(article);
        }
        var waiting = cards.values().iterator();
        if (!waiting.hasNext()) {
            return null;
        }
        var card = waiting.next();
        waiting.remove();
        return card;
    }

    private void recall(Place place) {
        try {
            var story = stories.story(place);
            var card = story == null ? null : card(story, composition.section(place.section()));
            if (card != null) {
                cards.put(place.article(), card);
            }
        } catch (Unprintable e) {
            // Its own delivery says so
            stories.forget(place.article());
        }
    }

    /** It could not be kept: it waits on. */
    void waits(Card card) {
        cards.putIfAbsent(card.article(), card);
    }

    boolean hasCardsWaiting() {
        return !cards.isEmpty() || !cardless.isEmpty();
    }

    /** Its page stands, and need not be printed again for the card's sake. */
    void lacksCard(UUID article) {
        cardless.add(article);
    }

    /** A story that is live no more has none, not even one that waits. */
    void forgetCard(UUID article) {
        cards.remove(article);
        cardless.remove(article);
    }

    /** What waits there waits here from now on. */
    void takeOver(StoryPages other) {
        cards.putAll(other.cards);
        cardless.addAll(other.cardless);
    }

    Printed withdrawn(Place place, Script script) {
        return new Printed(script.prefix() + place.path() + Layout.NOTICE,
                Objects.requireNonNull(pages.get(script)).withdrawn(Composition.language(place), place.path(),
                        place.notice(), place.lastAt()),
                place.lastRelease(), place.article(), Map.of());
    }

    /** What {@code /-/views} says of a story, or null where nothing was counted. */
    @Nullable
    Printed views(Place place) {
        var views = Stories.views(place);
        return views == null
                ? null
                : Printed.list(Layout.views(place.path()), "{\"views\":%d}".formatted(views).getBytes(UTF_8),
                        place.lastRelease());
    }
}
