package kz.qalam.admin.review;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Checklist;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twin;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Counts;
import kz.qalam.core.copy.Excerpt;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.review.Kind;

/**
 * The submission form.
 *
 * @param kind what is chosen
 * @param notice as typed
 * @param from as typed, in the newsroom's zone
 * @param twins what is nearly the same text and stands already
 * @param unsettled findings that the desk wants settled before, the first of them
 * @param standing what was let stand
 */
record Submission(Story story, Kind kind, String notice, String from, List<Twin> twins, List<String> problems,
        List<Open> unsettled, int unsettledInAll, LeftStanding standing) {

    /** So many findings are shown. */
    private static final int SHOWN = 50;

    /**
     * A finding that the desk wants settled.
     *
     * @param at where the writing page goes to it
     * @param pointer where it stands in the copy, from {@code start} to {@code end}
     */
    record Open(String kind, String before, String found, String after, String text, String at, String pointer,
            int start, int end) {}

    static Submission of(Story story, Kind kind, String notice, String from, List<Twin> twins,
            List<String> problems, List<Marked> unsettled, LeftStanding standing, Locale locale) {
        Copy copy = story.revision().copy();
        Map<String, Passage> passages = unsettled.isEmpty() ? Map.of() : Marked.passages(copy);
        Map<String, Integer> seen = new HashMap<>();
        List<Open> shown = unsettled.stream().limit(SHOWN).map(each -> {
            Finding finding = each.finding();
            String line = requireNonNull(passages.get(each.pointer())).text();
            String found = line.substring(finding.start(), finding.end());
            String named = finding.kind().name().toLowerCase(Locale.ROOT);
            int which = seen.merge(each.pointer() + " " + named + " " + found, 1, Integer::sum);
            Excerpt place = Excerpt.of(line, finding.start(), finding.end());
            return new Open(named, place.before(), found, place.after(),
                    finding.text(locale), "#finding=" + Stream.of(each.pointer(), named, found, which)
                            .map(part -> encoded(part.toString())).collect(joining("&")),
                    each.pointer(), finding.start(), finding.end());
        }).toList();
        return new Submission(story, kind, notice, from, twins, problems, shown, unsettled.size(), standing);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the desk lets the text be submitted as it is. */
    public boolean isReady() {
        return missing().isEmpty() && unsettled.isEmpty();
    }

    /** Whether whoever looks may let a finding stand. */
    public boolean mayLetStand() {
        return story.may(Move.EDIT);
    }

    /** What the story can be published as, as it stands before the public. */
    public List<Kind> kinds() {
        boolean live = story.standing().live() != null;
        return Stream.of(Kind.values())
                .filter(each -> live ? each != Kind.FIRST : each == Kind.FIRST || story.standing().released())
                .toList();
    }

    /** What the desk requires and the copy lacks. */
    public List<String> missing() {
        return checklist().missing();
    }

    public Checklist checklist() {
        return story.checklist();
    }

    public Counts counts() {
        return story.revision().copy().counts();
    }

    @Nullable
    public Integer liveRevision() {
        return story.standing().live() == null ? null : story.standing().live().revision();
    }
}
