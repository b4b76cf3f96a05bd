package kz.qalam.core.staff;

import java.util.List;
import java.util.stream.Stream;

/** A person with all the roles that they hold. */
public record StaffMember(Person person, List<Membership> memberships) {

    public StaffMember {
        memberships = List.copyOf(memberships);
    }

    StaffMember with(Membership one) {
        return new StaffMember(person, Stream.concat(memberships.stream(), Stream.of(one)).toList());
    }
}
