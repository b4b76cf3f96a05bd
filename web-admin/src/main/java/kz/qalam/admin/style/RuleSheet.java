package kz.qalam.admin.style;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.style.HouseRule;

/**
 * A rule as its page shows it, or a new one.
 *
 * @param rule absent for a new one
 * @param word as typed
 * @param isKept whether whoever looks may write it
 * @param isOwn whether they wrote its newest version, and may not put it in force
 */
record RuleSheet(@Nullable HouseRule rule, List<HouseRule.Version> versions, String word, String instead, String reason,
        boolean isKept, boolean isOwn, List<String> problems) {

    static RuleSheet of(HouseRule rule, List<HouseRule.Version> versions, boolean isKept, boolean isOwn) {
        return new RuleSheet(rule, versions, rule.word(), rule.newest().instead(), rule.newest().reason(), isKept,
                isOwn, List.of());
    }

    RuleSheet wrong(String typedInstead, String typedReason, List<String> said) {
        return new RuleSheet(rule, versions, word, typedInstead, typedReason, isKept, isOwn, said);
    }

    public String address() {
        return Addresses.rule(word);
    }

    public boolean mayEnforce() {
        return isKept && !isOwn && rule != null && rule.isWaiting();
    }
}
