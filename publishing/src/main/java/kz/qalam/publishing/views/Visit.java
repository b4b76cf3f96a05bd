package kz.qalam.publishing.views;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A page that was handed out, as far as counting needs to know.
 *
 * @param address whose request it was, as the network says
 * @param agent what the reader's program calls itself
 * @param purpose why the program asks, where it says so: {@code prefetch}
 * @param destination what the program wants it for, where it says so: {@code document}
 */
public record Visit(String path, String address, @Nullable String agent, @Nullable String purpose,
        @Nullable String destination) {

    /** The address of a story in any script. */
    private static final Pattern STORY = Pattern.compile("(/latn|/arab)?(/\\d{4}/\\d\\d/\\d\\d/[a-z0-9-]{1,100}/)");
    /**
     * Programs that say that they are no person, and tools that fetch. By whole words where a part of one is in names of
     * readers' telephones (CUBOT) and of programs that show pages within themselves (Telegram).
     */
    private static final Pattern ROBOT = Pattern.compile(
            "(?<!cu)bot(?![a-z])|\\bbots\\b|robots|spider|crawl|slurp|fetch|preview|scan(ner)?\\b|monitor(ing)?\\b|check(er)?\\b|"
                    + "validat|archiv|headless|lighthouse|pingdom|python|curl|wget|libwww|\\bjava/|java-http|okhttp|go-http|axios|"
                    + "\\bnode\\b|\\bruby\\b|\\bperl|php|scrapy|httpclient|postman|facebookexternalhit|\\bwhatsapp/|"
                    + "feed(ly|bin|burner|er|parser|demon| ?reader)|rss/|\\brss\\b|\\bwrk\\b|"
                    // Services that name themselves otherwise
                    + "\\byandex(images|video|media|metrika|webmaster|favicons|direct|sitelinks|turbo|userproxy|ontodb)|"
                    + "\\bgoogle-(?!pixel|nexus)[a-z]|\\bgoogleother|\\b(mediapartners|apis)-google|"
                    + "\\b(claude|chatgpt|perplexity|mistralai)-user|meta-external|\\bvkshare\\b");
    private static final int LONGEST_AGENT = 1000;

    /** The story's own path, in whichever script it was read; null for what is no story. */
    @Nullable
    String story() {
        var story = STORY.matcher(path);
        return story.matches() ? story.group(2) : null;
    }

    /** Whether a program says that it is no person. */
    static boolean isRobot(String agent) {
        return agent.length() > LONGEST_AGENT || ROBOT.matcher(agent.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the page is to be shown: not only fetched because a person might want it next. */
    boolean isToBeRead() {
        return (purpose == null || !purpose.toLowerCase(Locale.ROOT).contains("prefetch"))
                && (destination == null || destination.equals("document"));
    }
}
