package kz.qalam.admin.stories;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.SavedViews.SavedView;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.copy.Language;
import kz.qalam.core.publication.Batch;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Person;

/**
 * A part of the list with what it was narrowed by.
 *
 * @param query as the address has it, without a cursor
 * @param sections those that can be chosen, by slug, in the site's order
 * @param names what all sections are called, by slug
 * @param writers whom the field for an author offers
 */
record Listing(StoryFilter filter, Wanted wanted, String query, StoryPage page, Map<String, String> sections,
        Map<String, String> names, List<Person> writers, List<Desk> desks, List<SavedView> views,
        List<String> problems) {

    public List<Stage> stages() {
        return List.of(Stage.values());
    }

    public List<StoryFilter.Outlook> outlooks() {
        return List.of(StoryFilter.Outlook.values());
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public List<Batch.Step> acts() {
        return List.of(Batch.Step.values());
    }

    public boolean isMine() {
        return wanted.isMine();
    }

    public boolean isNarrowed() {
        return !query.isEmpty();
    }

    public String deskName(UUID id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).map(Desk::name).findFirst().orElse("");
    }

    public String sectionName(@Nullable String slug) {
        return slug == null ? "" : names.getOrDefault(slug, slug);
    }

    /** The address of the part that follows. */
    public String more() {
        return "/stories?cursor=" + page.next() + (query.isEmpty() ? "" : "&" + query);
    }
}
