package kz.qalam.core.article;

import java.util.Locale;

/** A part of the public site («айдар»); the slug is its address and its name in a copy. */
public record Section(String slug, String kazakh, String russian, String english) {

    /** Its name in the reader's language, Kazakh unless Russian or English is asked for. */
    public String name(Locale locale) {
        if (locale.getLanguage().equals("ru")) {
            return russian;
        }
        return locale.getLanguage().equals("en") ? english : kazakh;
    }
}
