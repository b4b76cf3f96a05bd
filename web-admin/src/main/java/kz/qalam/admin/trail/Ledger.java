package kz.qalam.admin.trail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.qalam.core.article.Journal;
import kz.qalam.core.audit.Act;

/** A part of the trail with what it was narrowed by. @param desks their names */
record Ledger(Asked asked, String query, Journal.Part part, Map<UUID, String> desks) {

    /** What an entry says of its act. */
    public List<Fact> facts(Journal.Line line) {
        return Fact.of(line.details(), desks);
    }

    public List<String> acts() {
        return Arrays.stream(Act.values()).map(Act::key).sorted().toList();
    }

    public boolean isNarrowed() {
        return !query.isEmpty();
    }

    public String more() {
        return "/trail?" + query + (query.isEmpty() ? "" : "&") + "cursor=" + part.next();
    }

    public String export() {
        return "/trail/export" + (query.isEmpty() ? "" : "?" + query);
    }
}
