package kz.qalam.launcher;

import java.time.Duration;

/**
 * How a process is asked to stop and, when it does not, made to.
 *
 * @param patience how long it may take over what it was asked
 */
record Ending(String asked, String made, Duration patience) {

    static final Ending OF_JAVA = new Ending("TERM", "KILL", Duration.ofSeconds(20));
    // SIGINT is PostgreSQL's fast shutdown; SIGQUIT its immediate one, after which it recovers. SIGKILL would leave its
    // children at work on the files.
    static final Ending OF_POSTGRES = new Ending("INT", "QUIT", Duration.ofSeconds(60));

    /** Whether the process is gone at the end. */
    boolean end(Footprint footprint) {
        footprint.send(asked);
        if (isGone(footprint, patience)) {
            return true;
        }
        footprint.send(made);
        return isGone(footprint, Duration.ofSeconds(20));
    }

    private static boolean isGone(Footprint footprint, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (footprint.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                // An orphan is nobody's to wait for: its footprint is looked at again.
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !footprint.isAlive();
            }
        }
        return true;
    }
}
