package kz.qalam.api.problem;

/** What is wrong with a request before any act is asked, or with us; each has its texts and its status. */
public enum Fault {
    /** No JSON, no UTF-8, no HTTP that we understand. */
    MALFORMED(400, "malformed"),
    /** An If-Match that is none of our tags. */
    BAD_PRECONDITION(400, "bad-precondition"),
    /** No token, or one that is not good here. */
    NOT_LOGGED_IN(401, "not-logged-in"),
    /** A good token for something that tokens do not open. */
    NOT_OPEN(403, "not-permitted"),
    MISSING(404, "not-found"),
    METHOD(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406,
            "not-acceptable"),
    TOO_LARGE(413, "request-too-large"),
    MEDIA_TYPE(415, "unsupported-media-type"),
    /** A bug of ours. */
    BROKEN(500, "broken"),
    /** The database or the log-in is away. */
    AWAY(503, "busy");

    private final int status;
    private final String type;

    Fault(int status, String type) {
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    /** A stable name for programs, in kebab case. */
    public String type() {
        return type;
    }

    /** The fault that a status stands for; one that we have no words for is the request's, or ours. */
    static Fault of(int status) {
        for (Fault fault : values()) {
            if (fault.status == status && fault != BAD_PRECONDITION) {
                return fault;
            }
        }
        return status < 500 ? MALFORMED : BROKEN;
    }
}
