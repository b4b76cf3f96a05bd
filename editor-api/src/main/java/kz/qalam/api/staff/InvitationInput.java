package kz.qalam.api.staff;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.staff.Role;

@Schema(name = "InvitationInput", requiredProperties = {"username", "name"})
record InvitationInput(@Schema(pattern = "[a-z0-9][a-z0-9._-]{1,63}") String username,
        @Schema(maxLength = 255, description = "As colleagues read it.") String name,
        @Schema(description = "Asked for at the first log-in when absent.") @Nullable String email,
        @Nullable List<Post> memberships) implements Input {

    @Schema(name = "MembershipInput", requiredProperties = "role")
    record Post(@Schema(description = "A desk's id or slug; left out for ADMIN.") @Nullable String desk, Role role)
            implements
                Input {}
}
