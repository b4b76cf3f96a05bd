package kz.qalam.admin.ui;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;

/** The site's sections, in the words of whoever looks. */
@Named("sections")
@RequestScoped
public class Sectioning {

    private final Sections sections;
    private final Visitor visitor;

    Sectioning(Sections sections, Visitor visitor) {
        this.sections = sections;
        this.visitor = visitor;
    }

    /** Their names by slug, in the site's order; a name by each slug that means it. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Section section : sections.all()) {
            String name = section.name(visitor.tongue().locale());
            names.put(section.slug(), name);
            section.others().forEach(other -> names.put(other, name));
        }
        return names;
    }

    /**
     * Those that can be chosen, by slug, in the site's order.
     *
     * @param said what is chosen already: it can go on being chosen, and by the same slug, so that what nobody touches stays
     *        as it was written
     */
    public Map<String, String> choices(@Nullable String said) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Section section : sections.all()) {
            boolean chosen = section.means(said);
            if (chosen || !section.closed()) {
                choices.put(chosen && said != null ? said : section.slug(), section.name(visitor.tongue().locale()));
            }
        }
        return choices;
    }

    /** What a section is called; its slug where there is none by that name any more. */
    public String name(String slug) {
        return names().getOrDefault(slug, slug);
    }
}
