package kz.qalam.core.article;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a story stands for one person now, without its text.
 *
 * @param revision the number of the current one
 * @param approvedRevision the last one approved; absent before the first approval
 * @param moves what this person may do with it now
 */
public record Stood(UUID id, Stage stage, int revision, @Nullable Integer approvedRevision, Standing standing,
        List<Move> moves) {}
