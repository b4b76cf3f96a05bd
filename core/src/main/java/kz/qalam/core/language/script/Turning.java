package kz.qalam.core.language.script;

import org.jspecify.annotations.Nullable;

/** Turns Cyrillic words: the newsroom's exceptions first, then the words that come with Qalam, then the rules. */
abstract class Turning implements Walk.Turner {

    private final Lexicon lexicon;
    private final Exceptions exceptions;
    private final @Nullable Remembered remembered;
    private char[] small = new char[32];

    /** @param remembered by whoever writes with this lexicon and these exceptions; null: every word is looked at */
    Turning(Lexicon lexicon, Exceptions exceptions, @Nullable Remembered remembered) {
        this.remembered = remembered;
        this.lexicon = lexicon;
        this.exceptions = exceptions;
    }

    /** What an exception writes for its stem in this script, or null. */
    abstract @Nullable String own(Exceptions.Entry entry);

    /** Writes a word whose first letters the newsroom writes so. */
    abstract void written(String word, char[] small, int length, int letters, String written, StringBuilder out);

    /** Writes a word by the rules. @param found as which letters it begins, if it is not read as it stands */
    abstract void read(String word, char[] small, int length, Beginnings.@Nullable Found<String> found,
            StringBuilder out);

    @Override
    public Letters letters() {
        return Letters.CYRILLIC;
    }

    @Override
    public final void word(String text, int from, int to, StringBuilder out) {
        if (remembered != null && remembered.write(text, from, to, out)) {
            return;
        }
        int begun = out.length();
        turn(text, from, to, out);
        if (remembered != null) {
            remembered.learn(text, from, to, out.substring(begun));
        }
    }

    private void turn(String text, int from, int to, StringBuilder out) {
        String word = Letters.composed(text, from, to);
        int length = word.length();
        if (small.length < length) {
            small = new char[length * 2];
        }
        for (int i = 0; i < length; i++) {
            small[i] = Character.toLowerCase(word.charAt(i));
        }
        Beginnings.Found<Exceptions.Entry> exception = exceptions.find(small, length);
        String own = exception == null ? null : own(exception.told());
        if (exception != null && exception.told().asIs()) {
            out.append(word);
        } else if (exception != null && own != null) {
            written(word, small, length, exception.letters(), own, out);
        } else {
            read(word, small, length, lexicon.find(small, length), out);
        }
    }

    @Override
    public void sign(String text, int at, StringBuilder out) {
        out.append(text.charAt(at));
    }
}
