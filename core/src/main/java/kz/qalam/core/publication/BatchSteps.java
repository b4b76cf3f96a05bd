package kz.qalam.core.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Stories;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.WrongStage;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;

/** One story's turn in a batch: the move and the note that it was made, together or not at all. */
@ApplicationScoped
class BatchSteps {

    static final int DAYS = 7;

    /** As many characters as the list of stories is narrowed by. */
    private static final int TAG = 100;

    private final Articles articles;
    private final Stories stories;
    private final Drafting drafting;
    private final Reviewing reviewing;
    private final Publishing publishing;
    private final EntityManager entities;

    BatchSteps(Articles articles, Stories stories, Drafting drafting, Reviewing reviewing, Publishing publishing,
            EntityManager entities) {
        this.articles = articles;
        this.stories = stories;
        this.drafting = drafting;
        this.reviewing = reviewing;
        this.publishing = publishing;
        this.entities = entities;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void open(Actor actor, UUID id, Batch batch) {
        entities.createNativeQuery("""
                delete from batch where person = :me and id <> :id
                  and at < clock_timestamp() - make_interval(days => :days)""").setParameter("me", actor.person())
                .setParameter("id", id).setParameter("days", DAYS).executeUpdate();
        entities.createNativeQuery("""
                insert into batch (person, id, request) values (:me, :id, :request) on conflict do nothing""")
                .setParameter("me", actor.person()).setParameter("id", id).setParameter("request", batch.digest())
                .executeUpdate();
        byte[] asked = (byte[]) entities
                .createNativeQuery("select request from batch where person = :me and id = :id", byte[].class)
                .setParameter("me", actor.person()).setParameter("id", id).getSingleResult();
        if (!Arrays.equals(asked, batch.digest())) {
            throw Invalid.of("", "used-already");
        }
    }

    /** Before anything became of it; without a headline what this person may not see. */
    Batch.Outcome named(Actor actor, UUID story) {
        try {
            Copy copy = articles.find(actor, story).revision().copy();
            return new Batch.Outcome(story, copy.headline(), copy.language(), null);
        } catch (NotFound unseen) {
            return new Batch.Outcome(story, "", Language.KK, null);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void take(Actor actor, @Nullable UUID id, Batch batch, UUID story) {
        Article article = stories.lock(story);
        if (id == null || isFirst(actor, id, story)) {
            move(actor, batch, article);
        }
    }

    /** Whoever locked the story first notes it; a retry at the same time waits for the lock. */
    private boolean isFirst(Actor actor, UUID id, UUID story) {
        return entities.createNativeQuery(
                "insert into batch_done (person, id, article) values (:me, :id, :article) on conflict do nothing")
                .setParameter("me", actor.person()).setParameter("id", id).setParameter("article", story)
                .executeUpdate() > 0;
    }

    private void move(Actor actor, Batch batch, Article article) {
        UUID id = article.id();
        int number = article.revision();
        boolean rewrites = Set.of(Batch.Step.SECTION, Batch.Step.TAG, Batch.Step.UNTAG).contains(batch.step());
        if (rewrites && article.stage() == Stage.IN_REVIEW && Move.EDIT.permits(actor, article)) {
            throw WrongStage.wouldRecall();
        }
        switch (batch.step()) {
            case SUBMIT -> reviewing.submit(actor, id, number, Proposal.PLAIN);
            case RECALL -> reviewing.recall(actor, id);
            case HOLD -> publishing.hold(actor, id, batch.text());
            case PLAN -> publishing.planUnlessHeld(actor, id, approved(article), batch.from());
            case SECTION -> drafting.save(actor, id, number,
                    copy(actor, id).withSection(batch.text().isBlank() ? null : batch.text().strip()));
            case TAG -> drafting.save(actor, id, number, tagged(copy(actor, id), tag(batch)));
            case UNTAG -> {
                Copy copy = copy(actor, id);
                Set<String> meant = namesOf(copy.tags(), tag(batch));
                drafting.save(actor, id, number,
                        copy.withTags(copy.tags().stream().filter(tag -> !meant.contains(tag)).toList()));
            }
        }
    }

    /** What was approved last; of what never was the current revision, which is refused for that. */
    private static int approved(Article article) {
        Integer approved = article.approvedRevision();
        return approved == null ? article.revision() : approved;
    }

    private Copy copy(Actor actor, UUID story) {
        return articles.find(actor, story).revision().copy();
    }

    private static String tag(Batch batch) {
        String tag = PlainText.line("/tag", batch.text(), TAG);
        if (tag == null) {
            throw Invalid.of("/tag", "required");
        }
        return tag;
    }

    /** Which of a copy's tags mean this one, whatever it is called in them: as the list from which stories are chosen finds them. */
    private Set<String> namesOf(List<String> tags, String tag) {
        List<?> found = entities.createNativeQuery("""
                select said from unnest(cast(:tags as text[])) said where tag_key(said) = tag_key(:tag)
                  or exists (select from tag_name n join tag_name o on o.tag = n.tag
                    where n.key = tag_key(:tag) and o.key = tag_key(said))""")
                .setParameter("tags", tags.toArray(String[]::new)).setParameter("tag", tag).getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** By the one schema that every copy is read by. */
    private static Copy tagged(Copy copy, String tag) {
        List<String> tags = new ArrayList<>(copy.tags());
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
        return Copy.read(copy.withTags(tags).json());
    }
}
