package kz.qalam.core.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.OlderText;
import kz.qalam.core.refusal.Redacted;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.staff.Actor;

/**
 * Keeping what is typed and not yet saved, so that no crash loses it. Nobody but its writer ever reads it; it is no revision
 * and leaves no trail. The save that contains it clears it ({@link Drafting}).
 */
@ApplicationScoped
public class Keeping {

    /** How many unsaved texts one person may have, over all stories and windows. */
    public static final int MOST = 50;

    /** After so many days a text makes room for a newer one where there is no other room. */
    static final int DAYS = 90;

    private static final String MINE = """
            select window_id, article, counter, base, kept_at, bytes, desk from working_text
            where person = :me and bytes is not null\s""";
    private static final String OF_STORY = MINE + "and article is not distinct from cast(:article as uuid) ";

    private final ArticleRows articles;
    private final Revisions revisions;
    private final EntityManager entities;

    Keeping(ArticleRows articles, Revisions revisions, EntityManager entities) {
        this.articles = articles;
        this.revisions = revisions;
        this.entities = entities;
    }

    /** The same for a window that draws from one revision. */
    @Transactional
    public void keep(Actor writer, @Nullable UUID article, UUID window, long counter, int base, Copy copy) {
        keep(writer, article, window, counter, base, null, copy);
    }

    /** The same for a story that is there, whose desk is known. */
    @Transactional
    public void keep(Actor writer, @Nullable UUID article, UUID window, long counter, int base, @Nullable Integer over,
            Copy copy) {
        keep(writer, article, window, counter, base, over, copy, null);
    }

    /**
     * Keeps what stands in a window now, over what was kept of that window before. The same text again changes nothing. What
     * the window was saved as it goes on from, and the story that it began it belongs to, also where its page does not know
     * of it because the answer was lost.
     *
     * @param article absent for a story that was never saved
     * @param counter 1 or more, growing with each text of the window
     * @param base the revision that the window was opened on; 0 without a story
     * @param over the younger revision with which the window brings {@code base} together; absent for most
     * @param copy at most {@link Copy#MOST_BYTES}; it need not be complete, nor within its limits
     * @param desk that was chosen for a new story; absent: none was; one that is not there is passed over
     * @throws Redacted when the text of one of the two was taken out by court or law: what was made of it is not kept again
     * @throws OlderText when a newer one of this window is kept, or was saved
     * @throws Invalid when the person has {@value #MOST} elsewhere that say something new and are not {@value #DAYS} days old
     */
    @Transactional
    public void keep(Actor writer, @Nullable UUID article, UUID window, long counter, int base, @Nullable Integer over,
            Copy copy, @Nullable UUID desk) {
        if (article == null) {
            if (!writer.writes()) {
                throw new NotPermitted();
            }
        } else {
            Move.EDIT.guard(writer, articles.get(article));
            if (base < 1) {
                throw Invalid.of("/base", "not-number", 1, Integer.MAX_VALUE);
            }
            awaitRedactions(article);
            requireThere(article, base);
            if (over != null) {
                requireThere(article, over);
            }
        }
        if (counter < 1) {
            throw Invalid.of("/counter", "not-number", 1, Integer.MAX_VALUE);
        }
        byte[] bytes = bytes(copy);
        speakFor(writer);
        if (!hasRoom(writer, window)) {
            throw Invalid.of("window", "too-many-unsaved", MOST);
        }
        int kept = entities.createNativeQuery(
                """
                        insert into working_text as w (person, window_id, article, counter, base, bytes, desk)
                        values (:me, :window, :article, :counter, :base, :bytes, (select id from desk where id = :desk))
                        on conflict (person, window_id) do update
                        set article = coalesce(excluded.article, w.article), counter = excluded.counter,
                          base = greatest(w.base, excluded.base), bytes = excluded.bytes, desk = excluded.desk
                        where (w.article is null or excluded.article is null or w.article = excluded.article)
                          and (excluded.counter > w.counter or excluded.counter = w.counter and excluded.bytes = w.bytes)""")
                .setParameter("me", writer.person()).setParameter("window", window)
                .unwrap(NativeQuery.class).setParameter("article", article, UUID.class)
                .setParameter("desk", desk, UUID.class).setParameter("counter", counter)
                .setParameter("base", article == null ? 0 : base)
                .setParameter("bytes", bytes).executeUpdate();
        if (kept == 0) {
            throw new OlderText();
        }
    }

    /** One that is just being carried out is seen afterwards; one that comes later takes away what is kept here (V67). */
    private void awaitRedactions(UUID article) {
        entities.createNativeQuery(
                "select cast(pg_advisory_xact_lock_shared(hashtextextended('working texts of ' || :article, 0)) as text)")
                .setParameter("article", article.toString()).getSingleResult();
    }

    private static byte[] bytes(Copy copy) {
        byte[] bytes = copy.canonical();
        if (bytes.length > Copy.MOST_BYTES) {
            throw new TooLarge(TooLarge.Unit.BYTES, Copy.MOST_BYTES);
        }
        return bytes;
    }

    private void requireThere(UUID article, int number) {
        if (revisions.get(article, number).isRedacted()) {
            throw new Redacted(number);
        }
    }

    /** Whether one more stands there beside the others, which make room for it where they can. */
    private boolean hasRoom(Actor writer, UUID window) {
        if (others(writer, window) < MOST) {
            return true;
        }
        entities.createNativeQuery("""
                update working_text w set bytes = null
                where w.person = :me and w.window_id <> :window and w.bytes is not null
                  and (w.kept_at < clock_timestamp() - make_interval(days => :days) or sha256(w.bytes) = (
                    select r.digest from article a join revision r on r.article = a.id and r.number = a.revision
                    where a.id = w.article))""").setParameter("me", writer.person()).setParameter("window", window)
                .setParameter("days", DAYS).executeUpdate();
        return others(writer, window) < MOST;
    }

    private long others(Actor writer, UUID window) {
        return (Long) entities.createNativeQuery(
                "select count(*) from working_text where person = :me and window_id <> :window and bytes is not null")
                .setParameter("me", writer.person()).setParameter("window", window).getSingleResult();
    }

    /**
     * All that this person left unsaved and that no story says now, newest first: at most {@value #MOST}. Of a story at a
     * desk that they have left nothing is told but that the text is there.
     */
    @Transactional
    public List<Leftover> all(Actor writer) {
        speakFor(writer);
        Map<String, Object> parameters = new HashMap<>();
        Query query = entities.createNativeQuery(
                """
                        select w.window_id, w.article, w.kept_at, w.article is null or VISIBLE as readable,
                          w.article is null or a.desk = any (cast(:desks as uuid[])) as legible,
                          case when w.article is null or a.desk = any (cast(:desks as uuid[]))
                            then coalesce(cast(convert_from(w.bytes, 'UTF8') as jsonb) ->> 'headline', '') else '' end as headline,
                          coalesce(cast(convert_from(w.bytes, 'UTF8') as jsonb) ->> 'language', 'kk') as language
                        from working_text w left join article a on a.id = w.article
                          left join revision r on r.article = a.id and r.number = a.revision
                        where w.person = :me and w.bytes is not null and r.digest is distinct from sha256(w.bytes)
                        order by w.kept_at desc, w.window_id"""
                        .replace("VISIBLE", Articles.visible(writer, parameters)),
                Tuple.class);
        parameters.put("desks", writer.desks().toArray(UUID[]::new));
        parameters.forEach(query::setParameter);
        List<?> rows = query.setMaxResults(MOST).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Leftover(row.get("window_id", UUID.class), row.get("article", UUID.class),
                        row.get("headline", String.class), Language.of(row.get("language", String.class)),
                        row.get("kept_at", Instant.class),
                        row.get("readable", Boolean.class), row.get("legible", Boolean.class)))
                .toList();
    }

    /** Throws an unsaved text away, of whatever story: it is its writer's own. What is not there is no less gone. */
    @Transactional
    public void discard(Actor writer, UUID window) {
        speakFor(writer);
        entities.createNativeQuery(
                "update working_text set bytes = null where person = :me and window_id = :window and bytes is not null")
                .setParameter("me", writer.person()).setParameter("window", window).executeUpdate();
    }

    /** Throws a window's unsaved text away, at its writer's wish. What is not there is no less gone. */
    @Transactional
    public void discard(Actor writer, @Nullable UUID article, UUID window) {
        requireReadable(writer, article);
        speakFor(writer);
        entities.createNativeQuery("""
                update working_text set bytes = null
                where person = :me and window_id = :window and article is not distinct from cast(:article as uuid)""")
                .setParameter("me", writer.person()).setParameter("window", window)
                .unwrap(NativeQuery.class).setParameter("article", article, UUID.class)
                .executeUpdate();
    }

    /** Drops a window's unsaved text that says nothing any more, up to there; a newer one stays. */
    @Transactional
    public void drop(Actor writer, @Nullable UUID article, Kept upTo) {
        requireReadable(writer, article);
        speakFor(writer);
        entities.createNativeQuery("""
                update working_text set bytes = null, counter = :counter
                where person = :me and window_id = :window and article is not distinct from cast(:article as uuid)
                  and counter <= :counter""").setParameter("me", writer.person()).setParameter("window", upTo.window())
                .setParameter("counter", upTo.counter()).unwrap(NativeQuery.class)
                .setParameter("article", article, UUID.class).executeUpdate();
    }

    /**
     * Goes on in a new window from what stood in another one: that text is the new one's from now on, as far as it was looked
     * at, also where only a device has it yet: what is handed over from there later says nothing new. What a page that is
     * still open types in the old window is kept beside it, neither over the other.
     *
     * @param looked the old window, and how far its text had come
     * @param window the new one, whose first text this is
     * @param base the revision that the text was begun from; 0 without a story
     * @throws Redacted when the text of that one was taken out by court or law
     */
    @Transactional
    public void moveOn(Actor writer, @Nullable UUID article, Kept looked, UUID window, int base, Copy copy) {
        requireReadable(writer, article);
        if (article != null) {
            awaitRedactions(article);
            requireThere(article, base);
        }
        speakFor(writer);
        // Without room for it the device's stays the only one, and is not barred
        if (looked.counter() < 1 || !hasRoom(writer, looked.window())) {
            return;
        }
        entities.createNativeQuery(
                """
                        with looked as (
                          insert into working_text as w (person, window_id, article, counter, base)
                          values (:me, :looked, :article, :counter, :base)
                          on conflict (person, window_id) do update
                          set article = excluded.article, counter = excluded.counter,
                            base = greatest(w.base, excluded.base), bytes = null
                          where (w.article is null or w.article = excluded.article)
                            and (excluded.counter > w.counter or excluded.counter = w.counter and w.bytes is not null)
                          returning person, article, base, desk)
                        insert into working_text (person, window_id, article, counter, base, bytes, desk)
                        select person, cast(:window as uuid), article, 1, base, cast(:bytes as bytea), desk from looked""")
                .setParameter("me", writer.person()).setParameter("looked", looked.window())
                .setParameter("window", window).setParameter("counter", looked.counter()).setParameter("base", base)
                .setParameter("bytes", bytes(copy)).unwrap(NativeQuery.class)
                .setParameter("article", article, UUID.class).executeUpdate();
    }

    /** This person's unsaved texts of a story, or of stories never saved, newest first: at most {@value #MOST}. */
    @Transactional
    public List<WorkingText> of(Actor writer, @Nullable UUID article) {
        requireReadable(writer, article);
        speakFor(writer);
        List<?> rows = entities.createNativeQuery(OF_STORY + "order by kept_at desc", Tuple.class)
                .setParameter("me", writer.person()).unwrap(NativeQuery.class)
                .setParameter("article", article, UUID.class).setMaxResults(MOST).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Keeping::text).toList();
    }

    /** @throws NotFound when this person keeps no such text of this story */
    @Transactional
    public WorkingText find(Actor writer, @Nullable UUID article, UUID window) {
        requireReadable(writer, article);
        speakFor(writer);
        Optional<?> row = entities.createNativeQuery(OF_STORY + "and window_id = :window", Tuple.class)
                .setParameter("me", writer.person()).setParameter("window", window)
                .unwrap(NativeQuery.class).setParameter("article", article, UUID.class)
                .getResultStream().findFirst();
        return row.map(Tuple.class::cast).map(Keeping::text).orElseThrow(NotFound::new);
    }

    /**
     * One of this person's texts, of whatever story: also of one that was handed on meanwhile, as long as they work at its desk.
     * What they typed is theirs, though the story is not.
     *
     * @throws NotFound when there is none, or its story is at a desk that they have left
     */
    @Transactional
    public WorkingText own(Actor writer, UUID window) {
        speakFor(writer);
        Optional<?> row = entities.createNativeQuery(MINE + "and window_id = :window", Tuple.class)
                .setParameter("me", writer.person()).setParameter("window", window).getResultStream().findFirst();
        WorkingText own = row.map(Tuple.class::cast).map(Keeping::text).orElseThrow(NotFound::new);
        // Whoever may read the story works there too
        if (own.article() != null && !writer.desks().contains(articles.get(own.article()).desk())) {
            throw new NotFound();
        }
        return own;
    }

    private void requireReadable(Actor writer, @Nullable UUID article) {
        if (article != null) {
            Move.READ.guard(writer, articles.get(article));
        }
    }

    private static WorkingText text(Tuple row) {
        return new WorkingText(row.get("window_id", UUID.class), row.get("article", UUID.class),
                row.get("counter", Long.class), row.get("base", Integer.class), row.get("kept_at", Instant.class),
                Copy.readUnfinished(row.get("bytes", byte[].class)), row.get("desk", UUID.class));
    }

    /**
     * What someone wanted to save stands there already: every unsaved text of theirs that says it is cleared, as the
     * database does by itself for a new revision.
     */
    void clear(Actor writer, UUID article, byte[] digest) {
        entities.createNativeQuery("select clear_working_texts(:me, :article, :digest)")
                .setParameter("me", writer.person()).setParameter("article", article)
                .setParameter("digest", digest).getSingleResult();
    }

    /**
     * Clears the window's text up to where it had come when it was saved; what is typed from there on is kept.
     *
     * @param revision what the window's text goes on from: what was saved, or stood there already
     */
    void saved(Actor writer, UUID article, @Nullable Kept kept, int revision) {
        if (kept != null && kept.counter() > 0) {
            speakFor(writer);
            entities.createNativeQuery("""
                    insert into working_text as w (person, window_id, article, counter, base)
                    values (:me, :window, :article, :counter, :base)
                    on conflict (person, window_id) do update
                    set article = excluded.article, counter = excluded.counter, base = excluded.base, bytes = null
                    where excluded.counter >= w.counter and (w.article is null or w.article = excluded.article)""")
                    .setParameter("me", writer.person()).setParameter("window", kept.window())
                    .setParameter("article", article).setParameter("counter", kept.counter())
                    .setParameter("base", revision).executeUpdate();
        }
    }

    /**
     * From which revision a window's text goes on: from what it was saved as last, also where its page was never told.
     *
     * @param expected the one that its page believes in
     */
    int goesOnFrom(Actor writer, UUID article, @Nullable Kept kept, int expected) {
        if (kept == null) {
            return expected;
        }
        speakFor(writer);
        List<?> base = entities.createNativeQuery("""
                select base from working_text
                where person = :me and window_id = :window and article = :article and base > :expected""")
                .setParameter("me", writer.person()).setParameter("window", kept.window())
                .setParameter("article", article).setParameter("expected", expected).getResultList();
        return base.isEmpty() ? expected : (Integer) base.get(0);
    }

    /** Says to the database for whom this transaction asks: of others' texts it shows nothing. */
    private void speakFor(Actor writer) {
        entities.createNativeQuery("select set_config('qalam.person', :me, true)")
                .setParameter("me", writer.person().toString()).getSingleResult();
    }
}
