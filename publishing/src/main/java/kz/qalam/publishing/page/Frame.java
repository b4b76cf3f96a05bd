package kz.qalam.publishing.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.RawString;
import kz.qalam.core.copy.Language;

/**
 * What is the same around every page.
 *
 * @param prefix what stands before every path of this script
 * @param lang the page's language and script, as a BCP 47 tag
 * @param address the page's own public address, or null for a page that has none
 * @param editions the way to each script, to the same page where that stands in it
 * @param fixed what all pages of this script, language and section have in common, printed once
 * @param alternates whether the same page stands in every script
 */
record Frame(Site site, Assets assets, String prefix, String lang, String direction, String title, String description,
        @Nullable String address, boolean front, Fixed fixed, List<Edition> editions, boolean alternates) {

    /** @param head the end of the head; @param finder the way to search; @param sections the row of sections */
    record Fixed(RawString head, RawString finder, RawString sections, RawString foot) {}

    /** A section in the row of sections. */
    record Tab(String path, String name, boolean current) {}

    /** A script that the page, or the site, can be read in. */
    record Edition(String label, String lang, String alternate, String direction, String path, String address,
            boolean current) {}

    /** The same for a page that search engines must not keep. */
    Frame hidden() {
        return new Frame(site, assets, prefix, lang, direction, title, description, null, front, fixed, editions,
                false);
    }

    /** Whoever does not choose reads the text of record. */
    public Edition unchosen() {
        return editions.get(0);
    }

    /** A language and a land, as those want it who know no scripts. */
    public String locale() {
        return (lang.equals(Language.RU.code()) ? Language.RU : Language.KK).code() + "_KZ";
    }
}
