package kz.qalam.publishing.relay;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import kz.qalam.publishing.page.Section;

/** The paper's sections, in the order of the paper. */
@ApplicationScoped
class Sections implements PanacheRepositoryBase<SectionRow, String> {

    @Transactional
    List<Section> inOrder() {
        return findAll(Sort.by("position").and("slug")).stream().map(SectionRow::section).toList();
    }
}
