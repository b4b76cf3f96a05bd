package kz.qalam.admin.newsroom;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Desk;

/**
 * The desks with their rules.
 *
 * @param fresh the id that a new desk gets: chosen by the page, so that a form sent twice makes one
 * @param open the desk whose form was not accepted; absent when none was
 */
record DeskBook(List<Desk> desks, UUID fresh, @Nullable Desk open, List<String> problems) {

    /** The desk as its form shows it: as it was typed when that was not accepted. */
    public List<Desk> shown() {
        return desks.stream().map(desk -> open != null && open.id().equals(desk.id()) ? open : desk).toList();
    }

    public Desk blank() {
        Desk typed = open;
        return typed != null && desks.stream().map(Desk::id).noneMatch(typed.id()::equals)
                ? typed
                : new Desk(fresh, "", "", Desk.PublishingRule.ON_APPROVAL, List.of("headline"));
    }

    public List<String> items() {
        return Desk.REQUIRABLE.stream().filter(item -> !item.equals("headline")).toList();
    }

    public boolean isOpen(Desk desk) {
        return open != null && open.id().equals(desk.id());
    }
}
