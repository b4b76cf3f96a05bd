package kz.qalam.admin.trail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.qalam.core.article.Journal;

/**
 * A part of the trail with what it was narrowed by.
 *
 * @param desks their names
 * @param acts all that there are, by the alphabet of their names
 */
record Ledger(Wanted asked, String query, Journal.Part part, Map<UUID, String> desks, List<String> acts) {

    /** What an entry says of its act. */
    public List<Fact> facts(Journal.Line line) {
        return Fact.of(line.details(), desks);
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
