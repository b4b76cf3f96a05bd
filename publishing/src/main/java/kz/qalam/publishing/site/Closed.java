package kz.qalam.publishing.site;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import kz.qalam.publishing.target.Layout;

/** What a held house says wherever nothing stands: plain, in three languages, as it knows neither reader nor story. */
final class Closed {

    /** Its few rules stand in the page itself: there may be no sheet beside it. */
    static final CharSequence POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

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
                <meta name="color-scheme" content="light dark"><title>%s</title>
                <style>body { max-width: 36rem; margin: 12vh auto; padding: 0 1rem; font: 1.0625rem/1.5 Georgia, serif } \
                h1 { margin: 2.5rem 0 .5rem; font-size: 1.5rem; line-height: 1.25 } p { margin: 0 }</style></head>
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
