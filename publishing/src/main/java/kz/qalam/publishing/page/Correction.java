package kz.qalam.publishing.page;

import java.time.Instant;

/** A correction as the archive of corrections tells it. */
public record Correction(Summary story, String text, Instant at) {}
