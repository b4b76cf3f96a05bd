package kz.qalam.core.review;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.style.Proofreader;

/**
 * Says of a finding that it stands as it is in one story, as a sub-editor writes «stet» beside it: whoever may change the
 * story. It holds wherever the same rule finds the same words in that story, and nowhere else.
 */
@ApplicationScoped
public class LettingStand {

    /** The longest reason, in characters. */
    public static final int REASON = 300;

    /** How much may be let stand in a story. */
    public static final int MOST = 500;

    /** UTF-16 units of a line. */
    public static final int LINE = 20_000;

    private final Stories stories;
    private final Stets stets;
    private final Staff staff;
    private final Proofreader proofreader;
    private final Trail trail;
    private final EntityManager entities;

    LettingStand(Stories stories, Stets stets, Staff staff, Proofreader proofreader, Trail trail,
            EntityManager entities) {
        this.stories = stories;
        this.stets = stets;
        this.staff = staff;
        this.proofreader = proofreader;
        this.trail = trail;
        this.entities = entities;
    }

    /**
     * Of a finding in a line that is being written. The same again changes nothing, but for another reason.
     *
     * @param line as it stands on the page, saved or not, at most {@value #LINE} UTF-16 units
     * @param start of the finding in it, and {@code end} behind it
     * @param kind of the finding, in lower case
     * @param reason at most {@value #REASON} characters; the story's desk asks for one of the kinds that it wants settled
     * @throws Invalid when no such finding is there, a reason lacks, or {@value #MOST} are let stand already
     */
    @Transactional
    public Stet letStand(Actor actor, UUID article, Passage line, int start, int end, String kind,
            @Nullable String reason) {
        Article story = stories.lock(article);
        Move.EDIT.guard(actor, story);
        return stand(actor, story, line, start, end, kind, reason);
    }

    /**
     * Of a finding in the current revision.
     *
     * @param pointer where {@link Marked} says that it stands
     * @throws StaleRevision when another revision is the current one
     * @throws Invalid as with a line
     */
    @Transactional
    public Stet letStand(Actor actor, UUID article, int revision, String pointer, int start, int end, String kind,
            @Nullable String reason) {
        Article story = stories.lock(article);
        Move.EDIT.guard(actor, story);
        if (revision != story.revision()) {
            throw new StaleRevision(revision, story.revision());
        }
        Copy copy = stories.revision(article, revision).copy();
        Passage line = copy.language() == Language.KK ? Marked.passages(copy).get(pointer) : null;
        if (line == null) {
            throw Invalid.of("/pointer", "not-there");
        }
        return stand(actor, story, line, start, end, kind, reason);
    }

    private Stet stand(Actor actor, Article story, Passage line, int start, int end, String kind,
            @Nullable String reason) {
        Finding finding = found(actor, line, start, end, kind);
        String why = PlainText.line("/reason", reason, REASON);
        LetStand stood = stets.stood(story.id(), staff.desk(story.desk()));
        Stet before = stood.of(line.text(), finding);
        if (before != null && (why == null || why.equals(before.reason()))) {
            return before;
        }
        if (why == null && stood.requires(finding)) {
            throw Invalid.of("/reason", "reason-required");
        }
        Grounds grounds = Grounds.of(line.text(), finding);
        byte[] digest = HexFormat.of().parseHex(grounds.digest());
        entities.createNativeQuery("delete from stet where article = :article and grounds = :grounds")
                .setParameter("article", story.id()).setParameter("grounds", digest).executeUpdate();
        requireRoom(story.id());
        UUID id = Generators.timeBasedEpochGenerator().generate();
        entities.createNativeQuery("""
                insert into stet (id, article, grounds, kind, message, words, reason, let_by)
                values (:id, :article, :grounds, :kind, :message, :words, :reason, :by)""").setParameter("id", id)
                .setParameter("article", story.id()).setParameter("grounds", digest)
                .setParameter("kind", grounds.kind()).setParameter("message", grounds.message())
                .setParameter("words", grounds.words()).setParameter("by", actor.person()).unwrap(NativeQuery.class)
                .setParameter("reason", why, String.class).executeUpdate();
        trail.record(story.id(), actor.person(), Act.FINDING_LET_STAND, Map.of("finding", kind, "stet", id));
        return stets.get(story.id(), id);
    }

    private Finding found(Actor actor, Passage line, int start, int end, String kind) {
        if (line.text().length() > LINE) {
            throw Invalid.of("/line", "too-long", LINE);
        }
        List<Finding> here = proofreader.of(actor, List.of(line)).get(0);
        return here.stream().filter(each -> each.start() == start && each.end() == end
                && each.kind().name().toLowerCase(Locale.ROOT).equals(kind)).findFirst()
                .orElseThrow(() -> Invalid.of("/start", "no-finding"));
    }

    private void requireRoom(UUID article) {
        Object before = entities.createNativeQuery("select count(*) from stet where article = :article")
                .setParameter("article", article).getSingleResult();
        if ((Long) before >= MOST) {
            throw Invalid.of("", "too-many", MOST);
        }
    }

    /** Has a finding marked again. What is not let stand stays so. */
    @Transactional
    public void markAgain(Actor actor, UUID article, UUID stet) {
        Move.EDIT.guard(actor, stories.lock(article));
        List<?> kinds = entities.createNativeQuery(
                "delete from stet where article = :article and id = :id returning kind")
                .setParameter("article", article).setParameter("id", stet).getResultList();
        if (!kinds.isEmpty()) {
            trail.record(article, actor.person(), Act.FINDING_MARKED_AGAIN,
                    Map.of("finding", kinds.get(0), "stet", stet));
        }
    }
}
