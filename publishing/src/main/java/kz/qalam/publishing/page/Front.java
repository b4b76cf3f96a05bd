package kz.qalam.publishing.page;

import java.util.List;

/**
 * What stands on the front page.
 *
 * @param top the newest stories: one lead, then the seconds
 * @param sections each with its newest stories that do not stand above
 * @param mostRead most read first
 */
public record Front(List<Summary> top, List<Shelf> sections, List<Summary> mostRead) {

    /** A section and its newest stories. */
    public record Shelf(Section section, List<Summary> stories) {}
}
