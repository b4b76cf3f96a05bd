package kz.qalam.publishing.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is the same around every page.
 *
 * @param prefix what stands before every path of this script
 * @param lang the page's language and script, as a BCP 47 tag
 * @param address the page's own public address, or null for a page that has none
 * @param here the path of the section that the page belongs to
 */
record Frame(Site site, Assets assets, String prefix, String lang, String direction, String title, String description,
        @Nullable String address, @Nullable String here, boolean front, List<Tab> sections) {

    /** A section in the row of sections. */
    record Tab(String path, String name, boolean current) {}
}
