package kz.qalam.admin.entrance;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Visitor;

/**
 * A page acts for the person for whom it was shown. Another may have logged in on the same browser since: what is sent by a
 * page that is still open is not theirs, and is answered as if nobody were logged in.
 */
class SamePerson {

    /** Stands in each form, beside its token. */
    private static final String FIELD = "form-person";

    /** What a page's script gets where a browser that goes somewhere is sent to log in. */
    private static final int LOG_IN = 499;

    private final Visitor visitor;

    SamePerson(Visitor visitor) {
        this.visitor = visitor;
    }

    @WithFormRead
    @ServerRequestFilter
    @Nullable
    Response check(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class) || isFor(visitor, shownTo())
                ? null
                : logIn(visitor);
    }

    static Response logIn(Visitor visitor) {
        return Response.status(visitor.isScript() ? LOG_IN : Response.Status.UNAUTHORIZED.getStatusCode()).build();
    }

    /** Whether a page that was shown to this person may act now. One that does not say to whom acts for whoever is in. */
    static boolean isFor(Visitor visitor, @Nullable String person) {
        return person == null || person.isEmpty() || person.equals(visitor.actor().person().toString());
    }

    private static @Nullable String shownTo() {
        // asked of the request itself: what a filter is given hides the form
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        FormData form = request == null ? null : request.getFormData();
        FormValue said = form == null ? null : form.getFirst(FIELD);
        return said == null || said.isFileItem() ? null : said.getValue();
    }
}
