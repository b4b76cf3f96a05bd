package kz.qalam.core.language.morphology;

/** The known stems as a tree of letters, for whoever looks for words near a misspelt one. */
public final class Stems {

    /** Where every stem begins. */
    public static final int START = Lexicon.ROOT;
    /** No stem begins so. */
    public static final int NONE = Lexicon.NONE;

    private final Lexicon lexicon;

    /** Those of the shipped lists. */
    public static Stems shipped() {
        return new Stems(Analyser.shipped().lexicon());
    }

    Stems(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The place after one more small letter, or {@link #NONE}. */
    public int next(int place, char letter) {
        return lexicon.child(place, letter);
    }

    /** The letters that a stem may have. */
    public String letters() {
        return lexicon.letters();
    }

    /** What the stem that ends here costs as kind n, v or x (see {@link Analysis}); 0 if none ends here. */
    public int cost(int place, char kind) {
        return lexicon.cost(place, Lexicon.kind(kind));
    }
}
