package kz.qalam.admin.preview;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;

/** In which letters the site prints a story; what is Russian stands in Cyrillic alone. */
public enum Lettered {
    CYRILLIC("kk", "Қаз"),
    LATIN("kk-Latn", "Qaz"),
    ARABIC("kk-Arab", "قاز");

    private final String tag;
    private final String label;

    Lettered(String tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    public String tag() {
        return tag;
    }

    /** As on the site. */
    public String label() {
        return label;
    }

    static List<Lettered> of(Copy copy) {
        return copy.language() == Language.KK ? List.of(values()) : List.of(CYRILLIC);
    }

    /** @param name whatever stands in an address */
    public static Lettered named(@Nullable String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst().orElse(CYRILLIC);
    }
}
