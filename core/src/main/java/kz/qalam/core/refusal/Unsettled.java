package kz.qalam.core.refusal;

import java.util.List;
import java.util.Locale;

/** The desk wants some kinds of findings settled before a text is submitted, and the proofreader still has some. */
public final class Unsettled extends Refusal {

    /** So many places are named. */
    public static final int MOST = 100;

    private final int total;
    private final List<Place> places;

    /**
     * Where a finding stands; never its words.
     *
     * @param pointer the field or block
     * @param start in UTF-16 units of what the block reads as
     * @param kind in lower case
     * @param message the key of its text
     */
    public record Place(String pointer, int start, int end, String kind, String message) {}

    /** @param places all of them; the first {@value #MOST} are kept */
    public Unsettled(List<Place> places) {
        super(Kind.INVALID, "unsettled");
        this.total = places.size();
        this.places = places.stream().limit(MOST).toList();
    }

    public int total() {
        return total;
    }

    public List<Place> places() {
        return places;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{total};
    }
}
