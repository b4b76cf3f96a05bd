package kz.qalam.admin.entrance;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

/** Tells a page's own script from a browser that goes somewhere: only the latter can be sent to Keycloak to log in. */
@ApplicationScoped
class ScriptAsks implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return request.request().headers().contains("HX-Request");
    }
}
