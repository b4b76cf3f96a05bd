package kz.qalam.core.publication;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Language;
import kz.qalam.core.publication.EditionLine.Delivery;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;

/** Reading editions, and sending a release again. */
@ApplicationScoped
public class Publications {

    /** No list is longer. */
    public static final int MOST = 100;

    private static final String EDITION = """
            select e.id, e.article, v.copy ->> 'headline' as headline,
              coalesce(v.copy ->> 'language', 'kk') as language, e.number, e.revision, e.kind, e.notice, e.reason,
              e.from_at, p.name as planned_by, e.planned_at, e.state, e.hold_reason, r.number as release, r.released_at,
              r.path, e.fault
            from edition e join article a on a.id = e.article join person p on p.id = e.planned_by
              join revision v on v.article = e.article and v.number = e.revision
              left join release r on r.edition = e.id
            """;

    private final Stories stories;
    private final Editions editions;
    private final Trail trail;
    private final EntityManager entities;

    Publications(Stories stories, Editions editions, Trail trail, EntityManager entities) {
        this.stories = stories;
        this.editions = editions;
        this.trail = trail;
        this.entities = entities;
    }

    /** A story's newest editions, newest first, with what was delivered. */
    @Transactional
    public List<EditionLine> of(Actor actor, UUID article, int size) {
        return of(actor, article, Integer.MAX_VALUE, size);
    }

    /**
     * A story's editions, newest first, with what was delivered.
     *
     * @param before the lowest number already read; {@link Integer#MAX_VALUE} to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public List<EditionLine> of(Actor actor, UUID article, int before, int size) {
        Move.READ.guard(actor, stories.get(article));
        return lines(
                entities.createNativeQuery(
                        EDITION + "where e.article = :article and e.number < :before order by e.number desc",
                        Tuple.class)
                        .setParameter("article", article).setParameter("before", before),
                size);
    }

    /** How a story's editions stand, as one sign: whoever plans can say that they plan over this and nothing else. */
    @Transactional
    public String seen(Actor actor, UUID article) {
        Move.READ.guard(actor, stories.get(article));
        return editions.sign(article);
    }

    /** One edition of a story. @throws NotFound when the story has no such edition */
    @Transactional
    public EditionLine edition(Actor actor, UUID article, int number) {
        return of(actor, article, number == Integer.MAX_VALUE ? number : number + 1, 1).stream()
                .filter(line -> line.number() == number).findFirst().orElseThrow(NotFound::new);
    }

    /** What goes out next, held editions after the planned ones. */
    @Transactional
    public List<EditionLine> planned(Actor actor, int size) {
        return visible("where e.state in ('PLANNED', 'HELD') and ", " order by e.state desc, e.from_at, e.number",
                actor, size);
    }

    /** Since when this house publishes nothing: it was restored, and nobody has told it yet to go on. */
    @Transactional
    public Optional<Instant> heldSince() {
        List<?> held = entities.createNativeQuery("select held_at from house where held_at is not null", Tuple.class)
                .getResultList();
        return held.isEmpty() ? Optional.empty() : Optional.of(((Tuple) held.get(0)).get("held_at", Instant.class));
    }

    /** What is live, the newest release first. */
    @Transactional
    public List<EditionLine> live(Actor actor, int size) {
        return visible("join standing s on s.live and s.last_release = r.number where ",
                " order by s.last_release desc", actor, size);
    }

    /** What leaves the public next, the soonest first: each under the headline that readers have, or are going to have. */
    @Transactional
    public List<EndLine> ending(Actor actor, int size) {
        Map<String, Object> parameters = new HashMap<>();
        Query query = entities.createNativeQuery(
                """
                        select x.article, coalesce(v.copy ->> 'headline', '') as headline,
                          coalesce(v.copy ->> 'language', a.language) as language, x.ends_at, p.name, s.path from expiry x
                          join article a on a.id = x.article join person p on p.id = x.set_by
                          left join standing s on s.article = x.article and s.live
                          left join revision v on v.article = x.article and v.number = coalesce(s.revision, (
                            select e.revision from edition e where e.article = x.article and e.state in ('PLANNED', 'HELD')
                            order by e.from_at limit 1))
                        where\s"""
                        + Articles.visible(actor, parameters) + " order by x.ends_at, x.article",
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> rows = query.setMaxResults(Math.min(size, MOST)).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new EndLine(row.get("article", UUID.class), row.get("headline", String.class),
                        Language.of(row.get("language", String.class)),
                        row.get("ends_at", Instant.class), row.get("name", String.class),
                        row.get("path", String.class)))
                .toList();
    }

    /** What should be out and is not: releases that fail. */
    @Transactional
    public List<EditionLine> failing(Actor actor, int size) {
        return visible("where e.state = 'PLANNED' and e.fault is not null and ", " order by e.from_at", actor, size);
    }

    /**
     * Sends a release to its receiver again. An admin's act.
     *
     * @throws NotFound when there is no such delivery, and to whoever is not an admin
     */
    @Transactional
    public void resend(Actor admin, UUID delivery) {
        if (!admin.isAdmin()) {
            throw new NotFound();
        }
        Object sent = entities.createNativeQuery("select resend(:delivery)").setParameter("delivery", delivery)
                .getSingleResult();
        if (!Boolean.TRUE.equals(sent)) {
            throw new NotFound();
        }
        trail.keepOthersOff(delivery);
        trail.record(delivery, admin.person(), Act.DELIVERY_RESENT, Map.of());
    }

    /**
     * What was sent to the site and to others, the newest release first. For an admin.
     *
     * @param open only what is not delivered
     * @param cursor where the last part ended; absent to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public DeliveryLine.Part deliveries(Actor admin, boolean open, @Nullable String cursor, int size) {
        if (!admin.isAdmin()) {
            throw new NotPermitted();
        }
        int most = Math.min(size, MOST);
        long before = Long.MAX_VALUE;
        String after = "";
        if (cursor != null) {
            int cut = cursor.indexOf('.');
            try {
                before = Long.parseLong(cursor.substring(0, Math.max(cut, 0)));
                after = cursor.substring(cut + 1);
            } catch (NumberFormatException e) {
                throw Invalid.of("cursor", "bad-cursor");
            }
        }
        List<?> rows = entities.createNativeQuery("""
                select d.id, d.release, d.receiver, d.state, d.attempts, d.next_try, d.delivered_at, d.fault, r.article,
                  r.path, r.kind
                from site.delivery d join release r on r.number = d.release
                where (d.release < :before or d.release = :before and d.receiver > :after)""" + " "
                + (open ? "and d.state <> 'DELIVERED' " : "") + "order by d.release desc, d.receiver", Tuple.class)
                .setParameter("before", before).setParameter("after", after).setMaxResults(most + 1).getResultList();
        List<DeliveryLine> lines = rows.stream().limit(most).map(Tuple.class::cast)
                .map(row -> new DeliveryLine(row.get("id", UUID.class), row.get("release", Long.class),
                        row.get("receiver", String.class), row.get("state", String.class),
                        row.get("attempts", Integer.class),
                        row.get("state", String.class).equals("PENDING") ? row.get("next_try", Instant.class) : null,
                        row.get("delivered_at", Instant.class), row.get("fault", String.class),
                        row.get("article", UUID.class), row.get("path", String.class), row.get("kind", String.class)))
                .toList();
        if (rows.size() <= most) {
            return new DeliveryLine.Part(lines, null);
        }
        DeliveryLine last = lines.get(most - 1);
        return new DeliveryLine.Part(lines, last.release() + "." + last.receiver());
    }

    /** Of stories that this person may read. */
    private List<EditionLine> visible(String which, String order, Actor actor, int size) {
        Map<String, Object> parameters = new HashMap<>();
        Query query = entities.createNativeQuery(EDITION + which + Articles.visible(actor, parameters) + order,
                Tuple.class);
        parameters.forEach(query::setParameter);
        return lines(query, size);
    }

    private List<EditionLine> lines(Query query, int size) {
        List<?> rows = query.setMaxResults(Math.min(size, MOST)).getResultList();
        List<EditionLine> lines = rows.stream().map(Tuple.class::cast).map(Publications::line).toList();
        Map<Long, List<Delivery>> deliveries = deliveries(lines);
        return lines.stream().map(line -> {
            Long release = line.release();
            return release == null ? line : line.with(deliveries.getOrDefault(release, List.of()));
        }).toList();
    }

    private Map<Long, List<Delivery>> deliveries(List<EditionLine> lines) {
        Long[] releases = lines.stream().map(EditionLine::release).filter(Objects::nonNull).toArray(Long[]::new);
        if (releases.length == 0) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                select id, release, receiver, state, attempts, delivered_at, fault from site.delivery
                where release = any (cast(:releases as bigint[])) order by release, receiver""", Tuple.class)
                .setParameter("releases", releases).getResultList();
        return rows.stream().map(Tuple.class::cast).collect(groupingBy(row -> row.get("release", Long.class),
                mapping(row -> new Delivery(row.get("id", UUID.class), row.get("receiver", String.class),
                        row.get("state", String.class), row.get("attempts", Integer.class),
                        row.get("delivered_at", Instant.class), row.get("fault", String.class)), toList())));
    }

    private static EditionLine line(Tuple row) {
        return new EditionLine(row.get("id", UUID.class), row.get("article", UUID.class),
                row.get("headline", String.class), Language.of(row.get("language", String.class)),
                row.get("number", Integer.class), row.get("revision", Integer.class),
                row.get("kind", String.class), row.get("notice", String.class), row.get("reason", String.class),
                row.get("from_at", Instant.class), row.get("planned_by", String.class),
                row.get("planned_at", Instant.class), row.get("state", String.class),
                row.get("hold_reason", String.class), row.get("release", Long.class),
                row.get("released_at", Instant.class), row.get("path", String.class), row.get("fault", String.class),
                List.of());
    }
}
