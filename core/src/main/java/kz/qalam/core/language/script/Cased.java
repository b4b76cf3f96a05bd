package kz.qalam.core.language.script;

/** Gives what is written the case of the letters for which it stands: Юрий, Iuri; ЮНЕСКО, İUNESKO. */
final class Cased implements Rules.Writer {

    /** The capital of a letter in the script that is written. */
    interface Capitals {
        char of(char small);
    }

    private final String word;
    private final StringBuilder out;
    private final Capitals capitals;
    private int at;

    Cased(String word, int at, StringBuilder out, Capitals capitals) {
        this.word = word;
        this.at = at;
        this.out = out;
        this.capitals = capitals;
    }

    @Override
    public void write(int letters, String written) {
        int begun = out.length();
        out.append(written);
        raise(word, at, at + letters, out, begun, capitals);
        at += letters;
    }

    /** @param begun where in {@code out} that stands which is written for these letters of the word */
    static void raise(String word, int from, int to, StringBuilder out, int begun, Capitals capitals) {
        if (!Character.isUpperCase(word.charAt(from)) || begun == out.length()) {
            return;
        }
        boolean all = out.length() - begun > 1 && (to < word.length()
                ? Character.isUpperCase(word.charAt(to))
                : to - from > 1
                        ? Character.isUpperCase(word.charAt(to - 1))
                        : from > 0 && Character.isUpperCase(word.charAt(from - 1)));
        for (int i = begun; i < (all ? out.length() : begun + 1); i++) {
            out.setCharAt(i, capitals.of(out.charAt(i)));
        }
    }
}
