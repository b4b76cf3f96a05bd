package kz.qalam.publishing.page;

import java.util.List;
import java.util.function.Predicate;

/**
 * What stands on the front page.
 *
 * @param top the newest stories: one lead, then the seconds
 * @param sections each with its newest stories that do not stand above
 * @param mostRead most read first
 */
public record Front(List<Summary> top, List<Shelf> sections, List<Summary> mostRead) {

    /** Only what stands. */
    public Front only(Predicate<Summary> stands) {
        return new Front(top.stream().filter(stands).toList(),
                sections.stream()
                        .map(shelf -> new Shelf(shelf.section(), shelf.stories().stream().filter(stands).toList()))
                        .toList(),
                mostRead.stream().filter(stands).toList());
    }

    /** A section and its newest stories. */
    public record Shelf(Section section, List<Summary> stories) {}
}
