package kz.qalam.api.staff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Role;

@Schema(name = "Membership", description = "A role held at a desk.")
record MembershipView(
        @Schema(description = "Null for ADMIN, which is held over the whole newsroom.") @Nullable DeskView desk,
        Role role) {}
