package kz.qalam.publishing.relay;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import kz.qalam.publishing.page.Section;

/** A section as the newsroom keeps it. */
@Entity
@Immutable
@Table(schema = "site", name = "section")
@SuppressWarnings({"NullAway.Init", "unused"})
class SectionRow {
    @Id
    private String slug;
    @Column(name = "name_kk")
    private String nameKk;
    @Column(name = "name_ru")
    private String nameRu;
    @Column(name = "name_en")
    private String nameEn;
    private int position;
    private boolean closed;
    private String[] others;

    protected SectionRow() {
    }

    Section section() {
        return new Section(slug, nameKk, nameRu, nameEn, closed, List.of(others));
    }
}
