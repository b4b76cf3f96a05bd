package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

/** A revision in a history: all of it but the text. */
public record RevisionLine(int number, UUID author, Revision.Origin origin, int[] drawnFrom, Instant writtenAt,
        byte[] digest, UUID[] writers) {}
