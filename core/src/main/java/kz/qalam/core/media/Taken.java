package kz.qalam.core.media;

import java.util.UUID;

/** What became of a file. @param known whether these very bytes are a picture already that whoever brought them may see */
public record Taken(UUID picture, int version, boolean known) {}
