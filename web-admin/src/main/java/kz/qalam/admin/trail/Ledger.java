package kz.qalam.admin.trail;

import java.util.Arrays;
import java.util.List;

import kz.qalam.core.article.Journal;
import kz.qalam.core.audit.Act;

/** A part of the trail with what it was narrowed by. */
record Ledger(Asked asked, String query, Journal.Part part) {

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
