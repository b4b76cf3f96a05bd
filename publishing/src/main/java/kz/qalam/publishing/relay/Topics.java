package kz.qalam.publishing.relay;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;
import kz.qalam.core.language.Slug;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Topic;

/**
 * What tags and authors are called and where their lists stand. An author's address is allotted when it is first printed,
 * and kept for ever; a tag may be renamed or merged by the newsroom, and what was printed of it is then printed again.
 */
@ApplicationScoped
class Topics {
    private static final int MOST_REMEMBERED = 50_000;

    private final EntityManager database;
    private final Cache<String, Topic> known = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Topics(EntityManager database) {
        this.database = database;
    }

    /** As a list's name is kept: so that «Тоқаев» and «тоқаев» are one. */
    static String name(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** Tags were renamed or merged. */
    void forget() {
        known.invalidateAll();
    }

    /** What a list is called, and where it stands. @param name as its seats have it */
    Topic of(Listing.Kind kind, String name) {
        return kind == Listing.Kind.TAG
                ? Objects.requireNonNullElseGet(tag("tag = cast(:asked as uuid)", name),
                        () -> new Topic(name, "/tag/" + name + "/"))
                : author(name);
    }

    /** The tags that a text names, as they are called now; those that became one stand once. */
    List<Topic> tags(List<String> names) {
        return names.stream().map(name -> tag("key = lower(btrim(:asked))", name(name)))
                .flatMap(Stream::ofNullable).distinct().toList();
    }

    private @Nullable Topic tag(String which, String asked) {
        return known.get("TAG " + asked, none -> QuarkusTransaction.joiningExisting().call(() -> {
            var found = database
                    .createNativeQuery("select tag, name, slug from site.tag where " + which + " limit 1", Tuple.class)
                    .setParameter("asked", asked).getResultList();
            if (found.isEmpty()) {
                return null;
            }
            var row = (Tuple) found.get(0);
            var name = row.get("name", String.class);
            var slug = row.get("slug", String.class);
            return new Topic(name, path(slug == null ? addressed(row.get("tag", UUID.class), name) : slug));
        }));
    }

    private String addressed(UUID tag, String name) {
        return (String) database.createNativeQuery("select site.address_tag(:tag, :stem)").setParameter("tag", tag)
                .setParameter("stem", Slug.of(name)).getSingleResult();
    }

    static String path(String slug) {
        return "/tag/" + slug + "/";
    }

    /** @param label as it is written where it was met first */
    private Topic author(String label) {
        var name = name(label);
        return known.get("AUTHOR " + name, none -> QuarkusTransaction.joiningExisting().call(() -> {
            var stem = Slug.of(name);
            for (int n = 1;; n++) {
                var topic = find(name);
                if (topic != null) {
                    return topic;
                }
                database.createNativeQuery("insert into site.topic (kind, slug, name, label) "
                        + "values ('AUTHOR', :slug, :name, :label) on conflict do nothing")
                        .setParameter("slug", n == 1 ? stem : stem + "-" + n)
                        .setParameter("name", name).setParameter("label", label.strip()).executeUpdate();
            }
        }));
    }

    private @Nullable Topic find(String name) {
        var found = database
                .createNativeQuery("select label, slug from site.topic where kind = 'AUTHOR' and name = :name",
                        Tuple.class)
                .setParameter("name", name).getResultList();
        if (found.isEmpty()) {
            return null;
        }
        var row = (Tuple) found.get(0);
        return new Topic(row.get(0, String.class), "/author/" + row.get(1, String.class) + "/");
    }

    /** A tag that is called otherwise now, or stands for another as well. */
    record Change(long number, String tag) {}

    /** What the newsroom changed of tags after a position, in order. */
    @Transactional
    List<Change> changes(long after, int most) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                "select number, cast(tag as text) from site.tag_change where number > :after and number <= :upTo order by number",
                Tuple.class).setParameter("after", after).setParameter("upTo", after + most).getResultList();
        return rows.stream().map(row -> new Change(row.get(0, Number.class).longValue(), row.get(1, String.class)))
                .toList();
    }

    /** An address that a list has left. @param seats how many the list has, taken or not */
    record Left(String path, String now, int seats) {}

    /** All addresses that tags and sections have left. */
    @Transactional
    List<Left> left() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database
                .createNativeQuery("select path, now, seats from site.list_moved order by path", Tuple.class)
                .getResultList();
        return rows.stream().map(row -> new Left(row.get(0, String.class), row.get(1, String.class),
                row.get(2, Number.class).intValue())).toList();
    }
}
