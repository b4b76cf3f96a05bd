package kz.qalam.api.staff;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;

@Schema(name = "DeskRules", description = "A desk with its rules.")
record DeskRules(UUID id, String slug, String name,
        @Schema(description = "Whether an approved revision goes out by itself or waits for a publisher.") PublishingRule publishes,
        @Schema(description = "What a story must have to be submitted; a headline always.") List<String> required,
        @Schema(description = "What it should have; it can be submitted all the same.") List<String> advised,
        @Schema(description = "The kinds of findings that must be settled before a text is submitted.") List<String> settled,
        @Schema(description = "Whether no story begins here any more.") boolean closed) {

    static DeskRules of(Desk desk) {
        return new DeskRules(desk.id(), desk.slug(), desk.name(), desk.publishes(), desk.required(), desk.advised(),
                desk.settled(), desk.closed());
    }
}
