package kz.qalam.core.article;

import kz.qalam.core.refusal.Invalid;

/**
 * Where a page of found stories ended.
 *
 * @param tier how near the last one was to what is looked for
 */
record Rank(int tier, Cursor in) {

    @Override
    public String toString() {
        return tier + "~" + in;
    }

    /** @throws Invalid when it is not one that we gave */
    static Rank read(String text) {
        if (!text.matches("[0-3]~.*")) {
            throw Invalid.of("cursor", "bad-cursor");
        }
        return new Rank(text.charAt(0) - '0', Cursor.read(text.substring(2)));
    }
}
