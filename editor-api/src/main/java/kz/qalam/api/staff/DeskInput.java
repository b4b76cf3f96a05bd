package kz.qalam.api.staff;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.staff.Desk.PublishingRule;

@Schema(name = "DeskInput", requiredProperties = {"slug", "name"})
record DeskInput(@Schema(pattern = "[a-z][a-z0-9-]{0,39}") String slug, @Schema(maxLength = 100) String name,
        @Schema(description = "ON_APPROVAL when nothing is said.") @Nullable PublishingRule publishes,
        @Schema(description = "What a story must have to be submitted: headline, lead, picture, alt (a description of each picture), body, bylines, source, section, tags, slug, seo, age, advertising. A headline always.") @Nullable List<String> required,
        @Schema(description = "What it should have, of the same.") @Nullable List<String> advised,
        @Schema(description = "The kinds of findings of which none may be left in a text that is submitted: spelling, scripts, keyboard, typography, doubled, harmony, language, style. None when nothing is said.") @Nullable List<String> settled)
        implements
            Input {}
