package kz.qalam.api.staff;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Person;

@Schema(name = "Person", description = "Someone who works, or has worked, in the newsroom.")
public record PersonView(UUID id, String username, String name) {

    public static PersonView of(Person person) {
        return new PersonView(person.id(), person.username(), person.name());
    }

    public static @Nullable PersonView orNobody(@Nullable Person person) {
        return person == null ? null : of(person);
    }
}
