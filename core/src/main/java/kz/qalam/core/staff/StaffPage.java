package kz.qalam.core.staff;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A part of the list of everyone. @param next the person after whom the next part begins; absent at the end */
public record StaffPage(List<StaffMember> members, @Nullable UUID next) {}
