package kz.qalam.admin.ui;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

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

    /** Their names by slug, in the site's order. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Section section : sections.all()) {
            names.put(section.slug(), section.name(visitor.tongue().locale()));
        }
        return names;
    }

    /** What a section is called; its slug where there is none by that name any more. */
    public String name(String slug) {
        return names().getOrDefault(slug, slug);
    }
}
