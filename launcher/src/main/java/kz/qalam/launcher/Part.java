package kz.qalam.launcher;

import java.util.List;

/** One of the four things that Qalam is made of: PostgreSQL, Keycloak, the newsroom, the public site. */
interface Part {

    /** Those who ask end before those who answer. */
    List<String> ENDING_ORDER = List.of("newsroom", "site", "keycloak", "postgresql");

    /** As `status` names it: {@code postgresql}, {@code keycloak}, {@code newsroom} or {@code site}. */
    String name();

    /** Where people or programs reach it. */
    String address();

    Probe probe();

    /** A part that someone else runs, at an address that the environment gave. */
    record Elsewhere(String name, String address, Probe probe) implements Part {}

    /** A part that this machine runs, as a process of its own. */
    interface Local extends Part {

        /** Readies what the process needs; asked before each start of it. */
        void prepare();

        ProcessBuilder process();

        /** An argument by which its process is known as this instance's ({@link Footprint}). */
        String mark();

        default Ending ending() {
            return Ending.OF_JAVA;
        }
    }
}
