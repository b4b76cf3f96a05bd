package kz.qalam.publishing.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a story's page shows besides the story.
 *
 * @param linked the live stories that its body names
 * @param before what came before it in its section
 * @param authors as its bylines name them, in their order
 * @param tags in the story's order
 * @param card the path of its picture for sharing, if it has one
 */
public record Around(Map<UUID, Summary> linked, List<Summary> before, List<Topic> authors, List<Topic> tags,
        @Nullable String card) {}
