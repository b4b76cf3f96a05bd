package kz.qalam.publishing.relay;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
    @Transactional
    List<PictureRow> of(UUID article) {
        Query query = entities
                .createNativeQuery(
                        """
                                select distinct r.article, r.picture, r.version, p.alt, p.credit, r.wide, r.width, r.height, r.format, r.digest
                                from site.rendition r join site.picture p
                                  on p.article = r.article and p.picture = r.picture and p.version = r.version
                                where r.article = :article and p.article = :article
                                order by r.article, r.picture, r.version, r.wide, r.width, r.format desc""",
                        Tuple.class)
                .setParameter("article", article);
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

    private static PictureRow row(Tuple row) {
        return new PictureRow(row.get("article", UUID.class), row.get("picture", UUID.class),
                row.get("version", Integer.class), row.get("alt", String.class), row.get("credit", String.class),
                row.get("wide", Boolean.class), row.get("width", Integer.class), row.get("height", Integer.class),
                row.get("format", String.class).equals("WEBP"),
                HexFormat.of().formatHex(row.get("digest", byte[].class)));
    }
}
