package kz.qalam.core.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import kz.qalam.core.language.proofing.Finding;

/**
 * A part of the newsroom with rules of its own.
 *
 * @param slug its name in addresses: at most 40 lower-case Latin letters, digits and hyphens, a letter first
 * @param name at most 100 characters
 * @param publishes whether an approved revision goes out by itself or waits for a publisher
 * @param required what a story must have to be submitted, of {@link #REQUIRABLE}; a headline always
 * @param advised what it should have, of the same; the writer is told, and may submit all the same
 * @param settled the kinds of the proofreader's findings of which none may be left in a text that is submitted, of
 *        {@link #SETTLEABLE}
 * @param closed whether no story begins here any more
 */
public record Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required,
        List<String> advised, List<String> settled, boolean closed) {

    public Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required,
            List<String> advised, List<String> settled) {
        this(id, slug, name, publishes, required, advised, settled, false);
    }

    public Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required,
            List<String> advised) {
        this(id, slug, name, publishes, required, advised, List.of());
    }

    public Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required) {
        this(id, slug, name, publishes, required, List.of(), List.of());
    }

    /** What a desk may require or advise: fields, a description of each picture for who cannot see it, the marks for readers. */
    public static final List<String> REQUIRABLE = List.of("headline", "lead", "picture", "alt", "body", "bylines",
            "source",
            "section", "tags", "slug", "seo", "age", "advertising");

    /** Kinds of findings, as the proofreader names them. */
    public static final List<String> SETTLEABLE = Arrays.stream(Finding.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

    /** Those of them that are no field of a copy. */
    public static final Set<String> BESIDE_FIELDS = Set.of("alt");

    /** No newsroom has more desks. */
    public static final int MOST = 100;

    static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static final int NAME = 100;

    public enum PublishingRule {
        ON_APPROVAL,
        BY_PUBLISHER
    }
}
