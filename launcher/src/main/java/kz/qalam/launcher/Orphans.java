package kz.qalam.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts that still run although their launcher was killed. They are ended, not adopted: a part that we start ourselves is a
 * child whose death we hear of at once, with the settings of today (docs/adr/0004).
 */
final class Orphans {

    private Orphans() {
    }

    /** Ends this folder's orphans in order; only called by whoever holds the folder. Returns how many there were. */
    static int end(DataFolder data, Voice voice) {
        int ended = 0;
        for (String part : Part.ENDING_ORDER) {
            boolean isPostgres = part.equals("postgresql");
            // What was written down, and what was started in the instant before it could be.
            List<Footprint> orphans = new ArrayList<>(
                    Footprint.marked(isPostgres ? data.postgres().toString() : Java.mark(part, data)));
            Instance.process(data, part).filter(Footprint::isAlive).filter(known -> !orphans.contains(known))
                    .ifPresent(orphans::add);
            for (Footprint orphan : orphans) {
                voice.say("orphan", part, orphan.pid());
                if (!(isPostgres ? Ending.OF_POSTGRES : Ending.OF_JAVA).end(orphan)) {
                    throw new Trouble("orphan-lingers", part, orphan.pid());
                }
                ended++;
            }
            Instance.forgetProcess(data, part);
        }
        return ended;
    }
}
