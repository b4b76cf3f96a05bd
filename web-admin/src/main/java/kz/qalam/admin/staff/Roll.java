package kz.qalam.admin.staff;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Invitation;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.StaffPage;

/**
 * The people, a part at a time.
 *
 * @param invitation a temporary password to be told once; absent but right after an invitation
 * @param typed what stood in the form that was not accepted
 */
record Roll(StaffPage page, List<Desk> desks, @Nullable Invitation invitation, Typed typed, List<String> problems) {

    record Typed(String username, String name, String email) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public String deskName(@Nullable UUID id) {
        return desks.stream().filter(desk -> Objects.equals(desk.id(), id)).map(Desk::name).findFirst().orElse("");
    }
}
