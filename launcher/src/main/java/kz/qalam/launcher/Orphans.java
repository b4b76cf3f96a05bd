package kz.qalam.launcher;

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
            String called = voice.words().part(part);
            Ending ending = part.equals("postgresql") ? Ending.OF_POSTGRES : Ending.OF_JAVA;
            for (Footprint orphan : Instance.processes(data, part)) {
                voice.say("orphan", called, orphan.pid());
                if (!ending.end(orphan)) {
                    throw new Trouble("orphan-lingers", called, orphan.pid());
                }
                ended++;
            }
            Instance.forgetProcess(data, part);
        }
        return ended;
    }
}
