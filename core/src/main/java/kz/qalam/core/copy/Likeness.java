package kz.qalam.core.copy;

/**
 * How much two blocks have in common.
 *
 * @param older place in the older body
 * @param newer place in the newer body
 * @param share common words in both together: 0 to 1 (Dice)
 * @param words how many words are common
 */
record Likeness(int older, int newer, double share, int words) {

    int distance() {
        return Math.abs(older - newer);
    }
}
