package kz.qalam.api.language;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.style.LexiconVersion;

@Schema(name = "LexiconVersion", description = "The exception lexicon at one time, whole.")
record LexiconVersionView(@Schema(description = "0 before the first.") int number, List<LexiconEntry> entries,
        @Schema(description = "The name of who saved it.") String by, Instant at,
        @Schema(description = "Null while it is a draft.") @Nullable ApprovalView approval,
        @Schema(description = "Null unless it was sent back.") @Nullable ReturnView returned) {

    @Schema(name = "LexiconApproval")
    record ApprovalView(@Schema(description = "The name of who approved it.") String by, Instant at) {}

    @Schema(name = "LexiconReturn")
    record ReturnView(@Schema(description = "The name of who sent it back.") String by, Instant at, String remark) {}

    static LexiconVersionView of(LexiconVersion version) {
        LexiconVersion.Approval approval = version.approval();
        LexiconVersion.Return returned = version.returned();
        return new LexiconVersionView(version.number(), version.entries().stream().map(LexiconEntry::of).toList(),
                version.by(), version.at(),
                approval == null ? null : new ApprovalView(approval.by(), approval.at()),
                returned == null ? null : new ReturnView(returned.by(), returned.at(), returned.remark()));
    }
}
