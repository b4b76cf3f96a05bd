package kz.qalam.core.media;

import java.util.UUID;

/** What became of a file. @param known whether the newsroom had these very bytes already */
public record Taken(UUID picture, int version, boolean known) {}
