package kz.qalam.admin.writing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Present;

/**
 * Who else has the story open, and whether the text has moved on.
 *
 * @param newer the number of a revision that the writer has not seen; absent when there is none
 * @param by who saved it
 * @param base the revision that the writer has before them
 */
record Company(UUID story, List<Present> others, @Nullable Integer newer, String by, int base) {}
