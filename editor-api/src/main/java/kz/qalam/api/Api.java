package kz.qalam.api;

import java.util.regex.Pattern;

import jakarta.ws.rs.core.UriInfo;

/**
 * Where the API stands. Its resources carry the OIDC tenant {@link #TENANT}, so that they answer a missing token with 401
 * and never with a log-in page; who may do what is never decided by path.
 */
public final class Api {

    public static final String PATH = "/api/v1";

    /** The tenant that takes bearer tokens and nothing else. */
    public static final String TENANT = "api";

    /** What one part of a server could read otherwise than the next: matrix parameters, encoded slashes. */
    private static final Pattern AMBIGUOUS = Pattern.compile(";|\\\\|%2f|%5c|%3b|%00", Pattern.CASE_INSENSITIVE);

    private Api() {
    }

    /** Whether whoever asks expects JSON, and problems as RFC 9457 has them, rather than a page. */
    public static boolean isApi(UriInfo uri) {
        return isApi(uri.getPath());
    }

    /**
     * Whether a path slips past those who compare paths (CVE-2026-50559). Nothing of ours stands at such an address.
     *
     * @param path as it came, not decoded
     */
    public static boolean isAmbiguous(String path) {
        return AMBIGUOUS.matcher(path).find();
    }

    /** @param path of a request, whether or not with its first slash */
    public static boolean isApi(String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        return below.equals("api") || below.startsWith("api/");
    }
}
