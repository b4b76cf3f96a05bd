package kz.qalam.admin.ui;

import io.quarkus.qute.TemplateExtension;
import kz.qalam.core.copy.Language;

/** What a difference tells by its code, as templates can name it to a person. */
final class Coded {

    private Coded() {
    }

    @TemplateExtension
    static Language language(String code) {
        return Language.of(code);
    }
}
