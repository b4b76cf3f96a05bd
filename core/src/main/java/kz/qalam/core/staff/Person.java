package kz.qalam.core.staff;

import java.util.UUID;

/** Someone who works, or has worked, in the newsroom. */
public record Person(UUID id, String username, String name) {}
