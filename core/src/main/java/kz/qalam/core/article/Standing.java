package kz.qalam.core.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a story stands before the public.
 *
 * @param live what readers have now; absent before the first release and after a withdrawal
 * @param released whether it was ever live
 * @param planned editions whose time has not come, held ones included, the next first
 * @param end until when it is before the public; absent when nobody has said
 */
public record Standing(@Nullable Live live, boolean released, List<Planned> planned, @Nullable End end) {

    public Standing(@Nullable Live live, boolean released, List<Planned> planned) {
        this(live, released, planned, null);
    }

    /** Not released and not planned. */
    public static final Standing NONE = new Standing(null, false, List.of());

    /** @param path the address on the public site, with slashes at both ends */
    public record Live(int revision, long release, String path, Instant since) {}

    /** @param notice what readers find afterwards; absent: nothing but that it was withdrawn */
    public record End(Instant at, @Nullable String notice) {

        /** Another for every other end, and for none. */
        public static String sign(@Nullable End end) {
            return end == null ? "-" : end.at() + " " + Objects.hashCode(end.notice());
        }
    }

    /** @param held why it waits although its time may have come; absent when nothing holds it */
    public record Planned(UUID edition, int number, int revision, String kind, Instant from, @Nullable String held) {}
}
