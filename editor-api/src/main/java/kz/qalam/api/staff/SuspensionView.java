package kz.qalam.api.staff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Suspension")
record SuspensionView(boolean suspended,
        @Schema(description = "Whether their account is closed too. False while Keycloak is away: suspend once more later.") boolean accountClosed) {}
