package kz.qalam.publishing.target;

/** Where a site's files stand, for the writer and for whoever serves them. */
public final class Layout {
    /** The page of a path, under that path. */
    public static final String PAGE = "index.html";

    /** What stands instead when the story has been withdrawn: to be sent with status 410. */
    public static final String NOTICE = "index.410.html";

    /** To be sent with status 404. */
    public static final String NOT_FOUND = "/404.html";

    /** The addresses of withdrawn stories, as a map for nginx. */
    public static final String GONE = "/" + Folder.INNER + "/gone.map";

    /** The addresses that stories have left, each with the one they have now, as a map for nginx. */
    public static final String MOVED = "/" + Folder.INNER + "/redirects.map";

    private Layout() {
    }

    /** What {@code /-/views} answers for a path. */
    public static String views(String path) {
        return "/-/views" + path.substring(0, path.length() - 1) + ".json";
    }
}
