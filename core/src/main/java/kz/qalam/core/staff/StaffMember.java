package kz.qalam.core.staff;

import java.util.List;
import java.util.stream.Stream;

/** A person with all the roles that they hold, or held before they were suspended. */
public record StaffMember(Person person, boolean suspended, List<Membership> memberships) {

    public StaffMember {
        memberships = List.copyOf(memberships);
    }

    StaffMember with(Membership one) {
        return new StaffMember(person, suspended, Stream.concat(memberships.stream(), Stream.of(one)).toList());
    }
}
