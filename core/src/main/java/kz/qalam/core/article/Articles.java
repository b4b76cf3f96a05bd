package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Entry;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Authorship;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Reading stories. Whoever may not read one gets {@link NotFound}, exactly as for one that does not exist. */
@ApplicationScoped
public class Articles {

    /** No list is longer. */
    public static final int MOST = 100;

    /** How many revisions are read for who wrote what. */
    public static final int FARTHEST_BACK = 60;

    private final ArticleRows rows;
    private final Revisions revisions;
    private final Standings standings;
    private final Checklists checklists;
    private final Staff staff;
    private final Trail trail;
    private final EntityManager entities;

    Articles(ArticleRows rows, Revisions revisions, Standings standings, Checklists checklists, Staff staff,
            Trail trail,
            EntityManager entities) {
        this.rows = rows;
        this.revisions = revisions;
        this.standings = standings;
        this.checklists = checklists;
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
        Desk desk = staff.desk(article.desk());
        return new Story(id, desk, author == null ? null : people.get(author), article.stage(),
                current, requireNonNull(people.get(current.author())),
                current.writers().stream().map(people::get).toList(), article.approvedRevision(),
                article.importedViews(), article.importedComments(), requireNonNull(article.changedAt()), standing,
                List.copyOf(moves), checklists.of(desk, current.copy()));
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

    /** The story's tombstones, by the number of the revision whose text was taken out by court or law. */
    @Transactional
    public Map<Integer, Redaction> redactions(Actor actor, UUID id) {
        readable(actor, id);
        List<?> found = entities.createNativeQuery(
                "select revision, ordered, at from redaction where article = :article order by revision", Tuple.class)
                .setParameter("article", id).getResultList();
        Map<Integer, Redaction> tombstones = new HashMap<>();
        for (Object one : found) {
            Tuple row = (Tuple) one;
            int number = row.get("revision", Integer.class);
            tombstones.put(number,
                    new Redaction(number, row.get("ordered", String.class), row.get("at", Instant.class)));
        }
        return Map.copyOf(tombstones);
    }

    /** What changed from one revision to another of the same story. */
    @Transactional
    public Difference changes(Actor actor, UUID id, int since, int number) {
        readable(actor, id);
        return Difference.between(revisions.get(id, since).copy(), revisions.get(id, number).copy());
    }

    /**
     * Who wrote which passage of a revision. Further back than {@value #FARTHEST_BACK} revisions nobody looks: what stood
     * there already is the oldest's.
     */
    @Transactional
    public WrittenBy writtenBy(Actor actor, UUID id, int number) {
        readable(actor, id);
        List<RevisionLine> lines = new ArrayList<>(
                revisions.lines(id, number == Integer.MAX_VALUE ? number : number + 1, FARTHEST_BACK));
        if (lines.isEmpty() || lines.get(0).number() != number) {
            throw new NotFound();
        }
        Collections.reverse(lines);
        List<RevisionLine> kept = lines.stream().filter(line -> !revisions.get(id, line.number()).isRedacted())
                .toList();
        Set<UUID> authors = kept.stream().map(RevisionLine::author).collect(Collectors.toSet());
        return new WrittenBy(kept, staff.people(authors),
                Authorship.of(kept.stream().map(line -> revisions.get(id, line.number()).copy()).toList()),
                lines.get(0).number() > 1);
    }

    /**
     * How what someone wrote over an older revision comes together with what stands now; absent when there is no such
     * older revision.
     *
     * @param base the revision that the writer started from
     * @param mine what they wrote
     */
    @Transactional
    public Optional<Merge> merge(Actor actor, UUID id, int base, Copy mine) {
        Article article = readable(actor, id);
        if (base < 1 || base > article.revision()) {
            return Optional.empty();
        }
        return Optional.of(
                Merge.of(revisions.get(id, base).copy(), mine, revisions.get(id, article.revision()).copy()));
    }

    /** Who did what with the story, oldest first. Open to an admin too, who does not see the story itself. */
    @Transactional
    public List<Entry> trail(Actor actor, UUID id, int after, int size) {
        Move.READ_TRAIL.guard(actor, rows.get(id));
        return trail.read(id, after, size);
    }

    /**
     * What this person may see, newest change first unless the filter says otherwise.
     *
     * @param cursor where the last page ended; absent to begin
     * @param size 1 to {@value #MOST}
     */
    @Transactional
    public StoryPage list(Actor actor, StoryFilter filter, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        boolean newest = filter.order() == StoryFilter.Order.NEWEST;
        Map<String, Object> parameters = new HashMap<>();
        String where = visible(actor, parameters) + narrowed(filter, parameters);
        if (cursor != null) {
            Cursor from = Cursor.read(cursor);
            where += " and (a.changed_at, a.id) " + (newest ? "<" : ">") + " (:changedAt, :id)";
            parameters.put("changedAt", from.at());
            parameters.put("id", from.id());
        }
        Query query = entities.createNativeQuery("""
                select a.id, a.headline, a.stage, a.revision, a.desk, p.name as author, a.section, a.changed_at,
                  case when s.live then s.path end as path, case when s.live then s.revision end as live_revision,
                  (select min(e.from_at) from edition e where e.article = a.id and e.state = 'PLANNED') as planned_at
                from article a left join person p on p.id = a.author left join standing s on s.article = a.id
                where a.revision > 0 and """ + " " + where
                + (newest ? " order by a.changed_at desc, a.id desc" : " order by a.changed_at, a.id"), Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> found = query.setMaxResults(size + 1).getResultList();
        List<StoryLine> lines = found.stream().limit(size).map(Tuple.class::cast).map(Articles::line).toList();
        if (found.size() <= size) {
            return new StoryPage(lines, null);
        }
        StoryLine last = lines.get(size - 1);
        return new StoryPage(lines, new Cursor(last.changedAt(), last.id()).toString());
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
        String words = PlainText.line("q", filter.words(), 200);
        if (words != null) {
            where.append(" and lower(a.headline) like :words escape '!'");
            parameters.put("words", "%" + words.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                    .replace("_", "!_") + "%");
        }
        String tag = PlainText.line("tag", filter.tag(), 100);
        if (tag != null) {
            // Whatever else the same tag is called in a story
            where.append("""
                    and a.tag_keys && (select coalesce(array_agg(o.key), '{}') || tag_key(:tag)
                     from tag_name n join tag_name o on o.tag = n.tag where n.key = tag_key(:tag))""");
            parameters.put("tag", tag);
        }
        if (filter.since() != null) {
            where.append(" and a.changed_at >= :since");
            parameters.put("since", filter.since());
        }
        if (filter.before() != null) {
            where.append(" and a.changed_at < :before");
            parameters.put("before", filter.before());
        }
        if (filter.outlook() != null) {
            where.append(switch (filter.outlook()) {
                case LIVE -> " and s.live";
                case PLANNED -> pending("PLANNED");
                case HELD -> pending("HELD");
                case NEVER -> " and s.article is null";
            });
        }
        return where.toString();
    }

    private static String pending(String state) {
        return " and exists (select from edition e where e.article = a.id and e.state = '" + state + "')";
    }

    private Article readable(Actor actor, UUID id) {
        Article article = rows.get(id);
        Move.READ.guard(actor, article);
        return article;
    }
}
