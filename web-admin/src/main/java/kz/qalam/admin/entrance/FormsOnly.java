package kz.qalam.admin.entrance;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;

/**
 * Pages change something only by a form, whose token is checked. The check looks at forms alone and the API takes other
 * bodies; so a page must refuse them.
 */
class FormsOnly {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        MediaType type = type(request);
        boolean api = resource.getResourceClass().isAnnotationPresent(Tenant.class);
        boolean form = type != null && !type.isWildcardType()
                && (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                        || (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) && takesFiles(resource)));
        if (!READING.contains(request.getMethod()) && !api && !form) {
            throw new NotSupportedException();
        }
    }

    /** What the body says that it is; absent where it says nothing that could be understood. */
    private static @Nullable MediaType type(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A file comes in a form of parts, whose token is checked just so. */
    private static boolean takesFiles(ResourceInfo resource) {
        Consumes taken = resource.getResourceMethod().getAnnotation(Consumes.class);
        return taken != null && List.of(taken.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }
}
