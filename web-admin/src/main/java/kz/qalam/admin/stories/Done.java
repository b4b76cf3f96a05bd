package kz.qalam.admin.stories;

import java.util.List;

/** What became of many stories, one by one. @param back the list that they were chosen from */
record Done(Bulk.Act act, List<Bulk.Outcome> outcomes, String back) {

    public int done() {
        return (int) outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
    }

    public int refused() {
        return outcomes.size() - done();
    }
}
