package kz.qalam.admin.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Tongue;

/**
 * A page instead of the page asked for.
 *
 * @param type a refusal's stable name; empty for what is none
 * @param detail what happened; absent when the title says it all
 * @param way how to go on
 * @param typed what stood in the form, so that it is not lost with the answer
 * @param reference under which the log holds what went wrong; only for what is our fault
 */
record Mishap(Tongue tongue, int status, String type, String title, @Nullable String detail, @Nullable String way,
        @Nullable String reference, List<String> typed) {}
