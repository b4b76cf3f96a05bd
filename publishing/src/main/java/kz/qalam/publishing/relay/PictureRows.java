package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.jpa.HibernateHints;

/** The pictures of what is live, as the database tells them to the site. */
@ApplicationScoped
class PictureRows {

    private static final String ROWS = """
            select r.article, r.picture, r.version, p.alt, p.credit, r.wide, r.width, r.height, r.format, r.digest
            from site.rendition r join (select distinct article, picture, version, alt, credit from site.picture) p
              on p.article = r.article and p.picture = r.picture and p.version = r.version""";

    private final EntityManager entities;

    PictureRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Of a story, as far as it is live; narrowest first. */
    List<PictureRow> of(UUID article) {
        return of(List.of(article));
    }

    /** Of these stories, story by story. */
    @Transactional
    List<PictureRow> of(Collection<UUID> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        Query query = entities
                .createNativeQuery(
                        """
                                select distinct r.article, r.picture, r.version, p.alt, p.credit, r.wide, r.width, r.height, r.format, r.digest
                                from site.rendition r join site.picture p
                                  on p.article = r.article and p.picture = r.picture and p.version = r.version
                                where r.article = any(:articles) and p.article = any(:articles)
                                order by r.article, r.picture, r.version, r.wide, r.width, r.format desc""",
                        Tuple.class)
                .setParameter("articles", articles.toArray(UUID[]::new));
        return ((List<?>) query.getResultList()).stream().map(row -> row((Tuple) row)).toList();
    }

    /** Of every live story, one by one. */
    @Transactional
    void each(Consumer<PictureRow> visit) {
        try (Stream<?> rows = entities.createNativeQuery(ROWS, Tuple.class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, 1000).getResultStream()) {
            rows.forEach(row -> visit.accept(row((Tuple) row)));
        }
    }

    /**
     * Which files readers had with a story that is live, and may keep: nothing of them was redacted.
     *
     * @param shown by digest in hex, the stories
     */
    @Transactional
    Set<String> mayStay(Map<String, Set<UUID>> shown) {
        var stories = new ArrayList<UUID>();
        var files = new ArrayList<byte[]>();
        shown.forEach((digest, articles) -> articles.forEach(article -> {
            stories.add(article);
            files.add(HexFormat.of().parseHex(digest));
        }));
        List<?> stay = entities.createNativeQuery("select distinct file from site.may_stay(:stories, :files)")
                .setParameter("stories", stories.toArray(UUID[]::new))
                .setParameter("files", files.toArray(byte[][]::new))
                .getResultList();
        return stay.stream().map(file -> HexFormat.of().formatHex((byte[]) file)).collect(Collectors.toSet());
    }

    private static PictureRow row(Tuple row) {
        return new PictureRow(row.get("article", UUID.class), row.get("picture", UUID.class),
                row.get("version", Integer.class), row.get("alt", String.class), row.get("credit", String.class),
                row.get("wide", Boolean.class), row.get("width", Integer.class), row.get("height", Integer.class),
                row.get("format", String.class).equals("WEBP"),
                HexFormat.of().formatHex(row.get("digest", byte[].class)));
    }
}
