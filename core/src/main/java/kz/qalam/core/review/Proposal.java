package kz.qalam.core.review;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;

/**
 * What a revision is submitted as, and so what is approved with it.
 *
 * @param kind absent: {@link Kind#FIRST} for a story that was never live, else {@link Kind#UPDATE}
 * @param notice what readers are told, at most {@value #NOTICE} characters: required for a correction, refused for a
 *        silent fix
 * @param from when it may go out, to the millisecond; absent or past: at once. At most two years ahead
 */
public record Proposal(@Nullable Kind kind, @Nullable String notice, @Nullable Instant from) {

    /** The longest note to readers, in characters. */
    public static final int NOTICE = 1000;

    private static final Duration FARTHEST = Duration.ofDays(731);

    /** At once, as whatever fits the story. */
    public static final Proposal PLAIN = new Proposal(null, null, null);

    /** Filled in and checked against how the story stands before the public. */
    Proposal settled(Standing standing, Instant now) {
        Kind fitting = kind != null ? kind : standing.released() ? Kind.UPDATE : Kind.FIRST;
        if (!standing.released() && fitting != Kind.FIRST) {
            throw Invalid.of("/kind", "not-live-yet");
        }
        if (standing.live() != null && fitting == Kind.FIRST) {
            throw Invalid.of("/kind", "live-already");
        }
        String told = PlainText.line("/notice", notice, NOTICE);
        if (fitting == Kind.CORRECTION && told == null) {
            throw Invalid.of("/notice", "notice-required");
        }
        if (fitting == Kind.SILENT_FIX && told != null) {
            throw Invalid.of("/notice", "notice-unwanted");
        }
        if (from != null && from.isAfter(now.plus(FARTHEST))) {
            throw Invalid.of("/from", "too-far");
        }
        return new Proposal(fitting, told,
                from == null || !from.isAfter(now) ? null : from.truncatedTo(ChronoUnit.MILLIS));
    }

    boolean isOf(Review round) {
        return kind == round.kind() && Objects.equals(notice, round.notice()) && Objects.equals(from, round.from());
    }
}
