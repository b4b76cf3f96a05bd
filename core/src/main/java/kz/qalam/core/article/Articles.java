package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

import kz.qalam.core.article.StoryFilter.Order;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Entry;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Authorship;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.copy.Language;
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

    /** How many found stories are put in order at a time. */
    public static final int STRETCH = 100;

    /** How many of the newest stories are looked at one by one for words that many have. */
    private static final int WALK = 3_000;

    /** What gives a story its current revision. */
    private static final Set<String> SAVES = Set.of(Act.ARTICLE_STARTED.key(), Act.ARTICLE_IMPORTED.key(),
            Act.REVISION_SAVED.key(), Act.REVISION_MERGED.key(), Act.REVISION_RESTORED.key());

    private static final String LINE = """
            a.id, a.headline, a.language, a.stage, a.revision, a.desk, p.name as author,
            coalesce((select m.merged_into from section m where m.slug = a.section), a.section) as section, a.changed_at,
            case when s.live then s.path end as path, case when s.live then s.revision end as live_revision,
            (select min(e.from_at) from edition e where e.article = a.id and e.state = 'PLANNED') as planned_at""";
    private static final String FROM = " from article a left join standing s on s.article = a.id ";
    private static final String LISTED = FROM + "left join person p on p.id = a.author ";

    /** Words that few stories have lead to these, wherever they stand in time. */
    private static final String LOOKED_UP = "select a.id, a.changed_at from stories_with(cast(:query as tsquery)) f(article)"
            + " join article a on a.id = f.article left join standing s on s.article = a.id where WHERE ORDER limit STRETCH";

    /** Words that many have are met soon on the way back from now. */
    private static final String WALKED = "select a.id, a.changed_at from (select a.id, a.changed_at" + FROM
            + "where WHERE ORDER limit WALK) a where (select w.words @@ cast(:query as tsquery) from story_words w"
            + " where w.article = a.id) ORDER limit STRETCH";

    /** How near it is to what is looked for. */
    private static final String TIER = """
            case when w.headline @@ cast(:sure as tsquery) then 3 when w.opening @@ cast(:sure as tsquery) then 2
              when w.words @@ cast(:sure as tsquery) then 1 else 0 end""";

    private final ArticleRows rows;
    private final Revisions revisions;
    private final Standings standings;
    private final StoryWords words;
    private final Sections sections;
    private final Checklists checklists;
    private final Staff staff;
    private final Trail trail;
    private final EntityManager entities;

    Articles(ArticleRows rows, Revisions revisions, Standings standings, StoryWords words, Sections sections,
            Checklists checklists,
            Staff staff, Trail trail, EntityManager entities) {
        this.rows = rows;
        this.revisions = revisions;
        this.standings = standings;
        this.words = words;
        this.sections = sections;
        this.checklists = checklists;
        this.staff = staff;
        this.trail = trail;
        this.entities = entities;
    }

    /** Which story this person started with a request of that name ({@link Drafting#start}); absent while there is none. */
    @Transactional
    public Optional<UUID> started(Actor writer, String requestKey) {
        return Optional.ofNullable(PlainText.line("Idempotency-Key", requestKey, 100))
                .flatMap(key -> rows.byRequest(writer.person(), key)).map(Article::id);
    }

    /** How the story stands, without its text: the answer to whoever has just done something with it. */
    @Transactional
    public Stood stood(Actor actor, UUID id) {
        Article article = readable(actor, id);
        Standing standing = standings.of(id);
        List<Move> moves = Move.open(actor, article, standing);
        if (moves.contains(Move.APPROVE)) {
            moves = without(moves, revisions.get(id, article.revision()), actor);
        }
        return new Stood(id, article.stage(), article.revision(), article.approvedRevision(), standing, moves);
    }

    private static List<Move> without(List<Move> moves, Revision current, Actor actor) {
        return current.isWrittenBy(actor)
                ? moves.stream().filter(move -> move != Move.APPROVE).toList()
                : moves;
    }

    /**
     * What stories are called, by id: those that this person may read, and those that are before the public. Of others nothing is
     * told.
     */
    @Transactional
    public Map<UUID, String> headlines(Actor actor, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ids", ids.toArray(UUID[]::new));
        String visible = visible(actor, parameters);
        Query query = entities.createNativeQuery("select a.id, case when " + visible
                + " then a.headline else (select r.copy ->> 'headline' from revision r where r.article = a.id"
                + " and r.number = s.revision) end as headline" + FROM
                + "where a.id = any (cast(:ids as uuid[])) and (s.live or " + visible + ")", Tuple.class);
        parameters.forEach(query::setParameter);
        Map<UUID, String> headlines = new HashMap<>();
        for (Object one : query.getResultList()) {
            Tuple row = (Tuple) one;
            headlines.put(row.get("id", UUID.class), row.get("headline", String.class));
        }
        return headlines;
    }

    /** The story with its current revision. */
    @Transactional
    public Story find(Actor actor, UUID id) {
        Article article = readable(actor, id);
        Revision current = revisions.get(id, article.revision());
        Standing standing = standings.of(id);
        List<Move> moves = without(Move.open(actor, article, standing), current, actor);
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
                moves, checklists.of(desk, current.copy()));
    }

    /**
     * Whether nothing has been done with the story since this revision of it was saved: nobody handed it over, submitted it,
     * set its end. What went out by the clock since is not looked at.
     */
    @Transactional
    public boolean isAsSaved(Actor actor, UUID id, int revision) {
        readable(actor, id);
        return trail.last(id).filter(last -> SAVES.contains(last.act()))
                .filter(last -> last.details().path("revision").asInt() == revision).isPresent();
    }

    /** Who may be given the story: the authors of its desk, by name. For whoever may hand it over. */
    @Transactional
    public List<Person> heirs(Actor actor, UUID id) {
        Article article = rows.get(id);
        Move.HAND_OVER.guard(actor, article);
        return staff.authors(article.desk());
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
     * What this person may see, newest change first unless the filter says otherwise. Where words are looked for, the newest
     * {@value #STRETCH} of those that have them are put in order – words in the headline first, then in the lead, then in
     * the text, last what was perhaps meant – then the next newest.
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
        String where = "a.revision > 0 and " + visible(actor, parameters) + narrowed(filter, parameters);
        String typed = PlainText.line("q", filter.words(), 200);
        if (typed != null) {
            return found(requireNonNull(filter.words()), where, parameters, filter.order() == Order.NEWEST,
                    cursor == null ? Rank.FIRST : Rank.read(cursor), size);
        }
        boolean newest = filter.order() == Order.NEWEST;
        if (cursor != null) {
            where += beyond(newest, Cursor.read(cursor), "from", parameters);
        }
        Query query = entities.createNativeQuery("select " + LINE + LISTED + "where " + where + byTime(newest),
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> found = query.setMaxResults(size + 1).getResultList();
        List<StoryLine> lines = found.stream().limit(size).map(Tuple.class::cast).map(row -> line(row, null)).toList();
        if (found.size() <= size) {
            return new StoryPage(lines, null);
        }
        StoryLine last = lines.get(size - 1);
        return new StoryPage(lines, new Cursor(last.changedAt(), last.id()).toString());
    }

    /**
     * What is approved at desks that wait for their publisher, of those where this person is one, and nobody has planned:
     * the longest waiting first.
     *
     * @param size at most {@value #MOST}
     */
    @Transactional
    public List<AwaitingPublisher> waitingForPublisher(Actor actor, int size) {
        if (actor.desks(Role.PUBLISHER).isEmpty()) {
            return List.of();
        }
        List<?> found = entities.createNativeQuery("select t.since, " + LINE + LISTED
                + "join to_publish t on t.article = a.id join desk d on d.id = a.desk and d.publishes = 'BY_PUBLISHER'"
                + " where a.desk = any (cast(:desks as uuid[])) order by t.since, a.id", Tuple.class)
                .setParameter("desks", actor.desks(Role.PUBLISHER).toArray(UUID[]::new))
                .setMaxResults(Math.min(size, MOST)).getResultList();
        return found.stream().map(Tuple.class::cast)
                .map(row -> new AwaitingPublisher(line(row, null), row.get("since", Instant.class))).toList();
    }

    private StoryPage found(String typed, String where, Map<String, Object> parameters, boolean newest, Rank begin,
            int size) {
        Sought sought = words.sought(typed);
        if (sought.isNothing()) {
            return new StoryPage(List.of(), null);
        }
        List<Rank.Near> page = new ArrayList<>();
        Rank at = begin;
        while (true) {
            List<Rank.Near> stretch = stretch(sought, where, parameters, newest, at);
            Cursor to = at.to() != null || stretch.size() < STRETCH ? at.to() : stretch.get(STRETCH - 1).at();
            Rank here = at;
            List<Rank.Near> rest = stretch.stream().sorted(Rank.order(newest)).filter(near -> here.last() == null
                    || Rank.order(newest).compare(near, new Rank.Near(here.last().id(), here.last(), here.tier())) > 0)
                    .toList();
            List<Rank.Near> taken = rest.subList(0, Math.min(rest.size(), size - page.size()));
            page.addAll(taken);
            if (taken.size() < rest.size()) {
                Rank.Near last = page.get(page.size() - 1);
                return new StoryPage(lines(page, sought, where, parameters),
                        new Rank(last.tier(), last.at(), at.from(), to).toString());
            }
            if (to == null) {
                return new StoryPage(lines(page, sought, where, parameters), null);
            }
            at = new Rank(0, null, to, null);
            if (page.size() == size) {
                return new StoryPage(lines(page, sought, where, parameters), at.toString());
            }
        }
    }

    /** The first of those that are found from there on, by time, with how near each is. */
    private List<Rank.Near> stretch(Sought sought, String where, Map<String, Object> parameters, boolean newest,
            Rank at) {
        Map<String, Object> these = new HashMap<>(parameters);
        these.put("query", sought.query());
        String there = where;
        if (at.from() != null) {
            there += beyond(newest, at.from(), "from", these);
        }
        if (at.to() != null) {
            there += " and not " + beyond(newest, at.to(), "to", these).substring(" and ".length());
        }
        Object share = entities.createNativeQuery("select share_of_stories(cast(:query as tsquery))")
                .setParameter("query", sought.query()).getSingleResult();
        List<Rank.Near> walked = List.of();
        if ((Double) share * WALK >= 1.5 * STRETCH) {
            walked = near(WALKED, there, sought, these, newest);
            if (walked.size() == STRETCH || isShort(there, these)) {
                return walked;
            }
        }
        return near(LOOKED_UP, there, sought, these, newest);
    }

    private List<Rank.Near> near(String how, String where, Sought sought, Map<String, Object> parameters,
            boolean newest) {
        Query query = entities.createNativeQuery("""
                select c.id, c.changed_at, TIER as tier from (HOW) c join story_words w on w.article = c.id"""
                .replace("TIER", newest ? TIER : "0").replace("HOW", how.replace("WHERE", where)
                        .replace("ORDER", byTime(newest)).replace("WALK", Integer.toString(WALK))
                        .replace("STRETCH", Integer.toString(STRETCH))),
                Tuple.class);
        parameters.forEach(query::setParameter);
        if (newest) {
            query.setParameter("sure", sought.sure());
        }
        List<?> found = query.getResultList();
        return found.stream().map(Tuple.class::cast)
                .map(row -> new Rank.Near(row.get("id", UUID.class),
                        new Cursor(row.get("changed_at", Instant.class), row.get("id", UUID.class)),
                        row.get("tier", Integer.class)))
                .sorted(Rank.time(newest)).toList();
    }

    /** Whether there are so few stories that all of them were walked over. */
    private boolean isShort(String where, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery(
                "select cast(count(*) as integer) from (select a.id" + FROM + "where " + where + " limit " + WALK
                        + ") c");
        parameters.entrySet().stream().filter(each -> !each.getKey().equals("query"))
                .forEach(each -> query.setParameter(each.getKey(), each.getValue()));
        return (Integer) query.getSingleResult() < WALK;
    }

    /** In this order. What someone may no longer see is asked again: each statement has its own moment. */
    private List<StoryLine> lines(List<Rank.Near> page, Sought sought, String where, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery("select r.bytes, " + LINE + LISTED
                + "left join revision r on r.article = a.id and r.number = a.revision where a.id = any (cast(:page as uuid[])) and "
                + where, Tuple.class);
        parameters.forEach(query::setParameter);
        query.setParameter("page", page.stream().map(Rank.Near::id).toArray(UUID[]::new));
        Map<UUID, StoryLine> lines = new HashMap<>();
        for (Object one : query.getResultList()) {
            Tuple row = (Tuple) one;
            byte[] bytes = row.get("bytes", byte[].class);
            lines.put(row.get("id", UUID.class),
                    line(row, bytes == null ? null : Excerpt.of(Copy.read(bytes), sought)));
        }
        return page.stream().map(near -> lines.get(near.id())).filter(Objects::nonNull).toList();
    }

    private static String byTime(boolean newest) {
        return newest ? " order by a.changed_at desc, a.id desc" : " order by a.changed_at, a.id";
    }

    private static String beyond(boolean newest, Cursor cursor, String name, Map<String, Object> parameters) {
        parameters.put(name + "At", cursor.at());
        parameters.put(name + "Id", cursor.id());
        return " and ((a.changed_at, a.id) " + (newest ? "<" : ">") + " (:" + name + "At, :" + name + "Id))";
    }

    private static StoryLine line(Tuple row, @Nullable Excerpt excerpt) {
        return new StoryLine(row.get("id", UUID.class), row.get("headline", String.class),
                Language.of(row.get("language", String.class)),
                Stage.valueOf(row.get("stage", String.class)), row.get("revision", Integer.class),
                row.get("desk", UUID.class), row.get("author", String.class), row.get("section", String.class),
                row.get("changed_at", Instant.class), row.get("path", String.class),
                row.get("live_revision", Integer.class), row.get("planned_at", Instant.class), excerpt);
    }

    /**
     * {@link Move#READ}, said in SQL of an {@code article a}; a test holds the two against each other.
     *
     * @param parameters is given those that it names
     */
    public static String visible(Actor actor, Map<String, Object> parameters) {
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

    private String narrowed(StoryFilter filter, Map<String, Object> parameters) {
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
            // Whatever else the same section is called in a story
            Set<String> said = sections.saying(section);
            where.append(
                    said.size() == 1 ? " and a.section = :section" : " and a.section = any (cast(:section as text[]))");
            parameters.put("section", said.size() == 1 ? said.iterator().next() : said.toArray(String[]::new));
        }
        String author = PlainText.line("author", filter.author(), 255);
        if (author != null) {
            where.append(
                    " and a.author in (select id from person where username = :author or lower(name) = lower(:author))");
            parameters.put("author", author);
        }
        String tag = PlainText.line("tag", filter.tag(), 100);
        if (tag != null) {
            // Whatever else the same tag is called in a story
            where.append("""
                    and a.tag_keys && (select coalesce(array_agg(o.key), '{}') || tag_key(:tag)
                     from tag_name n join tag_name o on o.tag = n.tag where n.key = tag_key(:tag))""");
            parameters.put("tag", tag);
        }
        if (filter.language() != null) {
            // Said, not given: so PostgreSQL sees that the index of the rarer ones serves
            where.append(" and a.language = '").append(filter.language().code()).append('\'');
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
