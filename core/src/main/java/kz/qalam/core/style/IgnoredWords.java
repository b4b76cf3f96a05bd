package kz.qalam.core.style;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** The words that the newsroom's proofreader leaves alone: everybody sees them, editors and reviewers keep them. */
@ApplicationScoped
public class IgnoredWords {

    /** No newsroom has more. */
    public static final int MOST = 5_000;

    /** Characters of a word. */
    public static final int LONGEST = 64;

    /** A word as the proofreader reads one: no spaces, no figures. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:[-‐‑'’ʼ][\\p{L}\\p{M}]++)*+");

    /** The chain of the trail that tells of the newsroom's words. */
    private static final UUID CHAIN = new UUID(0, 4);

    private final Session entities;
    private final Trail trail;

    IgnoredWords(Session entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    public static boolean areOpenTo(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.EDITOR).isEmpty() || !actor.desks(Role.REVIEWER).isEmpty();
    }

    /** All of them, by the Kazakh alphabet. */
    @Transactional
    public List<IgnoredWord> all() {
        List<?> rows = entities.createNativeQuery("""
                select w.word, p.name, w.ignored_at from ignored_word w join person p on p.id = w.ignored_by
                order by w.word collate "kk-x-icu", w.word""", Tuple.class).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new IgnoredWord(row.get("word", String.class),
                row.get("name", String.class), row.get("ignored_at", Instant.class))).toList();
    }

    /**
     * Has the proofreader leave a word alone from now on, in every form. One that is ignored already stays as it is.
     *
     * @param word as a dictionary has it, 1 to {@value #LONGEST} letters; capitals do not count
     * @return the word as it is kept
     * @throws Invalid when it is no word, or there are {@value #MOST} already
     * @throws NotPermitted to who is neither editor nor reviewer somewhere, nor an admin
     */
    @Transactional
    public String ignore(Actor actor, String word) {
        guard(actor);
        String kept = kept(word);
        trail.keepOthersOff(CHAIN);
        if (!among(List.of(kept)).isEmpty()) {
            return kept;
        }
        Number there = (Number) entities.createNativeQuery("select count(*) from ignored_word").getSingleResult();
        if (there.intValue() >= MOST) {
            throw Invalid.of("/word", "too-many", MOST);
        }
        entities.createNativeQuery("insert into ignored_word (word, ignored_by) values (:word, :by)")
                .setParameter("word", kept).setParameter("by", actor.person()).executeUpdate();
        trail.record(CHAIN, actor.person(), Act.WORD_IGNORED, Map.of("word", kept));
        return kept;
    }

    /**
     * Has the proofreader mark a word again. One that is not ignored stays so.
     *
     * @throws NotPermitted to who is neither editor nor reviewer somewhere, nor an admin
     */
    @Transactional
    public void heed(Actor actor, String word) {
        guard(actor);
        String kept = kept(word);
        trail.keepOthersOff(CHAIN);
        int gone = entities.createNativeQuery("delete from ignored_word where word = :word").setParameter("word", kept)
                .executeUpdate();
        if (gone > 0) {
            trail.record(CHAIN, actor.person(), Act.WORD_HEEDED, Map.of("word", kept));
        }
    }

    /** Those of the words, in lower case, that are ignored. */
    Set<String> among(List<String> words) {
        List<?> found = entities.createNativeQuery("select word from ignored_word where word = any (:words)")
                .setParameter("words", words.toArray(String[]::new)).getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Another one after every change. */
    String version() {
        Tuple row = (Tuple) entities.createNativeQuery("""
                select count(*) as words, max(ignored_at) as latest from ignored_word""", Tuple.class)
                .getSingleResult();
        return row.get("words", Long.class) + "@" + row.get("latest");
    }

    Set<String> words() {
        List<?> found = entities.createNativeQuery("select word from ignored_word").getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    static String kept(@Nullable String word) {
        String line = PlainText.line("/word", word, LONGEST);
        if (line == null) {
            throw Invalid.of("/word", "required");
        }
        if (!WORD.matcher(line).matches()) {
            throw Invalid.of("/word", "not-word");
        }
        return line.toLowerCase(Locale.ROOT);
    }

    private static void guard(Actor actor) {
        if (!areOpenTo(actor)) {
            throw new NotPermitted();
        }
    }
}
