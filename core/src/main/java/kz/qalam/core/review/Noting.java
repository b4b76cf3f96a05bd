package kz.qalam.core.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.article.Article;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;

/** Notes at passages: written by whoever may read the story, resolved by whoever may change it or wrote the note. */
@ApplicationScoped
public class Noting {

    /** The longest note, in characters. */
    public static final int SAID = 2000;

    /** The longest passage that a note quotes, in characters. */
    public static final int QUOTED = 300;

    /** How many notes a story may have. */
    public static final int MOST = 1000;

    private final Stories stories;
    private final Notes notes;
    private final Trail trail;
    private final EntityManager entities;

    Noting(Stories stories, Notes notes, Trail trail, EntityManager entities) {
        this.stories = stories;
        this.notes = notes;
        this.trail = trail;
        this.entities = entities;
    }

    /**
     * Writes a note on a revision. The same words of the same person at the same place, while the first note is open, are the
     * same note: whoever did not get the answer may ask again.
     *
     * @param field {@code headline} or {@code lead}, where the passage stands there
     * @param block where in the body it stands, from 0; absent with the field: the first place that has it, from the
     *        headline on
     * @param quoted the passage, as it stands in one place, 1 to {@value #QUOTED} characters; absent for a note on the whole
     *        text
     * @param said 1 to {@value #SAID} characters
     * @throws Invalid when the passage does not stand there, or the story has {@value #MOST} notes
     */
    @Transactional
    public Note write(Actor actor, UUID article, int revision, @Nullable String field, @Nullable Integer block,
            @Nullable String quoted, String said) {
        Article story = stories.lock(article);
        Move.READ.guard(actor, story);
        String words = PlainText.lines("/said", said, SAID);
        if (words == null) {
            throw Invalid.of("/said", "required");
        }
        String passage = PlainText.lines("/quoted", quoted, QUOTED);
        Place place = passage == null ? null : place(stories.revision(article, revision).copy(), field, block, passage);
        stories.revision(article, revision);
        Optional<UUID> before = again(actor, article, revision, place, passage, words);
        if (before.isPresent()) {
            return notes.get(actor, article, before.get());
        }
        requireRoom(article);
        UUID id = Generators.timeBasedEpochGenerator().generate();
        entities.createNativeQuery("""
                insert into note (id, article, revision, field, block, start_at, end_at, quoted, said, author)
                values (:id, :article, :revision, :field, :block, :start, :end, :quoted, :said, :me)""")
                .setParameter("id", id).setParameter("article", article).setParameter("revision", revision)
                .setParameter("said", words).setParameter("me", actor.person()).unwrap(NativeQuery.class)
                .setParameter("field", place == null ? null : place.field(), String.class)
                .setParameter("block", place == null ? null : place.block(), Integer.class)
                .setParameter("start", place == null ? null : place.start(), Integer.class)
                .setParameter("end", place == null ? null : place.start() + place.length(), Integer.class)
                .setParameter("quoted", passage, String.class).executeUpdate();
        trail.record(article, actor.person(), Act.NOTE_WRITTEN, Map.of("revision", revision, "note", id));
        return notes.get(actor, article, id);
    }

    /** The open note that is this one; the story is locked. */
    private Optional<UUID> again(Actor actor, UUID article, int revision, @Nullable Place place,
            @Nullable String passage, String words) {
        List<?> found = entities.createNativeQuery("""
                select id from note where article = :article and revision = :revision and author = :me
                  and resolved_by is null and said = :said and field is not distinct from :field
                  and block is not distinct from :block and start_at is not distinct from :start
                  and quoted is not distinct from :quoted
                order by written_at limit 1""")
                .setParameter("article", article).setParameter("revision", revision)
                .setParameter("me", actor.person()).setParameter("said", words).unwrap(NativeQuery.class)
                .setParameter("field", place == null ? null : place.field(), String.class)
                .setParameter("block", place == null ? null : place.block(), Integer.class)
                .setParameter("start", place == null ? null : place.start(), Integer.class)
                .setParameter("quoted", passage, String.class).getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    private record Place(@Nullable String field, @Nullable Integer block, int start, int length) {}

    private static Place place(Copy copy, @Nullable String field, @Nullable Integer block, String passage) {
        if (block == null) {
            for (String each : List.of("headline", "lead")) {
                int start = field == null || field.equals(each)
                        ? (each.equals("lead") ? copy.lead() : copy.headline()).indexOf(passage)
                        : -1;
                if (start >= 0) {
                    return new Place(each, null, start, passage.length());
                }
            }
        }
        List<Block> body = field == null ? copy.body() : List.of();
        for (int place = 0; place < body.size(); place++) {
            int start = block == null || block == place ? body.get(place).text().indexOf(passage) : -1;
            if (start >= 0) {
                return new Place(null, place, start, passage.length());
            }
        }
        throw Invalid.of("/quoted", "not-there");
    }

    private void requireRoom(UUID article) {
        Object before = entities.createNativeQuery("select count(*) from note where article = :article")
                .setParameter("article", article).getSingleResult();
        if ((Long) before >= MOST) {
            throw Invalid.of("/said", "too-many", MOST);
        }
    }

    /** Says that a note has been answered. Once more changes nothing. */
    @Transactional
    public Note resolve(Actor actor, UUID article, UUID id) {
        Article story = stories.lock(article);
        Move.READ.guard(actor, story);
        Note note = notes.get(actor, article, id);
        if (!note.own() && !Move.EDIT.permits(actor, story)) {
            throw new NotPermitted();
        }
        if (!note.isOpen()) {
            return note;
        }
        entities.createNativeQuery("update note set resolved_by = :me where id = :id")
                .setParameter("me", actor.person()).setParameter("id", id).executeUpdate();
        trail.record(article, actor.person(), Act.NOTE_RESOLVED, Map.of("note", id));
        return notes.get(actor, article, id);
    }
}
