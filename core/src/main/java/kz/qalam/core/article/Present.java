package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone who has a story open.
 *
 * @param unsaved whether they have changes that are not saved; never what these are
 */
public record Present(UUID person, String name, boolean unsaved, Instant seenAt) {}
