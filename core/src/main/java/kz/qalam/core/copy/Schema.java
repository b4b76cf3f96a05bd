package kz.qalam.core.copy;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The nodes and marks that a body is made of, each with its reader, and what may stand where. */
final class Schema {

    static final Map<String, Function<Node, Block>> BLOCKS = Map.ofEntries(entry("paragraph", Paragraph::read),
            entry("heading", Heading::read), entry("speech", Speech::read), entry("quote", Quote::read),
            entry("bullet_list", ListBlock::readBullets), entry("ordered_list", ListBlock::readOrdered),
            entry("image", ImageBlock::read), entry("gallery", Gallery::read), entry("embed", Embed::read),
            entry("table", Table::read), entry("factbox", Factbox::read), entry("related", Related::read),
            entry("rule", Rule::read));

    static final Map<String, Function<Node, Block>> IN_FACTBOX = without(BLOCKS, "factbox");

    static final Map<String, Function<Node, Block>> IN_LISTS = Map.of("paragraph", Paragraph::read, "bullet_list",
            ListBlock::readBullets, "ordered_list", ListBlock::readOrdered);

    static final Map<String, Function<Node, Inline>> INLINE = Map.of("text", Text::read, "hard_break", Break::read);

    static final Map<String, Function<Fields, Mark>> MARKS = Map.of("link", Link::read, "lang", Lang::read, "strong",
            fields -> Style.STRONG, "em", fields -> Style.EM, "sub", fields -> Style.SUB, "sup", fields -> Style.SUP);

    static final Pattern SECTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    static final Pattern SLUG = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    /** What no address holds as it is: spaces and invisible characters, and what could end it where it is printed. */
    private static final String NEVER = "\\s\\p{Z}\\p{C}\\\\<>\"`";

    /** A web address with a host and without a user name before it, which serves to disguise where a link leads. */
    static final Pattern WEB = Pattern.compile("(?i:https?)://[^/?#@" + NEVER + "]+([/?#][^" + NEVER + "]*)?");

    /** Where a link may lead: the web, mail, a telephone, or a path of the site itself; never another scheme. */
    static final Pattern LINK = Pattern.compile(WEB.pattern() + "|(?i:mailto):[^/" + NEVER
            + "]+|(?i:tel):\\+?[0-9().;=-]+|/([^/" + NEVER + "][^" + NEVER + "]*)?");

    /** The shape of a BCP 47 language tag. */
    static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private Schema() {
    }

    static boolean isKnown(String type) {
        return BLOCKS.containsKey(type) || INLINE.containsKey(type) || type.equals("doc") || type.equals("list_item")
                || type.startsWith("table_");
    }

    /** A closed set of values by their written form, in their own order. */
    static <T> Map<String, T> choices(T[] values, Function<T, String> written) {
        Map<String, T> choices = new LinkedHashMap<>();
        for (T value : values) {
            choices.put(written.apply(value), value);
        }
        return Collections.unmodifiableMap(choices);
    }

    private static <T> Map<String, T> without(Map<String, T> all, String name) {
        Map<String, T> rest = new HashMap<>(all);
        rest.remove(name);
        return Map.copyOf(rest);
    }
}
