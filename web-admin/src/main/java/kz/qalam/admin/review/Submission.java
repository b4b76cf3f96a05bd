package kz.qalam.admin.review;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Checklist;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twin;
import kz.qalam.core.copy.Counts;
import kz.qalam.core.review.Kind;

/**
 * The submission form.
 *
 * @param kind what is chosen
 * @param notice as typed
 * @param from as typed, in the newsroom's zone
 * @param twins what is nearly the same text and stands already
 */
record Submission(Story story, Kind kind, String notice, String from, List<Twin> twins, List<String> problems) {

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
