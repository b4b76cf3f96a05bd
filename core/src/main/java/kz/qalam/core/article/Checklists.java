package kz.qalam.core.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.staff.Desk;

/** What desks ask of texts: of what a text itself cannot say, whoever knows is asked, and only where the desk wants it. */
@ApplicationScoped
public class Checklists {

    private final Pictures pictures;

    Checklists(Pictures pictures) {
        this.pictures = pictures;
    }

    @Transactional
    public Checklist of(Desk desk, Copy copy) {
        return Checklist.of(desk, copy, item -> switch (item) {
            case "alt" -> !pictures.withoutAlt(copy).isEmpty();
            default -> throw new IllegalArgumentException("nobody knows of " + item);
        });
    }
}
