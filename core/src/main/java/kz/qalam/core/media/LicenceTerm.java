package kz.qalam.core.media;

/** What the library is narrowed by: licences that have ended, the last first; or that end within {@value Pictures#SOON} days, the next first. */
public enum LicenceTerm {
    ENDED("%s <= now()", "desc", "<"),
    ENDING("%1$s > now() and %1$s < now() + make_interval(days => " + Pictures.SOON + ")", "asc", ">");

    private final String holds;
    private final String order;
    private final String beyond;

    LicenceTerm(String holds, String order, String beyond) {
        this.holds = holds;
        this.order = order;
        this.beyond = beyond;
    }

    /** @param end the column that is asked */
    String holds(String end) {
        return holds.formatted(end);
    }

    String order(String end, String id) {
        return " order by " + end + " " + order + ", " + id + " " + order;
    }

    /** What follows the place where a part ended. */
    String beyond(String end, String id) {
        return "(" + end + ", " + id + ") " + beyond + " (:end, :id)";
    }
}
