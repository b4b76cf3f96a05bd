package kz.qalam.core.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * All releases are stopped.
 *
 * @param by the name of who stopped them
 */
public record Freeze(UUID id, String reason, String by, Instant since) {}
