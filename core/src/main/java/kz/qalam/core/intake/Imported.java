package kz.qalam.core.intake;

import java.util.UUID;

/** Where a document went. @param known whether it was here already, and nothing was written */
public record Imported(UUID article, boolean known) {}
