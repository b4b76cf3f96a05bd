package kz.qalam.core.article;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;

/** The sections of the public site. */
@ApplicationScoped
public class Sections {

    private final EntityManager entities;

    Sections(EntityManager entities) {
        this.entities = entities;
    }

    /** All of them, in the order of the site's masthead. */
    @Transactional
    public List<Section> all() {
        List<?> rows = entities.createNativeQuery(
                "select slug, name_kk, name_ru, name_en from section order by position, slug", Tuple.class)
                .getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Section(row.get("slug", String.class), row.get("name_kk", String.class),
                        row.get("name_ru", String.class), row.get("name_en", String.class)))
                .toList();
    }

    /** @throws Invalid when the copy names a section that there is not */
    void check(Copy copy) {
        String named = copy.section();
        if (named != null && all().stream().noneMatch(section -> section.slug().equals(named))) {
            throw Invalid.of("/section", "unknown-section");
        }
    }
}
