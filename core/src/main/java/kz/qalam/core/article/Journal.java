package kz.qalam.core.article;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Act;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;

/** The trail of the whole newsroom, newest first: for admins, who may have to ask who did what. */
@ApplicationScoped
public class Journal {

    /** No part is longer. */
    public static final int MOST = 500;

    /**
     * One act.
     *
     * @param details as JSON: numbers, roles, digests, reasons; never a story's text
     * @param story whether it is about a story
     * @param about what it is about by name, for whoever asks: a person, a desk, a story that they may read by its headline;
     *        absent where it has none, or none for them
     * @param language of a story's headline
     */
    public record Line(UUID chain, int seq, Instant at, @Nullable String username, @Nullable String name, String act,
            String details, boolean story, @Nullable String about, @Nullable Language language) {}

    /** A part of the list. @param next where the next part begins; absent at the end */
    public record Part(List<Line> lines, @Nullable String next) {}

    private record Mark(Instant at, UUID chain, int seq) {

        @Override
        public String toString() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((at + " " + chain + " " + seq).getBytes(StandardCharsets.US_ASCII));
        }

        static Mark read(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
                return new Mark(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.of("cursor", "bad-cursor");
            }
        }
    }

    private final ArticleRows articles;
    private final EntityManager entities;

    Journal(ArticleRows articles, EntityManager entities) {
        this.articles = articles;
        this.entities = entities;
    }

    /**
     * A part of the trail.
     *
     * @param cursor where the last part ended; absent to begin
     * @param size 1 to {@value #MOST}
     * @throws NotPermitted to whoever is no admin
     */
    @Transactional
    public Part list(Actor admin, TrailFilter filter, @Nullable String cursor, int size) {
        if (!admin.isAdmin()) {
            throw new NotPermitted();
        }
        if (size < 1 || size > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = narrowed(filter, parameters);
        if (cursor != null) {
            Mark mark = Mark.read(cursor);
            where += " and (t.at, t.chain, t.seq) < (:markAt, :markChain, :markSeq)";
            parameters.put("markAt", mark.at());
            parameters.put("markChain", mark.chain());
            parameters.put("markSeq", mark.seq());
        }
        Query query = entities.createNativeQuery("""
                select t.chain, t.seq, t.at, p.username, p.name, t.act, cast(t.details as text) as details,
                  exists (select from article a where a.id = t.chain) as story,
                  coalesce((select name from person where id = t.chain), (select name from desk where id = t.chain),
                    (select name from tag where id = t.chain)) as about
                from trail t left join person p on p.id = t.actor where true""" + where
                + " order by t.at desc, t.chain desc, t.seq desc", Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> rows = query.setMaxResults(size + 1).getResultList();
        List<Tuple> found = rows.stream().limit(size).map(Tuple.class::cast).toList();
        Map<UUID, Tuple> headlines = headlines(admin, found.stream().filter(row -> row.get("story", Boolean.class))
                .map(row -> row.get("chain", UUID.class)).collect(Collectors.toSet()));
        List<Line> lines = found.stream().map(row -> line(row, headlines.get(row.get("chain", UUID.class)))).toList();
        if (rows.size() <= size) {
            return new Part(lines, null);
        }
        Line last = lines.get(size - 1);
        return new Part(lines, new Mark(last.at(), last.chain(), last.seq()).toString());
    }

    private static Line line(Tuple row, @Nullable Tuple headline) {
        boolean story = row.get("story", Boolean.class);
        return new Line(row.get("chain", UUID.class), row.get("seq", Integer.class), row.get("at", Instant.class),
                row.get("username", String.class), row.get("name", String.class), row.get("act", String.class),
                row.get("details", String.class), story,
                story
                        ? headline == null ? null : headline.get("headline", String.class)
                        : row.get("about", String.class),
                headline == null ? null : Language.of(headline.get("language", String.class)));
    }

    /** Of the stories that they may read: to see the trail is not to see the texts. */
    private Map<UUID, Tuple> headlines(Actor actor, Set<UUID> stories) {
        Map<UUID, Tuple> headlines = new HashMap<>();
        if (stories.isEmpty()) {
            return headlines;
        }
        UUID[] open = articles.list("id in ?1", stories).stream()
                .filter(article -> Move.READ.permits(actor, article)).map(Article::id).toArray(UUID[]::new);
        List<?> rows = entities
                .createNativeQuery("select id, headline, language from article where id = any (:open)", Tuple.class)
                .setParameter("open", open).getResultList();
        rows.stream().map(Tuple.class::cast)
                .forEach(row -> headlines.put(row.get("id", UUID.class), row));
        return headlines;
    }

    private static String narrowed(TrailFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        String who = PlainText.line("who", filter.who(), 255);
        if (who != null) {
            where.append(" and t.actor in (select id from person where username = :who)");
            parameters.put("who", who);
        }
        String act = PlainText.line("act", filter.act(), 60);
        if (act != null) {
            List<String> keys = Arrays.stream(Act.values()).map(Act::key)
                    .filter(key -> key.equals(act) || key.startsWith(act + ".")).toList();
            where.append(" and t.act = any (cast(:acts as text[]))");
            parameters.put("acts", keys.toArray(String[]::new));
        }
        if (filter.from() != null) {
            where.append(" and t.at >= :from");
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.append(" and t.at < :to");
            parameters.put("to", filter.to());
        }
        if (filter.chain() != null) {
            where.append(" and t.chain = :chain");
            parameters.put("chain", filter.chain());
        }
        return where.toString();
    }
}
