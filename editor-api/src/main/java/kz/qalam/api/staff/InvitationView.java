package kz.qalam.api.staff;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.core.staff.Invitation;

@Schema(name = "Invitation", description = "Someone who may come in.")
record InvitationView(UUID id, String username, String name,
        @Schema(description = "Told once and kept nowhere; changed at the first log-in.") String temporaryPassword) {

    static InvitationView of(Invitation invitation) {
        return new InvitationView(invitation.person().id(), invitation.person().username(),
                invitation.person().name(), invitation.temporaryPassword());
    }
}
