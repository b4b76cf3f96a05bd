package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Entry;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Reading stories. Whoever may not read one gets {@link NotFound}, exactly as for one that does not exist. */
@ApplicationScoped
public class Articles {

    /** No list is longer. */
    public static final int MOST = 100;

    /** Whose words may be what is looked for. */
    private static final String FOUND = "join story_words w on w.article = a.id and w.words @@ cast(:maybe as tsquery)";

    /** How near it is to what is looked for. Only the short columns are read: those of whole texts stay in the index. */
    private static final String TIER = """
            case when w.headline @@ cast(:sure as tsquery) then 3 when w.opening @@ cast(:sure as tsquery) then 2
              when w.article in (select article from story_words where words @@ cast(:sure as tsquery)) then 1 else 0 end""";

    private final ArticleRows rows;
    private final Revisions revisions;
    private final Standings standings;
    private final StoryWords words;
    private final Staff staff;
    private final Trail trail;
    private final EntityManager entities;

    Articles(ArticleRows rows, Revisions revisions, Standings standings, StoryWords words, Staff staff,
            Trail trail, EntityManager entities) {
        this.rows = rows;
        this.revisions = revisions;
        this.standings = standings;
        this.words = words;
        this.staff = staff;
        this.trail = trail;
        this.entities = entities;
    }

    /** The story with its current revision. */
    @Transactional
    public Story find(Actor actor, UUID id) {
        Article article = readable(actor, id);
        Revision current = revisions.get(id, article.revision());
        Standing standing = standings.of(id);
        List<Move> moves = new ArrayList<>(Move.open(actor, article, standing));
        if (current.isWrittenBy(actor)) {
            moves.remove(Move.APPROVE);
        }
        UUID author = article.author();
        Set<UUID> named = new HashSet<>(current.writers());
        named.add(current.author());
        if (author != null) {
            named.add(author);
        }
        Map<UUID, Person> people = staff.people(named);
        return new Story(id, staff.desk(article.desk()), author == null ? null : people.get(author), article.stage(),
                current, requireNonNull(people.get(current.author())),
                current.writers().stream().map(people::get).toList(), article.approvedRevision(),
                article.importedViews(), article.importedComments(), requireNonNull(article.changedAt()), standing,
                List.copyOf(moves));
    }

    /** One revision. */
    @Transactional
    public Revision revision(Actor actor, UUID id, int number) {
        readable(actor, id);
        return revisions.get(id, number);
    }

    /**
     * The history, newest first.
     *
     * @param before the lowest number already read; {@link Integer#MAX_VALUE} to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public List<RevisionLine> history(Actor actor, UUID id, int before, int size) {
        readable(actor, id);
        return revisions.lines(id, before, Math.min(size, MOST));
    }

    /** What changed from one revision to another of the same story. */
    @Transactional
    public Difference changes(Actor actor, UUID id, int since, int number) {
        readable(actor, id);
        return Difference.between(revisions.get(id, since).copy(), revisions.get(id, number).copy());
    }

    /** Who did what with the story, oldest first. Open to an admin too, who does not see the story itself. */
    @Transactional
    public List<Entry> trail(Actor actor, UUID id, int after, int size) {
        Move.READ_TRAIL.guard(actor, rows.get(id));
        return trail.read(id, after, size);
    }

    /**
     * What this person may see, newest change first; where words are looked for, those that have them in the headline before
     * those that have them in the lead, then in the text, and last what has words that were perhaps meant.
     *
     * @param cursor where the last page ended; absent to begin
     * @param size 1 to {@value #MOST}
     */
    @Transactional
    public StoryPage list(Actor actor, StoryFilter filter, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = visible(actor, parameters) + narrowed(filter, parameters);
        boolean sought = PlainText.line("q", filter.words(), 200) != null;
        if (sought && !seek(requireNonNull(filter.words()), parameters)) {
            return new StoryPage(List.of(), null);
        }
        if (cursor != null) {
            Rank from = sought ? Rank.read(cursor) : new Rank(0, Cursor.read(cursor));
            where += (sought
                    ? " and (TIER, a.changed_at, a.id) < (:tier, :changedAt, :id)".replace("TIER", TIER)
                    : " and (a.changed_at, a.id) < (:changedAt, :id)");
            if (sought) {
                parameters.put("tier", from.tier());
            }
            parameters.put("changedAt", from.in().at());
            parameters.put("id", from.in().id());
        }
        Query query = entities.createNativeQuery("""
                select a.id, a.headline, a.stage, a.revision, a.desk, p.name as author, a.section, a.changed_at,
                  case when s.live then s.path end as path, case when s.live then s.revision end as live_revision,
                  (select min(e.from_at) from edition e where e.article = a.id and e.state = 'PLANNED') as planned_at,
                  TIER as tier
                from article a WORDS left join person p on p.id = a.author left join standing s on s.article = a.id
                where a.revision > 0 and""".replace("TIER", sought ? TIER : "0").replace("WORDS", sought ? FOUND : "")
                + " " + where + " order by " + (sought ? "tier desc, " : "") + "a.changed_at desc, a.id desc",
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> found = query.setMaxResults(size + 1).getResultList();
        List<Tuple> rows = found.stream().limit(size).map(Tuple.class::cast).toList();
        List<StoryLine> lines = rows.stream().map(Articles::line).toList();
        if (found.size() <= size) {
            return new StoryPage(lines, null);
        }
        StoryLine last = lines.get(size - 1);
        Cursor end = new Cursor(last.changedAt(), last.id());
        return new StoryPage(lines,
                sought ? new Rank(rows.get(size - 1).get("tier", Integer.class), end).toString() : end.toString());
    }

    /** @return false when there is no word in it, and so nothing to be found */
    private boolean seek(String typed, Map<String, Object> parameters) {
        Sought what = words.sought(typed);
        parameters.put("sure", what.sure());
        parameters.put("maybe", what.maybe());
        return !what.isNothing();
    }

    private static StoryLine line(Tuple row) {
        return new StoryLine(row.get("id", UUID.class), row.get("headline", String.class),
                Stage.valueOf(row.get("stage", String.class)), row.get("revision", Integer.class),
                row.get("desk", UUID.class), row.get("author", String.class), row.get("section", String.class),
                row.get("changed_at", Instant.class), row.get("path", String.class),
                row.get("live_revision", Integer.class), row.get("planned_at", Instant.class));
    }

    /** {@link Move#READ}, said in SQL; a test holds the two against each other. */
    private static String visible(Actor actor, Map<String, Object> parameters) {
        Set<UUID> all = new HashSet<>(actor.desks(Role.EDITOR));
        all.addAll(actor.desks(Role.REVIEWER));
        parameters.put("all", all.toArray(UUID[]::new));
        parameters.put("own", actor.desks(Role.AUTHOR).toArray(UUID[]::new));
        parameters.put("approved", actor.desks(Role.PUBLISHER).toArray(UUID[]::new));
        parameters.put("me", actor.person());
        return """
                (a.desk = any (cast(:all as uuid[]))
                  or a.desk = any (cast(:own as uuid[])) and (a.author = :me or a.author is null)
                  or a.desk = any (cast(:approved as uuid[])) and a.approved_revision is not null)""";
    }

    private static String narrowed(StoryFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (filter.stage() != null) {
            where.append(" and a.stage = :stage");
            parameters.put("stage", filter.stage().name());
        }
        if (filter.desk() != null) {
            where.append(" and a.desk = :desk");
            parameters.put("desk", filter.desk());
        }
        String section = PlainText.line("section", filter.section(), 40);
        if (section != null) {
            where.append(" and a.section = :section");
            parameters.put("section", section);
        }
        String author = PlainText.line("author", filter.author(), 255);
        if (author != null) {
            where.append(" and a.author in (select id from person where username = :author)");
            parameters.put("author", author);
        }
        return where.toString();
    }

    private Article readable(Actor actor, UUID id) {
        Article article = rows.get(id);
        Move.READ.guard(actor, article);
        return article;
    }
}
