package kz.qalam.publishing.page;

import java.util.Locale;

/** A section of the paper, with its name in each language. */
public record Section(String slug, String nameKk, String nameRu, String nameEn) {

    public String path() {
        return "/" + slug + "/";
    }

    String name(Locale language) {
        return switch (language.getLanguage()) {
            case "ru" -> nameRu;
            case "en" -> nameEn;
            default -> nameKk;
        };
    }
}
