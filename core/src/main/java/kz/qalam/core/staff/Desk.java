package kz.qalam.core.staff;

import java.util.List;
import java.util.UUID;

/**
 * A part of the newsroom with rules of its own.
 *
 * @param publishes whether an approved revision goes out by itself or waits for a publisher
 * @param required the fields that a story must have to be submitted; a headline always
 */
public record Desk(UUID id, String slug, String name, PublishingRule publishes, List<String> required) {

    public enum PublishingRule {
        ON_APPROVAL, BY_PUBLISHER
    }
}
