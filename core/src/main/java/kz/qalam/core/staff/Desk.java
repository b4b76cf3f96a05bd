package kz.qalam.core.staff;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A part of the newsroom with rules of its own.
 *
 * @param slug its name in addresses: at most 40 lower-case Latin letters, digits and hyphens, a letter first
 * @param name at most 100 characters
 * @param publishes whether an approved revision goes out by itself or waits for a publisher
 * @param required the fields that a story must have to be submitted, of {@link #REQUIRABLE}; a headline always
 */
public record Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required) {

    /** The fields that a desk may require. */
    public static final List<String> REQUIRABLE = List.of("headline", "lead", "picture", "body", "bylines", "source",
            "section", "tags", "slug", "seo");

    /** No newsroom has more desks. */
    public static final int MOST = 100;

    static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static final int NAME = 100;

    public enum PublishingRule {
        ON_APPROVAL,
        BY_PUBLISHER
    }
}
