package kz.qalam.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The API speaks JSON: so does its description, unless YAML is asked for. */
@ApplicationScoped
class DescriptionForm {

    private static final int BEFORE_THE_DESCRIPTION = 100;

    void stand(@Observes Filters filters) {
        filters.register(DescriptionForm::choose, BEFORE_THE_DESCRIPTION);
    }

    private static void choose(RoutingContext request) {
        if ((Api.PATH + "/openapi").equals(request.request().path())) {
            String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
            if (accepted == null || !accepted.contains("yaml")) {
                request.request().headers().set(HttpHeaders.ACCEPT, "application/json");
            }
        }
        request.next();
    }
}
