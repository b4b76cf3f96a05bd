package kz.qalam.core.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.article.Revision.Origin;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Redacted;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Writing: starts stories, saves and restores revisions. Each method is one transaction and the only writer of these. */
@ApplicationScoped
public class Drafting {

    private final ArticleRows articles;
    private final Revisions revisions;
    private final Sections sections;
    private final StoryWords words;
    private final Keeping keeping;
    private final Pictures pictures;
    private final Staff staff;
    private final Trail trail;
    private final EntityManager entities;
    private final Articles told;

    Drafting(ArticleRows articles, Revisions revisions, Sections sections, StoryWords words, Keeping keeping,
            Pictures pictures, Staff staff, Trail trail, EntityManager entities, Articles told) {
        this.articles = articles;
        this.revisions = revisions;
        this.sections = sections;
        this.words = words;
        this.keeping = keeping;
        this.pictures = pictures;
        this.staff = staff;
        this.trail = trail;
        this.entities = entities;
        this.told = told;
    }

    /**
     * Starts a story with its first revision.
     *
     * @param desk absent: the person's first
     * @param requestKey what the caller calls this request, at most 100 characters; the same key again gives the same
     *        story, so that a retry on a bad line makes no second one, and is refused with another text
     * @throws NotPermitted to someone who is neither author nor editor at the desk
     * @throws Invalid when the desk is closed, or it names a section, or a picture, that is not there or not open to this
     *         person
     */
    @Transactional
    public Written start(Actor actor, Copy copy, @Nullable UUID desk, @Nullable String requestKey) {
        return start(actor, copy, desk, requestKey, null);
    }

    /** @param kept the unsaved text that this save contains; it is cleared */
    @Transactional
    public Written start(Actor actor, Copy copy, @Nullable UUID desk, @Nullable String requestKey,
            @Nullable Kept kept) {
        UUID at = actor.deskFor(desk, Role.AUTHOR, Role.EDITOR);
        String key = PlainText.line("Idempotency-Key", requestKey, 100);
        if (key != null) {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                    .setParameter("key", actor.person() + key).getSingleResult();
            Optional<Article> before = articles.byRequest(actor.person(), key);
            if (before.isPresent()) {
                if (!revisions.get(before.get().id(), 1).holds(copy)) {
                    throw Invalid.of("Idempotency-Key", "used-already");
                }
                return new Written(before.get().id(), before.get().revision(), false);
            }
        }
        // not before: what was started with this key is told, whatever has been closed since
        actor.requireOpen(at);
        sections.check(copy, null);
        pictures.check(actor, copy, null);
        Article article = Article.started(newId(), at, actor, key);
        articles.persist(article);
        Revision first = new Revision(article.id(), 1, copy, actor, Origin.WRITTEN);
        Written written = write(article, first, actor, Act.ARTICLE_STARTED);
        keeping.saved(actor, article.id(), kept, 1);
        return written;
    }

    /**
     * Starts a story from outside. An editor's act; the story is nobody's until an author of the desk works on it.
     *
     * @param desk absent: the first at which they are an editor
     * @param views how often it was read where it comes from
     */
    @Transactional
    public Written bring(Actor actor, Copy copy, @Nullable UUID desk, @Nullable Long views, @Nullable Long comments) {
        UUID at = actor.deskFor(desk, Role.EDITOR);
        actor.requireOpen(at);
        sections.check(copy, null);
        pictures.check(actor, copy, null);
        Article article = Article.imported(newId(), at, actor, views, comments);
        articles.persist(article);
        return write(article, new Revision(article.id(), 1, copy, actor, Origin.IMPORTED), actor, Act.ARTICLE_IMPORTED);
    }

    /**
     * Saves a new revision over the one that the writer had before them. Saving what already stands there writes
     * nothing, and so does the same save a second time. An open round of review is recalled by it.
     *
     * @param expected the number the writer started from
     * @throws StaleRevision when someone saved meanwhile; nothing is overwritten
     * @throws Redacted when this very text was taken out of the story by court or law
     */
    @Transactional
    public Written save(Actor actor, UUID id, int expected, Copy copy) {
        return save(actor, id, expected, copy, null, Origin.WRITTEN, Act.REVISION_SAVED);
    }

    /** Saves as {@link #save}, and says how the story stands then, in the same transaction. */
    @Transactional
    public Stood saveTelling(Actor actor, UUID id, int expected, Copy copy) {
        save(actor, id, expected, copy);
        // what the database made of it
        entities.refresh(articles.get(id));
        return told.stood(actor, id);
    }

    /**
     * Saves as {@link #save}; where someone saved meanwhile and touched other fields and blocks, both changes are brought
     * together and saved as one revision.
     *
     * @param kept the unsaved text that this save contains; it is cleared. If an earlier one of that window was saved since
     *        {@code expected}, it is from there that this one goes on
     * @throws StaleRevision when the two collide, or make a copy beyond its limits; a person decides, nothing is overwritten
     * @throws Redacted when the text that the writer started from was taken out by court or law
     */
    @Transactional
    public Saved saveMerging(Actor actor, UUID id, int expected, Copy copy, @Nullable Kept kept) {
        Article article = articles.lock(id);
        Move.EDIT.guard(actor, article);
        int current = article.revision();
        int from = expected == current ? current : keeping.goesOnFrom(actor, id, kept, expected);
        try {
            return new Saved(save(actor, id, from, copy, kept, Origin.WRITTEN, Act.REVISION_SAVED), from, null);
        } catch (StaleRevision stale) {
            Copy merged = from < 1 || from > current ? null : merged(id, from, copy, current);
            if (merged == null) {
                throw stale;
            }
            Written both = save(actor, id, current, merged, null, Origin.MERGED, Act.REVISION_MERGED, from, current);
            // The others' part is not in the window
            keeping.saved(actor, id, kept, from);
            return new Saved(both, from, current);
        }
    }

    private @Nullable Copy merged(UUID id, int expected, Copy copy, int current) {
        Copy both = Merge.of(revisions.get(id, expected).copy(), copy, revisions.get(id, current).copy()).copy();
        try {
            return both == null ? null : both.checked();
        } catch (Invalid | TooLarge beyond) {
            return null;
        }
    }

    /**
     * Saves a text in which its writer brought two together: one that was begun from an older revision, and the current
     * one. The writers of both revisions are among its own, whatever was approved in between.
     *
     * @param expected the current revision that the writer saw
     * @param base the older revision that the writer's own changes were made to
     * @param kept the unsaved text that this save contains; it is cleared
     * @throws StaleRevision when someone saved meanwhile; nothing is overwritten
     * @throws Redacted when the text of the older one was taken out by court or law
     */
    @Transactional
    public Written merge(Actor actor, UUID id, int expected, int base, Copy copy, @Nullable Kept kept) {
        Move.EDIT.guard(actor, articles.lock(id));
        if (base < 1 || base >= expected) {
            throw Invalid.of("merging", "out-of-range", 1, expected - 1);
        }
        if (revisions.get(id, base).isRedacted()) {
            throw new Redacted(base);
        }
        int from = keeping.goesOnFrom(actor, id, kept, expected);
        if (from > expected) {
            // It is saved already, and its page was never told
            return save(actor, id, from, copy, kept, Origin.WRITTEN, Act.REVISION_SAVED);
        }
        return save(actor, id, expected, copy, kept, Origin.MERGED, Act.REVISION_MERGED, base, expected);
    }

    /**
     * Brings back an older text as a new revision. Its writers come with it.
     *
     * @param from the number to bring back
     */
    @Transactional
    public Written restore(Actor actor, UUID id, int expected, int from) {
        Move.EDIT.guard(actor, articles.lock(id));
        return save(actor, id, expected, revisions.get(id, from).copy(), null, Origin.RESTORED, Act.REVISION_RESTORED,
                from);
    }

    /**
     * Hands a story on to another author of its desk: from then on it is theirs, and whoever had it has it no more, unless
     * they are an editor or a reviewer there. Who wrote it stays who wrote it. It is theirs already: nothing changes.
     *
     * @param from whose the one who asks believes it to be; absent: nobody's
     * @throws Invalid when it is not theirs any more, the other is no author of the desk, or its author still has unsaved
     *         text of it, which nobody else could ever find
     */
    @Transactional
    public void handOver(Actor actor, UUID id, @Nullable UUID from, UUID to) {
        Article article = articles.lock(id);
        Move.HAND_OVER.guard(actor, article);
        if (to.equals(article.author())) {
            return;
        }
        if (!Objects.equals(from, article.author())) {
            throw Invalid.of("/from", "handed-over-already");
        }
        Person next = staff.authors(article.desk()).stream().filter(one -> one.id().equals(to)).findFirst()
                .orElseThrow(() -> Invalid.of("/author", "no-author"));
        if (article.belongsTo(actor) && !keeping.of(actor, id).isEmpty()) {
            throw Invalid.of("", "unsaved-text");
        }
        article.handedTo(to);
        trail.record(id, actor.person(), Act.ARTICLE_HANDED_OVER, Map.of("username", next.username()));
    }

    private Written save(Actor actor, UUID id, int expected, Copy copy, @Nullable Kept kept, Origin origin, Act act,
            int... drawnFrom) {
        Article article = articles.lock(id);
        Move.EDIT.guard(actor, article);
        byte[] digest = copy.digest();
        Revisions.Parent current = revisions.parent(id, article.revision(), digest);
        boolean sameAgain = current.number() == expected + 1 && current.author().equals(actor.person());
        if (current.number() != expected && !(sameAgain && current.says(digest))) {
            throw new StaleRevision(expected, current.number());
        }
        if (current.says(digest)) {
            keeping.clear(actor, id, digest);
            keeping.saved(actor, id, kept, current.number());
            return new Written(id, current.number(), false);
        }
        if (current.redacted() > 0) {
            throw new Redacted(current.redacted());
        }
        sections.check(copy, id);
        pictures.check(actor, copy, copy.pictures().isEmpty() ? null : revisions.get(id, current.number()).copy());
        if (article.isNobodys() && actor.is(Role.AUTHOR, article.desk())) {
            article.handedTo(actor.person());
            trail.record(id, actor.person(), Act.ARTICLE_TAKEN, Map.of());
        }
        Revision next = new Revision(id, current.number() + 1, copy, actor, origin, drawnFrom);
        Written written = write(article, next, actor, act);
        keeping.saved(actor, id, kept, next.number());
        return written;
    }

    private Written write(Article article, Revision revision, Actor actor, Act act) {
        revisions.persistAndFlush(revision);
        words.keep(article.id(), article.desk(), revision.number(), revision.copy());
        Map<String, Object> facts = new HashMap<>();
        facts.put("revision", revision.number());
        facts.put("digest", revision.digestHex());
        if (!revision.drawnFrom().isEmpty()) {
            facts.put("from", revision.drawnFrom());
        }
        if (article.stage() == Stage.IN_REVIEW) {
            facts.put("recalled", true);
        }
        trail.record(article.id(), actor.person(), act, facts);
        return new Written(article.id(), revision.number(), true);
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
