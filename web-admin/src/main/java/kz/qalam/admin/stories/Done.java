package kz.qalam.admin.stories;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Answers;
import kz.qalam.core.publication.Batch;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.Refusal;

/** What became of many stories, one by one. @param back the list that they were chosen from */
record Done(Batch.Step act, List<Line> outcomes, String back) {

    /** @param refusal why it was not done; absent when it was */
    record Line(UUID story, String headline, @Nullable String refusal) {}

    static Done of(Batch.Step act, List<Batch.Outcome> outcomes, String back, Locale locale) {
        return new Done(act, outcomes.stream()
                .map(one -> new Line(one.story(), one.headline(), told(one.refusal(), locale))).toList(), back);
    }

    private static @Nullable String told(@Nullable Refusal refusal, Locale locale) {
        return refusal == null
                ? null
                : refusal instanceof NotFound
                        ? refusal.title(locale)
                        : String.join(" ", Answers.problems(refusal, locale));
    }

    public int done() {
        return (int) outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
    }

    public int refused() {
        return outcomes.size() - done();
    }
}
