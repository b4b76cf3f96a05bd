package kz.qalam.publishing.relay;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.page.Spelling;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.target.Layout;

/**
 * What everything that is composed for one target shares: what has been released, the site, the sections. What it
 * reads it reads once, and prints in every script.
 *
 * @param clock says what is still news
 * @param inSight whether a file stands in the target: no list names a story whose page does not
 */
record Composition(Archive archive, Site site, Assets assets, List<Section> sections, Spelling spelling,
        Predicate<String> inSight, Clock clock) {

    /** The same for another folder. */
    Composition into(Predicate<String> inSight) {
        return new Composition(archive, site, assets, sections, spelling, inSight, clock);
    }

    /** The same with other spellings. */
    Composition spelt(Spelling other) {
        return new Composition(archive, site, assets, sections, other, inSight, clock);
    }

    /** Those who print, the text of record first. */
    Map<Script, Pages> pages() {
        var pages = new EnumMap<Script, Pages>(Script.class);
        scripts().forEach(script -> pages.put(script, new Pages(site, script, spelling, assets, sections)));
        return pages;
    }

    /** In which lists are printed. */
    static List<Script> scripts() {
        return Script.of(Language.KK);
    }

    /** In which a story is printed. */
    static List<Script> scripts(Standing.Place place) {
        return Script.of(language(place));
    }

    static Language language(Standing.Place place) {
        return place.language().equals(Language.RU.code()) ? Language.RU : Language.KK;
    }

    /** A section that the paper has, or null: stories of no such section stand together. */
    @Nullable
    Section section(@Nullable String slug) {
        return Section.meant(sections, slug);
    }

    boolean stands(Standing.Place place) {
        return inSight.test(file(Script.CYRILLIC, place));
    }

    /** Whether what a list in this script would lead to stands. */
    boolean stands(Script script, Standing.Place place) {
        return inSight.test(file(scripts(place).contains(script) ? script : Script.CYRILLIC, place));
    }

    boolean stands(Script script, Summary story) {
        var its = Script.of(story.language()).contains(script) ? script : Script.CYRILLIC;
        return inSight.test(its.prefix() + story.path() + Layout.PAGE);
    }

    /** The file of a story's page. */
    String file(Script script, Standing.Place place) {
        return script.prefix() + place.path() + Layout.PAGE;
    }

    /** A story's public address, in this script if it stands there. */
    String address(Script script, String path, Language language) {
        return site.address((Script.of(language).contains(script) ? script.prefix() : "") + path);
    }
}
