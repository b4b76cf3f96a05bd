package kz.qalam.core.article;

import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.Invalid;

/**
 * Where a page of found stories ended. Found stories are put in order a stretch of time at a time, so that a common word
 * costs no more than a rare one: first the newest ones by how near they are, then the next newest.
 *
 * @param tier how near the last one was to what is looked for
 * @param last the last one; absent before a stretch
 * @param from where the stretch begins, itself left out; absent: at the beginning
 * @param to the last one of the stretch by time; absent: as far as there are any
 */
record Rank(int tier, @Nullable Cursor last, @Nullable Cursor from, @Nullable Cursor to) {

    static final Rank FIRST = new Rank(0, null, null, null);

    /** A story that was found. */
    record Near(UUID id, Cursor at, int tier) {}

    /** Nearest first, then by time. */
    static Comparator<Near> order(boolean newest) {
        Comparator<Near> time = time(newest);
        return Comparator.comparingInt(Near::tier).reversed().thenComparing(time);
    }

    static Comparator<Near> time(boolean newest) {
        Comparator<Near> time = Comparator.<Near, java.time.Instant>comparing(near -> near.at().at())
                // as PostgreSQL orders them
                .thenComparing(near -> near.id().toString());
        return newest ? time.reversed() : time;
    }

    @Override
    public String toString() {
        return tier + "~" + text(last) + "~" + text(from) + "~" + text(to);
    }

    private static String text(@Nullable Cursor cursor) {
        return cursor == null ? "" : cursor.toString();
    }

    /** @throws Invalid when it is not one that we gave */
    static Rank read(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 4 || !parts[0].matches("[0-3]")) {
            throw Invalid.of("cursor", "bad-cursor");
        }
        return new Rank(parts[0].charAt(0) - '0', cursor(parts[1]), cursor(parts[2]), cursor(parts[3]));
    }

    private static @Nullable Cursor cursor(String text) {
        return text.isEmpty() ? null : Cursor.read(text);
    }
}
