package kz.qalam.publishing.page;

/**
 * The public site: what it is called and where it stands.
 *
 * @param url its public address, without a slash at the end
 */
public record Site(String name, String url) {

    public Site {
        url = url.replaceFirst("/+$", "");
    }

    /** The public address of a path of the site. */
    public String address(String path) {
        return url + path;
    }
}
