package kz.qalam.api;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
public record Listed<T>(List<T> items,
        @Schema(description = "Where the next part begins: send it as `cursor`. Null at the end of the list.") @Nullable String next) {

    /** A list that comes in one piece. */
    public static <S, T> Listed<T> all(List<S> lines, Function<S, T> view) {
        return part(lines, view, null);
    }

    /** @param next where the next part begins; absent at the end */
    public static <S, T> Listed<T> part(List<S> lines, Function<S, T> view, @Nullable Object next) {
        return new Listed<>(lines.stream().map(view).toList(), next == null ? null : next.toString());
    }
}
