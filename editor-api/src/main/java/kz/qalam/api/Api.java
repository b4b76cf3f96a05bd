package kz.qalam.api;

import jakarta.ws.rs.core.UriInfo;

/**
 * Where the API stands. Its resources carry the OIDC tenant {@link #TENANT}, so that they answer a missing token with 401
 * and never with a log-in page; who may do what is never decided by path.
 */
public final class Api {

    public static final String PATH = "/api/v1";

    /** The tenant that takes bearer tokens and nothing else. */
    public static final String TENANT = "api";

    private Api() {
    }

    /** Whether whoever asks expects JSON, and problems as RFC 9457 has them, rather than a page. */
    public static boolean isApi(UriInfo uri) {
        return isApi(uri.getPath());
    }

    /** @param path of a request, whether or not with its first slash */
    public static boolean isApi(String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        return below.equals("api") || below.startsWith("api/");
    }
}
