package kz.qalam.core.staff;

/** Someone who may come in. @param temporaryPassword shown once and kept nowhere; changed at the first log-in */
public record Invitation(Person person, String temporaryPassword) {}
