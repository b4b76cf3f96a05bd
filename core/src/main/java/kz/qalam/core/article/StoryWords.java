package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;

/** Keeps the words of each story's current text, for {@link Articles#list}: written with the save, in its transaction. */
@ApplicationScoped
class StoryWords {

    /** By which rules words are keyed. One more, and every story is analysed anew at the next start. */
    static final int ANALYSIS = 3;

    private static final Logger LOG = Logger.getLogger(StoryWords.class);

    /** Stories of one transaction: nobody who saves one of them waits longer than these take. */
    private static final int A_BATCH = 50;

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    /** Whether words were kept since they were last put in order. */
    private final AtomicBoolean kept = new AtomicBoolean(true);

    StoryWords(EntityManager entities) {
        this.entities = entities;
    }

    /** @param desk the story's */
    void keep(UUID article, UUID desk, int revision, Copy copy) {
        Passages headline = new Passages().add(copy.headline());
        Passages opening = new Passages().add(copy.headline()).add(copy.lead());
        Passages all = text(copy);
        int[] sketch = all.sketch.hashes();
        all.add(copy.headline()).add(String.join("\n", copy.tags()))
                .add(copy.bylines().stream().map(Byline::name).collect(Collectors.joining("\n")));
        if (copy.source() != null) {
            all.add(copy.source().name());
        }
        boolean russian = copy.language() == Language.RU;
        kept.set(true);
        // words that are the same are left where they are, and so the index
        entities.createNativeQuery("""
                with kept as (
                insert into story_words as w (article, revision, analysis, headline, opening, words, sketch)
                values (:article, :revision, :analysis, array_to_tsvector(KEYS(cast(:headline as text[]))),
                  array_to_tsvector(KEYS(cast(:opening as text[]))), array_to_tsvector(KEYS(cast(:words as text[]))),
                  cast(:sketch as integer[]))
                on conflict (article) do update set revision = excluded.revision, analysis = excluded.analysis,
                  headline = excluded.headline, opening = excluded.opening,
                  words = case when w.words = excluded.words then w.words else excluded.words end,
                  sketch = excluded.sketch
                where w.revision <= excluded.revision),
                gone as (delete from story_mark where article = :article and mark <> all (cast(:marks as bigint[])))
                insert into story_mark (article, mark) select :article, m from unnest(cast(:marks as bigint[])) m
                on conflict do nothing""".replace("KEYS", russian ? "with_russian_stems" : ""))
                .setParameter("article", article).setParameter("revision", revision)
                .setParameter("analysis", ANALYSIS).setParameter("headline", headline.keys(russian))
                .setParameter("opening", opening.keys(russian)).setParameter("words", all.keys(russian))
                .setParameter("sketch", sketch).setParameter("marks", Sketch.marks(desk, sketch)).executeUpdate();
    }

    /** Puts what was kept in order in the index: a search reads it faster, and no save has to do it. */
    @Transactional
    public void order() {
        if (kept.getAndSet(false)) {
            try {
                entities.createNativeQuery("select order_words()").getSingleResult();
            } catch (RuntimeException e) {
                kept.set(true);
                throw e;
            }
        }
    }

    private static Passages text(Copy copy) {
        Passages text = new Passages().add(copy.lead());
        copy.body().forEach(block -> text.add(block.text()));
        return text;
    }

    static int[] sketch(Copy copy) {
        return text(copy).sketch.hashes();
    }

    /** Keeps by what an approved text is recognised once it is live: the database sets its marks with its release. */
    void sketch(UUID article, int revision, int[] sketch) {
        entities.createNativeQuery("""
                insert into text_sketch (article, revision, analysis, sketch, marks)
                values (:article, :revision, :analysis, cast(:sketch as integer[]), cast(:marks as bigint[]))
                on conflict (article, revision) do update
                set analysis = excluded.analysis, sketch = excluded.sketch, marks = excluded.marks""")
                .setParameter("article", article).setParameter("revision", revision)
                .setParameter("analysis", ANALYSIS).setParameter("sketch", sketch)
                .setParameter("marks", Sketch.marks(sketch)).executeUpdate();
    }

    /** Passages of one text, put together. */
    private static final class Passages {

        final Set<String> forms = new LinkedHashSet<>();
        final Set<String> keys = new LinkedHashSet<>();
        final Sketch sketch = new Sketch();

        Passages add(String text) {
            Keyed keyed = Keyed.of(text);
            forms.addAll(keyed.forms());
            keys.addAll(keyed.keys());
            sketch.add(keyed.sketch());
            return this;
        }

        /** Of a Russian text the words themselves as well: its forms are PostgreSQL's to know. */
        String[] keys(boolean russian) {
            Set<String> these = new LinkedHashSet<>(russian ? forms : Set.of());
            these.addAll(keys);
            List<String> kept = new ArrayList<>();
            int bytes = 0;
            for (String key : these) {
                bytes += 3 * key.length();
                if (bytes > Keys.MOST_BYTES || kept.size() == Keys.MOST_FORMS * 2) {
                    break;
                }
                kept.add(key);
            }
            return kept.toArray(String[]::new);
        }
    }

    /** What someone looks for. */
    Sought sought(String words) {
        Set<String> forms = Sought.forms(words);
        Map<String, String> stems = new HashMap<>();
        List<?> found = entities.createNativeQuery("""
                select w, (ts_lexize('pg_catalog.russian_stem', w))[1] as stem from unnest(cast(:forms as text[])) w
                where w ~ '^[а-яё]+$'""", Tuple.class).setParameter("forms", forms.toArray(String[]::new))
                .getResultList();
        for (Object one : found) {
            Tuple row = (Tuple) one;
            String stem = row.get("stem", String.class);
            if (stem != null && !stem.isEmpty()) {
                stems.put(row.get("w", String.class), stem);
            }
        }
        return Sought.of(words, stems);
    }

    /**
     * Analyses the next stories whose words lack or are by older rules: those from before there was a search. Stories that
     * someone is just saving are passed over: the save does it. Harmless when two do it.
     *
     * @param after the last story of the call before; the lowest id to begin
     * @return the last story looked at; the same when there is none left
     */
    @Transactional
    public UUID catchUp(UUID after) {
        List<?> next = entities.createNativeQuery("select id from article where id > :after order by id limit :most")
                .setParameter("after", after).setParameter("most", A_BATCH).getResultList();
        if (next.isEmpty()) {
            return after;
        }
        UUID[] these = next.toArray(UUID[]::new);
        List<?> due = entities.createNativeQuery("""
                select a.id, a.desk, r.number, r.bytes from article a
                join revision r on r.article = a.id and r.number = a.revision and r.bytes is not null
                where a.id = any (cast(:next as uuid[])) and not exists (select from story_words w
                  where w.article = a.id and w.revision = a.revision and w.analysis >= :analysis)
                order by a.id for no key update of a skip locked""", Tuple.class)
                .setParameter("next", these).setParameter("analysis", ANALYSIS).getResultList();
        for (Object one : due) {
            Tuple row = (Tuple) one;
            UUID id = row.get("id", UUID.class);
            Copy copy = read(id, row.get("bytes", byte[].class));
            if (copy != null) {
                keep(id, row.get("desk", UUID.class), row.get("number", Integer.class), copy);
            }
        }
        sketchLive(these);
        return (UUID) next.get(next.size() - 1);
    }

    /** What is read comes before what is kept: that waits for releases, and they for it. */
    private void sketchLive(UUID[] these) {
        List<?> due = entities.createNativeQuery("""
                select a.id, r.number, r.bytes from article a join standing s on s.article = a.id and s.live
                join revision r on r.article = s.article and r.number = s.revision and r.bytes is not null
                where a.id = any (cast(:these as uuid[])) and not exists (select from text_sketch t
                  where t.article = s.article and t.revision = s.revision and t.analysis >= :analysis)
                order by a.id for no key update of a skip locked""", Tuple.class)
                .setParameter("these", these).setParameter("analysis", ANALYSIS).getResultList();
        List<Runnable> kept = new ArrayList<>();
        for (Object one : due) {
            Tuple row = (Tuple) one;
            UUID id = row.get("id", UUID.class);
            Copy copy = read(id, row.get("bytes", byte[].class));
            if (copy != null) {
                int[] sketch = sketch(copy);
                kept.add(() -> sketch(id, row.get("number", Integer.class), sketch));
            }
        }
        kept.forEach(Runnable::run);
    }

    private static @Nullable Copy read(UUID id, byte[] bytes) {
        try {
            return Copy.read(bytes);
        } catch (RuntimeException unreadable) {
            LOG.warnf("Story %s is not searchable: its text cannot be read (%s)", id,
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }

    static UUID first() {
        return FIRST;
    }
}
