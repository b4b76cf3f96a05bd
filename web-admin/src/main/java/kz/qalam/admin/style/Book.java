package kz.qalam.admin.style;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.style.HouseRule;
import kz.qalam.core.style.HouseRulePage;

/**
 * The book as its page shows it.
 *
 * @param state what is asked for; absent: all
 * @param words as typed
 * @param isKept whether whoever looks may write in it
 */
record Book(HouseRulePage page, HouseRule.@Nullable State state, @Nullable String words, boolean isKept) {

    public List<HouseRule.State> states() {
        return List.of(HouseRule.State.values());
    }

    public String typed() {
        return requireNonNullElse(words, "");
    }

    public boolean isNarrowed() {
        return state != null || !typed().isBlank();
    }

    public String more() {
        String next = page.next();
        return "/style-book?after=" + Addresses.encoded(requireNonNullElse(next, ""))
                + (state == null ? "" : "&state=" + state)
                + (typed().isBlank() ? "" : "&q=" + Addresses.encoded(typed()));
    }

    public String address(HouseRule rule) {
        return Addresses.rule(rule.word());
    }
}
