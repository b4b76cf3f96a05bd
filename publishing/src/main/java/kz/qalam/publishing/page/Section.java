package kz.qalam.publishing.page;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A section of the paper, with its name in each language.
 *
 * @param closed whether it is no more on the way through the paper: what it has stays readable at its address
 * @param others the slugs by which texts mean it as well: those of sections merged into it, and its own before
 */
public record Section(String slug, String nameKk, String nameRu, String nameEn, boolean closed, List<String> others) {

    public Section {
        others = List.copyOf(others);
    }

    public String path() {
        return "/" + slug + "/";
    }

    /** Whether a text that says this slug means it. */
    private boolean means(@Nullable String said) {
        return said != null && (slug.equals(said) || others.contains(said));
    }

    /** The section that a text means by this slug, or null where there is none. */
    public static @Nullable Section meant(List<Section> sections, @Nullable String said) {
        return sections.stream().filter(section -> section.means(said)).findFirst().orElse(null);
    }

    String name(Locale language) {
        return switch (language.getLanguage()) {
            case "ru" -> nameRu;
            case "en" -> nameEn;
            default -> nameKk;
        };
    }
}
