package kz.qalam.api.staff;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StaffMember", description = "A person with all the roles that they hold.")
record StaffMemberView(UUID id, String username, String name,
        @Schema(description = "Shut out for the time being; their roles count for nothing.") boolean suspended,
        List<MembershipView> memberships) {}
