package kz.qalam.publishing.relay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

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

    protected SectionRow() {
    }
}
