package kz.qalam.api;

import java.util.UUID;

import kz.qalam.core.staff.Actor;

/** A person with the token that they carry, and with what they may do at the moment they were asked about. */
record Someone(String subject, Actor actor, String token) {

    UUID id() {
        return actor.person();
    }

    String username() {
        return actor.username();
    }

    String name() {
        return actor.name();
    }
}
