package kz.qalam.core.style;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.OwnWriting;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * The house-style book: everybody reads it, editors of any desk and admins write it, and what an editor wrote is put in
 * force by another editor or an admin.
 */
@ApplicationScoped
public class HouseRules {

    /** No newsroom has more rules. */
    public static final int MOST = 5_000;

    /** No page of the book is longer. */
    public static final int PAGE = 100;

    /** Words that a rule is about. */
    public static final int WORDS = 5;

    /** Characters of what is to be written instead. */
    public static final int INSTEAD = 100;

    /** Characters of a reason. */
    public static final int REASON = 300;

    /** Over so many days it is counted how often a rule was met. */
    public static final int DAYS = 30;

    /** So many versions of a rule are shown, newest first. */
    private static final int VERSIONS = 100;

    /** The chain of the trail that tells of the book. */
    private static final UUID CHAIN = new UUID(0, 5);

    private static final String RULES = """
            select r.word, r.version, r.live_version, r.live_since, r.retired_at,
              n.instead, n.reason, w.name as written_by, n.written_at,
              l.instead as live_instead, l.reason as live_reason, lw.name as live_written_by, l.written_at as live_written_at,
              lb.name as live_by, rb.name as retired_by,
              (select coalesce(sum(h.hits), 0) from style_hit h where h.word = r.word and h.day > current_date - %d) as met
            from style_rule r
              join style_rule_version n on n.word = r.word and n.number = r.version join person w on w.id = n.written_by
              left join style_rule_version l on l.word = r.word and l.number = r.live_version
              left join person lw on lw.id = l.written_by
              left join person lb on lb.id = r.live_by left join person rb on rb.id = r.retired_by
            where"""
            .formatted(DAYS) + " ";

    private final Session entities;
    private final Trail trail;

    HouseRules(Session entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /** Whether they may write rules, and put others' in force. */
    public static boolean areOpenTo(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.EDITOR).isEmpty();
    }

    /**
     * The word of a rule as it is kept, or its words with one space between them.
     *
     * @throws Invalid when it is no word, or more than {@value #WORDS}
     */
    public static String word(String typed) {
        String line = PlainText.line("/word", typed, IgnoredWords.LONGEST);
        if (line == null) {
            throw Invalid.of("/word", "required");
        }
        String[] words = line.split(" ");
        if (words.length > WORDS) {
            throw Invalid.of("/word", "too-many", WORDS);
        }
        return Arrays.stream(words).map(IgnoredWords::kept).collect(Collectors.joining(" "));
    }

    /**
     * A part of the book, by the Kazakh alphabet.
     *
     * @param state absent: all
     * @param words stand in the word or in what is written instead; absent: all
     * @param after the last word already read; absent to begin
     * @param size 1 to {@value #PAGE}
     */
    @Transactional
    public HouseRulePage list(HouseRule.@Nullable State state, @Nullable String words, @Nullable String after,
            int size) {
        if (size < 1 || size > PAGE) {
            throw Invalid.of("size", "out-of-range", 1, PAGE);
        }
        if (after != null && after.indexOf('\0') >= 0) {
            throw Invalid.of("cursor", "bad-cursor");
        }
        String sought = PlainText.line("q", words, IgnoredWords.LONGEST);
        StringBuilder where = new StringBuilder("true");
        if (state != null) {
            where.append(switch (state) {
                case DRAFT -> " and r.live_version is null and r.retired_at is null";
                case LIVE -> " and r.live_version is not null";
                case RETIRED -> " and r.retired_at is not null";
            });
        }
        if (sought != null) {
            where.append(" and (position(:sought in r.word) > 0 or position(:sought in lower(n.instead)) > 0)");
        }
        if (after != null) {
            where.append(
                    " and (r.word collate \"kk-x-icu\", r.word) > (cast(:after as text) collate \"kk-x-icu\", :after)");
        }
        Query query = entities.createNativeQuery(
                RULES + where + " order by r.word collate \"kk-x-icu\", r.word", Tuple.class);
        if (sought != null) {
            query.setParameter("sought", sought.toLowerCase(Locale.ROOT));
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        List<HouseRule> found = rules(query.setMaxResults(size + 1));
        List<HouseRule> part = found.stream().limit(size).toList();
        return new HouseRulePage(part, found.size() > size ? part.get(size - 1).word() : null);
    }

    /** @throws NotFound when the book has no rule for the word */
    @Transactional
    public HouseRule find(String word) {
        return rule(word.toLowerCase(Locale.ROOT)).orElseThrow(NotFound::new);
    }

    /** What a rule has said, newest first; the last {@value #VERSIONS}. */
    @Transactional
    public List<HouseRule.Version> versions(String word) {
        List<?> rows = entities.createNativeQuery("""
                select v.number, v.instead, v.reason, p.name, v.written_at
                from style_rule_version v join person p on p.id = v.written_by
                where v.word = :word order by v.number desc""", Tuple.class)
                .setParameter("word", word.toLowerCase(Locale.ROOT)).setMaxResults(VERSIONS).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new HouseRule.Version(row.get("number", Integer.class),
                row.get("instead", String.class), row.get("reason", String.class), row.get("name", String.class),
                row.get("written_at", Instant.class))).toList();
    }

    /**
     * Writes a rule down, or a new version of it; what is in force stays in force. The same again changes nothing. A
     * retired rule becomes a draft.
     *
     * @param word as a dictionary has it, of verbs the verbal noun (айту): 1 to {@value IgnoredWords#LONGEST} letters. Of
     *        several words all but the last stand as they are written here, and the last in any form
     * @param instead what is to be written for it; of several words the last takes the form. Absent if the word is only to
     *        be marked. At most {@value #INSTEAD} characters
     * @param reason for whoever meets the rule, 1 to {@value #REASON} characters
     * @throws NotPermitted to who is neither an editor somewhere nor an admin
     */
    @Transactional
    public HouseRule propose(Actor actor, String word, @Nullable String instead, @Nullable String reason) {
        guard(actor);
        String kept = word(word);
        String put = Objects.requireNonNullElse(PlainText.line("/instead", instead, INSTEAD), "");
        String why = PlainText.line("/reason", reason, REASON);
        if (why == null) {
            throw Invalid.of("/reason", "reason-required");
        }
        if (put.toLowerCase(Locale.ROOT).equals(kept)) {
            throw Invalid.of("/instead", "same-word");
        }
        trail.keepOthersOff(CHAIN);
        Optional<HouseRule> known = rule(kept);
        int number = known.map(rule -> rule.newest().number() + 1).orElse(1);
        if (known.isPresent() && known.get().state() != HouseRule.State.RETIRED
                && known.get().newest().instead().equals(put) && known.get().newest().reason().equals(why)) {
            return known.get();
        }
        if (known.isEmpty()) {
            requireRoom();
            entities.createNativeQuery("insert into style_rule (word) values (:word)").setParameter("word", kept)
                    .executeUpdate();
        }
        entities.createNativeQuery("""
                insert into style_rule_version (word, number, instead, reason, written_by)
                values (:word, :number, :instead, :reason, :by)""").setParameter("word", kept)
                .setParameter("number", number).setParameter("instead", put).setParameter("reason", why)
                .setParameter("by", actor.person()).executeUpdate();
        entities.createNativeQuery(
                "update style_rule set version = :number, retired_by = null, retired_at = null where word = :word")
                .setParameter("number", number).setParameter("word", kept).executeUpdate();
        trail.record(CHAIN, actor.person(), Act.STYLE_RULE_WRITTEN, Map.of("word", kept, "version", number));
        return find(kept);
    }

    private void requireRoom() {
        Number there = (Number) entities.createNativeQuery("select count(*) from style_rule").getSingleResult();
        if (there.intValue() >= MOST) {
            throw Invalid.of("", "too-many", MOST);
        }
    }

    /**
     * Puts a rule in force, in every process within seconds. What is in force already stays so.
     *
     * @param version the one that was looked at, which must be the newest
     * @throws VersionMoved when there is a newer one
     * @throws OwnWriting to an editor who wrote it; an admin may put their own in force
     * @throws NotFound when there is no such rule
     */
    @Transactional
    public HouseRule putInForce(Actor actor, String word, int version) {
        guard(actor);
        trail.keepOthersOff(CHAIN);
        HouseRule rule = find(word);
        if (rule.newest().number() != version) {
            throw new VersionMoved(rule.newest().number());
        }
        if (rule.live() != null && rule.live().version().number() == version) {
            return rule;
        }
        if (!mayEnforce(actor, rule)) {
            throw new OwnWriting(OwnWriting.Of.RULE);
        }
        entities.createNativeQuery("""
                update style_rule set live_version = :version, live_by = :by, live_since = clock_timestamp(),
                  retired_by = null, retired_at = null where word = :word""").setParameter("version", version)
                .setParameter("by", actor.person()).setParameter("word", rule.word()).executeUpdate();
        trail.record(CHAIN, actor.person(), Act.STYLE_RULE_LIVE, Map.of("word", rule.word(), "version", version));
        return find(rule.word());
    }

    /** Whether they may put a rule's newest version in force: an admin, or an editor who did not write it. */
    @Transactional
    public boolean mayEnforce(Actor actor, HouseRule rule) {
        return actor.isAdmin()
                || (areOpenTo(actor) && !isWrittenBy(actor, rule.word(), rule.newest().number()));
    }

    private boolean isWrittenBy(Actor actor, String word, int version) {
        return !entities.createNativeQuery(
                "select 1 from style_rule_version where word = :word and number = :number and written_by = :by")
                .setParameter("word", word).setParameter("number", version).setParameter("by", actor.person())
                .getResultList().isEmpty();
    }

    /**
     * Takes a rule out of force, or drops a draft; it stays in the book. A retired rule stays so.
     *
     * @throws NotFound when there is no such rule
     */
    @Transactional
    public HouseRule retire(Actor actor, String word) {
        guard(actor);
        trail.keepOthersOff(CHAIN);
        HouseRule rule = find(word);
        if (rule.state() == HouseRule.State.RETIRED) {
            return rule;
        }
        entities.createNativeQuery("""
                update style_rule set live_version = null, live_by = null, live_since = null, retired_by = :by,
                  retired_at = clock_timestamp() where word = :word""").setParameter("by", actor.person())
                .setParameter("word", rule.word()).executeUpdate();
        trail.record(CHAIN, actor.person(), Act.STYLE_RULE_RETIRED, Map.of("word", rule.word()));
        return find(rule.word());
    }

    private Optional<HouseRule> rule(String word) {
        // No text of the database holds this character, and it does not take it.
        if (word.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return rules(entities.createNativeQuery(RULES + "r.word = :word", Tuple.class).setParameter("word", word))
                .stream().findFirst();
    }

    private static List<HouseRule> rules(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).map(HouseRules::rule).toList();
    }

    private static HouseRule rule(Tuple row) {
        HouseRule.Version newest = new HouseRule.Version(row.get("version", Integer.class),
                row.get("instead", String.class), row.get("reason", String.class),
                row.get("written_by", String.class), row.get("written_at", Instant.class));
        Integer number = row.get("live_version", Integer.class);
        HouseRule.Live live = number == null
                ? null
                : new HouseRule.Live(
                        new HouseRule.Version(number, row.get("live_instead", String.class),
                                row.get("live_reason", String.class), row.get("live_written_by", String.class),
                                row.get("live_written_at", Instant.class)),
                        row.get("live_by", String.class), row.get("live_since", Instant.class));
        Instant retired = row.get("retired_at", Instant.class);
        HouseRule.State state = live != null
                ? HouseRule.State.LIVE
                : retired != null ? HouseRule.State.RETIRED : HouseRule.State.DRAFT;
        return new HouseRule(row.get("word", String.class), state, newest, live,
                retired == null ? null : new HouseRule.Retired(row.get("retired_by", String.class), retired),
                row.get("met", Number.class).longValue());
    }

    private static void guard(Actor actor) {
        if (!areOpenTo(actor)) {
            throw new NotPermitted();
        }
    }
}
