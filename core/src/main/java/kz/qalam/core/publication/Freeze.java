package kz.qalam.core.publication;

import java.time.Instant;

/**
 * All releases are stopped.
 *
 * @param by the name of who stopped them
 */
public record Freeze(String reason, String by, Instant since) {}
