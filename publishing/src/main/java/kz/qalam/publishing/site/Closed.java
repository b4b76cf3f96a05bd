package kz.qalam.publishing.site;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import kz.qalam.publishing.target.Layout;

/** What a held house says wherever nothing stands: plain, in three languages, as it knows neither reader nor story. */
final class Closed {

    private Closed() {
    }

    static Answers.Answer answer() {
        return new Answers.Answer(503, Layout.PAGE, PAGE, null);
    }

    private static final Issue PAGE = new Issue(Buffer.buffer(page()), null, null, "closed", Issue.Stamp.NONE, 0);

    private static String page() {
        var said = Stream.of("kk", "ru", "en").map(Closed::said).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body><main>
                %s</main></body></html>
                """
                .formatted(words("kk").getString("title"), said);
    }

    private static String said(String language) {
        var words = words(language);
        return "<section lang=\"%s\"><h1>%s</h1><p>%s</p></section>%n".formatted(language, words.getString("title"),
                words.getString("text"));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle("closed.words", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
