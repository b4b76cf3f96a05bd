package kz.qalam.core.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of the trail.
 *
 * @param seq its place in its chain, from 1
 * @param username who did it; absent where the newsroom did it by itself
 * @param act an {@link Act#key()}
 * @param details numbers, names of roles and digests; never a story's text
 */
public record Entry(int seq, Instant at, @Nullable String username, @Nullable String name, String act,
        JsonNode details) {}
