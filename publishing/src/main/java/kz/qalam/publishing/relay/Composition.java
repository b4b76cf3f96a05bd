package kz.qalam.publishing.relay;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.target.Layout;

/**
 * What everything that is composed for one target shares: what has been released, the site, the script, the sections.
 *
 * @param clock says what is still news
 * @param inSight whether a file stands in the target: no list names a story whose page does not
 */
record Composition(Archive archive, Site site, Script script, Assets assets, List<Section> sections,
        Predicate<String> inSight, Clock clock) {

    /** The same for another folder. */
    Composition into(Predicate<String> inSight) {
        return new Composition(archive, site, script, assets, sections, inSight, clock);
    }

    Pages pages() {
        return new Pages(site, script, assets, sections);
    }

    /** A section that the paper has, or null: stories of no such section stand together. */
    @Nullable
    Section section(@Nullable String slug) {
        return sections.stream().filter(section -> section.slug().equals(slug)).findFirst().orElse(null);
    }

    boolean stands(Standing.Place place) {
        return inSight.test(file(place));
    }

    /** The file of a story's page. */
    String file(Standing.Place place) {
        return script.prefix() + place.path() + Layout.PAGE;
    }

    /** A story's public address. */
    String address(String path) {
        return site.address(script.prefix() + path);
    }
}
