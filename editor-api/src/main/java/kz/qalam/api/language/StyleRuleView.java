package kz.qalam.api.language;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.style.HouseRule;

@Schema(name = "StyleRule", description = "A rule of the house-style book.")
record StyleRuleView(@Schema(description = "As a dictionary has it; every form of it is meant.") String word,
        @Schema(description = "DRAFT, LIVE or RETIRED.") String state,
        @Schema(description = "The newest version.") VersionView newest,
        @Schema(description = "What is in force; null unless something is.") @Nullable LiveView live,
        @Schema(description = "How often writers met it in the last 30 days.") long met,
        @Schema(description = "All versions, newest first, at most 100; null in lists.") @Nullable List<VersionView> versions) {

    @Schema(name = "StyleRuleVersion")
    record VersionView(int number,
            @Schema(description = "What is to be written; empty if the word is only marked.") String instead,
            String reason, @Schema(description = "The name of who wrote it.") String by, Instant at) {

        static VersionView of(HouseRule.Version version) {
            return new VersionView(version.number(), version.instead(), version.reason(), version.by(), version.at());
        }
    }

    @Schema(name = "StyleRuleInForce")
    record LiveView(VersionView version, @Schema(description = "The name of who put it in force.") String by,
            Instant since) {}

    static StyleRuleView of(HouseRule rule) {
        return of(rule, null);
    }

    static StyleRuleView of(HouseRule rule, @Nullable List<HouseRule.Version> versions) {
        HouseRule.Live live = rule.live();
        return new StyleRuleView(rule.word(), rule.state().name(), VersionView.of(rule.newest()),
                live == null ? null : new LiveView(VersionView.of(live.version()), live.by(), live.since()),
                rule.met(), versions == null ? null : versions.stream().map(VersionView::of).toList());
    }
}
