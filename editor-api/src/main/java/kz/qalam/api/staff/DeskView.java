package kz.qalam.api.staff;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.core.staff.Desk;

@Schema(name = "Desk", description = "A part of the newsroom with people and rules of its own.")
public record DeskView(UUID id, String slug, String name) {

    public static DeskView of(Desk desk) {
        return new DeskView(desk.id(), desk.slug(), desk.name());
    }
}
