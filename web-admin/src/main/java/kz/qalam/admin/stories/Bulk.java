package kz.qalam.admin.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Answers;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.NotApproved;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;

/** The same act with many stories: each is an act by itself, refused or carried out for its own reasons. */
@ApplicationScoped
public class Bulk {

    /** What can be done with many at once. Nothing that judges a text: that is done one by one. */
    public enum Act {
        SUBMIT,
        RECALL,
        HOLD,
        PLAN,
        SECTION,
        TAG,
        UNTAG;

        static @Nullable Act named(@Nullable String name) {
            return Arrays.stream(values()).filter(act -> act.name().equals(name)).findFirst().orElse(null);
        }
    }

    /**
     * What became of one story.
     *
     * @param headline empty for what this person may not see
     * @param refusal why it was not done; absent when it was
     */
    public record Outcome(UUID story, String headline, @Nullable String refusal) {}

    /** @param text a tag, a section's slug or a reason, as the act needs it */
    record Order(Act act, String text, @Nullable Instant from) {}

    private final Articles articles;
    private final Drafting drafting;
    private final Reviewing reviewing;
    private final Publishing publishing;

    Bulk(Articles articles, Drafting drafting, Reviewing reviewing, Publishing publishing) {
        this.articles = articles;
        this.drafting = drafting;
        this.reviewing = reviewing;
        this.publishing = publishing;
    }

    List<Outcome> carryOut(Actor actor, Order order, List<UUID> stories, Locale locale) {
        return stories.stream().map(id -> one(actor, order, id, locale)).toList();
    }

    private Outcome one(Actor actor, Order order, UUID id, Locale locale) {
        String headline = "";
        try {
            Story story = articles.find(actor, id);
            headline = story.revision().copy().headline();
            act(actor, order, story);
            return new Outcome(id, headline, null);
        } catch (Refusal refusal) {
            return new Outcome(id, headline, refusal instanceof NotFound
                    ? refusal.title(locale)
                    : String.join(" ", Answers.problems(refusal, locale)));
        }
    }

    private void act(Actor actor, Order order, Story story) {
        UUID id = story.id();
        int number = story.revision().number();
        Copy copy = story.revision().copy();
        switch (order.act()) {
            case SUBMIT -> reviewing.submit(actor, id, number, Proposal.PLAIN);
            case RECALL -> reviewing.recall(actor, id);
            case HOLD -> publishing.hold(actor, id, order.text());
            case PLAN -> publishing.plan(actor, id, approved(story), order.from());
            case SECTION ->
                drafting.save(actor, id, number, copy.withSection(order.text().isBlank() ? null : order.text()));
            case TAG -> {
                List<String> tags = new ArrayList<>(copy.tags());
                if (!order.text().isBlank() && !tags.contains(order.text().strip())) {
                    tags.add(order.text().strip());
                }
                drafting.save(actor, id, number, checked(copy.withTags(tags)));
            }
            case UNTAG -> drafting.save(actor, id, number,
                    copy.withTags(copy.tags().stream().filter(tag -> !tag.equals(order.text().strip())).toList()));
        }
    }

    private static int approved(Story story) {
        Integer approved = story.approvedRevision();
        if (approved == null) {
            throw new NotApproved(story.revision().number());
        }
        return approved;
    }

    /** By the one schema that every copy is read by. */
    private static Copy checked(Copy copy) {
        return Copy.read(copy.json());
    }
}
