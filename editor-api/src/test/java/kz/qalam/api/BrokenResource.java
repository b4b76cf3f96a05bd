package kz.qalam.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;

/** Only in tests: what a bug would look like from outside, and an endpoint that someone forgot to annotate. */
@Path(Api.PATH)
class BrokenResource {

    @GET
    @Path("broken")
    @Tenant(Api.TENANT)
    @Authenticated
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("Құпия жоба: a message that quotes a draft");
    }

    @GET
    @Path("unannotated")
    @Tenant(Api.TENANT)
    @Operation(hidden = true)
    public String forgotten() {
        return "nobody said who may read this";
    }
}
