package kz.qalam.core.refusal;

/** The storage of pictures does not answer, or refuses: nothing was kept. */
public final class PicturesAway extends Refusal {

    public PicturesAway() {
        super(Kind.UNAVAILABLE, "pictures-away");
    }
}
