package kz.qalam.core.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A part of the public site («айдар»); the slug is its address and its name in a copy.
 *
 * @param closed whether it takes no more stories
 * @param others the slugs by which copies mean it as well: those of sections merged into it, and its own addresses before
 */
public record Section(String slug, String kazakh, String russian, String english, boolean closed,
        List<String> others) {

    public Section {
        others = List.copyOf(others);
    }

    /** One that takes stories and never was anything else. */
    public Section(String slug, String kazakh, String russian, String english) {
        this(slug, kazakh, russian, english, false, List.of());
    }

    /** Its name in the reader's language, Kazakh unless Russian or English is asked for. */
    public String name(Locale locale) {
        if (locale.getLanguage().equals("ru")) {
            return russian;
        }
        return locale.getLanguage().equals("en") ? english : kazakh;
    }

    /** Whether a copy that says this slug means it. */
    public boolean means(@Nullable String said) {
        return said != null && (slug.equals(said) || others.contains(said));
    }

    /** All slugs by which copies mean it. */
    Set<String> said() {
        Set<String> said = new HashSet<>(others);
        said.add(slug);
        return said;
    }
}
