package kz.qalam.core.staff;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A role held at a desk; the desk is absent for {@link Role#ADMIN} only. */
public record Membership(@Nullable UUID desk, Role role) {}
