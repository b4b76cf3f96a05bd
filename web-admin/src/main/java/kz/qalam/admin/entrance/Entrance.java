package kz.qalam.admin.entrance;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;

/** The doors: log-in and log-out are Keycloak's, the language is chosen here. */
@Path("")
class Entrance {

    /** As long as a browser keeps a cookie. */
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final Visitor visitor;

    Entrance(Visitor visitor) {
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "entrance")
    static class Templates {
        static native TemplateInstance loggedOut(Tongue tongue);

        private Templates() {
        }
    }

    /** Where Keycloak sends people back to; whoever is logged in already goes to their desk. */
    @GET
    @Path("log-in")
    @Authenticated
    public Response logIn() {
        return Response.seeOther(URI.create("/")).build();
    }

    /**
     * Whether a form that is sent now would be received: a page asks before it lets go of what was typed in it.
     *
     * @param person for whom the page was shown
     */
    @GET
    @Path("door")
    @Authenticated
    @Blocking
    public Response door(@QueryParam("person") @Nullable String person) {
        visitor.actor();
        return SamePerson.isFor(visitor, person) ? Response.noContent().build() : SamePerson.logIn(visitor);
    }

    /** Quarkus ends the session before this is reached and goes to Keycloak's log-out. */
    @GET
    @Path("log-out")
    @Authenticated
    public Response logOut() {
        return Response.seeOther(URI.create("/logged-out")).build();
    }

    @GET
    @Path("logged-out")
    @PermitAll
    public TemplateInstance loggedOut(@CookieParam(Tongue.COOKIE) @Nullable String chosen,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return Templates.loggedOut(Tongue.of(chosen, accepted));
    }

    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response choose(@FormParam("lang") @Nullable String code, @FormParam("back") @Nullable String back) {
        Tongue tongue = Tongue.named(code).orElse(Tongue.KK);
        return Response.seeOther(own(back)).cookie(new NewCookie.Builder(Tongue.COOKIE).value(tongue.code()).path("/")
                .maxAge(A_YEAR).sameSite(NewCookie.SameSite.LAX).httpOnly(true).build()).build();
    }

    /** An address of this application; the desk for anything that could lead elsewhere. */
    private static URI own(@Nullable String address) {
        if (address == null || !address.matches("/(?:[A-Za-z0-9/?=&+._~-]|%[0-9A-Fa-f]{2})*")
                || address.startsWith("//")) {
            return URI.create("/");
        }
        return URI.create(address);
    }
}
