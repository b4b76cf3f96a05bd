package kz.qalam.admin.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Excerpt;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.review.Stets;

/**
 * What the proofreader found in a text and someone let stand.
 *
 * @param page which of the story's pages shows it, to come back to
 * @param mayMark whether whoever looks may have it marked again
 */
record LeftStanding(UUID story, String page, boolean mayMark, List<Line> lines) {

    /** @param places how often it stands in the text; the first is shown */
    record Line(UUID id, String kind, Excerpt place, int places, String by, Instant at, @Nullable String reason) {}

    static LeftStanding of(Story story, Copy copy, List<Stets.Placed> stets, String page) {
        Map<String, Passage> passages = stets.isEmpty() ? Map.of() : Marked.passages(copy);
        return new LeftStanding(story.id(), page, story.may(Move.EDIT),
                stets.stream().filter(placed -> !placed.places().isEmpty()).map(placed -> {
                    Marked first = placed.places().get(0);
                    return new Line(placed.stet().id(), placed.stet().kind(),
                            Excerpt.of(requireNonNull(passages.get(first.pointer())).text(), first.finding().start(),
                                    first.finding().end()),
                            placed.places().size(), placed.stet().by(), placed.stet().at(), placed.stet().reason());
                }).toList());
    }
}
