package kz.qalam.admin.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.staff.Desk;

/**
 * A part of the list with what it was narrowed by.
 *
 * @param continued whether it goes on from an earlier part
 * @param sections their names by slug, in the site's order
 */
record Listing(StoryFilter filter, boolean mine, boolean continued, StoryPage page, Map<String, String> sections,
        List<Desk> desks) {

    public List<Stage> stages() {
        return List.of(Stage.values());
    }

    public boolean isNarrowed() {
        return mine || !filter.equals(StoryFilter.ALL);
    }

    public String deskName(UUID id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).map(Desk::name).findFirst().orElse("");
    }

    public String sectionName(@Nullable String slug) {
        return slug == null ? "" : sections.getOrDefault(slug, slug);
    }

    /** The address of the part that follows. */
    public String more() {
        StringBuilder address = new StringBuilder("/stories?cursor=").append(page.next());
        add(address, "stage", filter.stage());
        add(address, "desk", filter.desk());
        add(address, "section", filter.section());
        add(address, "author", mine ? "me" : null);
        add(address, "q", filter.words());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(URLEncoder.encode(value.toString(), UTF_8));
        }
    }
}
