package kz.qalam.publishing.relay;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;
import kz.qalam.core.language.Slug;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Topic;

/** The addresses of tags and authors. One is allotted when it is first printed, and kept for ever. */
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

    /** @param label as it is written where it was met first */
    Topic of(Listing.Kind kind, String label) {
        var name = name(label);
        return known.get(kind + " " + name, none -> QuarkusTransaction.joiningExisting().call(() -> {
            var stem = Slug.of(name);
            for (int n = 1;; n++) {
                var topic = find(kind, name);
                if (topic != null) {
                    return topic;
                }
                database.createNativeQuery("insert into site.topic (kind, slug, name, label) "
                        + "values (:kind, :slug, :name, :label) on conflict do nothing")
                        .setParameter("kind", kind.name()).setParameter("slug", n == 1 ? stem : stem + "-" + n)
                        .setParameter("name", name).setParameter("label", label.strip()).executeUpdate();
            }
        }));
    }

    private @Nullable Topic find(Listing.Kind kind, String name) {
        var found = database
                .createNativeQuery("select label, slug from site.topic where kind = :kind and name = :name",
                        Tuple.class)
                .setParameter("kind", kind.name()).setParameter("name", name).getResultList();
        if (found.isEmpty()) {
            return null;
        }
        var row = (Tuple) found.get(0);
        return new Topic(row.get(0, String.class),
                (kind == Listing.Kind.TAG ? "/tag/" : "/author/") + row.get(1, String.class) + "/");
    }
}
