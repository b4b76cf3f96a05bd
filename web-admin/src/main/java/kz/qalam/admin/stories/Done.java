package kz.qalam.admin.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Answers;
import kz.qalam.core.copy.Language;
import kz.qalam.core.publication.Batch;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.Refusal;

/** What became of many stories, one by one. @param back the list that they were chosen from */
record Done(Batch.Step act, List<Line> outcomes, String back) {

    /**
     * One story.
     *
     * @param refusal why it was not done; absent when it was
     * @param isUnknown whether everything broke off at it: it may be done or not
     * @param isUntried whether everything broke off before it
     */
    record Line(UUID story, String headline, Language language, @Nullable String refusal, boolean isUnknown,
            boolean isUntried) {

        boolean isDone() {
            return refusal == null && !isUnknown && !isUntried;
        }
    }

    static Done of(Batch.Step act, List<Batch.Outcome> outcomes, String back, Locale locale) {
        List<Line> lines = new ArrayList<>();
        boolean broken = false;
        for (Batch.Outcome one : outcomes) {
            lines.add(new Line(one.story(), one.headline(), one.language(),
                    one.why() instanceof Refusal refusal ? told(refusal, locale) : null,
                    one.isBrokenOff() && !broken, broken));
            broken |= one.isBrokenOff();
        }
        return new Done(act, lines, back);
    }

    private static String told(Refusal refusal, Locale locale) {
        return refusal instanceof NotFound
                ? refusal.title(locale)
                : String.join(" ", Answers.problems(refusal, locale));
    }

    public int done() {
        return (int) outcomes.stream().filter(Line::isDone).count();
    }

    public int refused() {
        return outcomes.size() - done();
    }
}
