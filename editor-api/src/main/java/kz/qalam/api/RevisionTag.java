package kz.qalam.api;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.api.problem.Fault;
import kz.qalam.api.problem.RequestRefused;
import kz.qalam.core.refusal.MissingPrecondition;

/** A revision's number as a strong entity tag: {@code "7"}. */
public final class RevisionTag {

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private RevisionTag() {
    }

    public static String of(int revision) {
        return '"' + Integer.toString(revision) + '"';
    }

    /**
     * The revision that a writer started from.
     *
     * @param ifMatch the header as it came
     * @throws MissingPrecondition without it, and with {@code *}, which would overwrite anything
     * @throws RequestRefused when it is weak, several, or no tag of ours
     */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new MissingPrecondition();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new RequestRefused(Fault.BAD_PRECONDITION);
        }
        return Integer.parseInt(tag.group(1));
    }

    /** Whether a reader says that they have this revision already. */
    public static boolean isKnown(@Nullable String ifNoneMatch, int revision) {
        return ifNoneMatch != null && Arrays.stream(ifNoneMatch.split(","))
                .map(tag -> tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip())
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(revision)));
    }
}
