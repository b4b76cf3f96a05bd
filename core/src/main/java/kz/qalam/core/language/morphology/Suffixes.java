package kz.qalam.core.language.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** suffixes.tsv, read once: what may follow what, and how each suffix sounds after which word. */
final class Suffixes {

    /** A row of the table for one state before it. */
    record Suffix(int before, String feature, String pattern, int after, int cost) {}

    /** A suffix as it is written after some endings: a bit of fits for each ending and harmony, and what to undo before it. */
    record Sounding(Suffix suffix, char[] letters, int fits, boolean vowel, char lost) {

        static final char NOTHING = 0;
        /** The word's ы or і is lost before it: оқы and у are оқу, оқы and йды оқиды. */
        static final char NARROW = 'ы';
        static final char SHORT_I = 'й';
    }

    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final List<Suffix> all = new ArrayList<>();
    private Sounding[][][] byLast = {};

    private static final int LETTERS = 0x500;

    static Suffixes read() {
        Suffixes suffixes = new Suffixes();
        Rows.each("suffixes.tsv", row -> {
            for (String before : row[0].split(",")) {
                suffixes.all.add(new Suffix(suffixes.state(before), row[1], row[2], suffixes.state(row[3]),
                        Integer.parseInt(row[4])));
            }
        });
        suffixes.index();
        return suffixes;
    }

    private Suffixes() {
    }

    private int state(String name) {
        return states.computeIfAbsent(name, any -> states.size());
    }

    int stateOf(String name) {
        Integer state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException(name);
        }
        return state;
    }

    int states() {
        return states.size();
    }

    List<Suffix> all() {
        return all;
    }

    /** The soundings that lead to a state and end in a letter. */
    Sounding[] endingIn(int state, char last) {
        return last < LETTERS ? byLast[state][last] : NONE;
    }

    private static final Sounding[] NONE = {};

    private void index() {
        List<Map<Character, List<Sounding>>> found = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            found.add(new HashMap<>());
        }
        for (Suffix suffix : all) {
            for (Sounding sounding : soundings(suffix)) {
                found.get(suffix.after())
                        .computeIfAbsent(sounding.letters()[sounding.letters().length - 1], any -> new ArrayList<>())
                        .add(sounding);
            }
        }
        byLast = new Sounding[states.size()][LETTERS][];
        for (int i = 0; i < states.size(); i++) {
            Arrays.fill(byLast[i], NONE);
            for (Map.Entry<Character, List<Sounding>> entry : found.get(i).entrySet()) {
                byLast[i][entry.getKey()] = entry.getValue().toArray(Sounding[]::new);
            }
        }
    }

    private static List<Sounding> soundings(Suffix suffix) {
        Map<String, Integer> fits = new LinkedHashMap<>();
        for (int ending = 0; ending < Sounds.ENDINGS; ending++) {
            for (int harmony = 0; harmony < 2 && mayFollow(suffix.pattern(), ending); harmony++) {
                fits.merge(sounding(suffix.pattern(), ending, harmony), bit(ending, harmony), (a, b) -> a | b);
            }
        }
        List<Sounding> soundings = new ArrayList<>();
        fits.forEach((letters, bits) -> {
            char first = letters.charAt(0);
            boolean vowel = Sounds.isVowel(first);
            soundings.add(new Sounding(suffix, letters.toCharArray(), bits, vowel, Sounding.NOTHING));
            int after = bits & (bit(Sounds.GLIDE, 0) | bit(Sounds.GLIDE, 1));
            if ((first == 'а' || first == 'у') && after != 0) {
                char[] merged = letters.toCharArray();
                merged[0] = first == 'а' ? 'я' : 'ю';
                soundings.add(new Sounding(suffix, merged, after, true, Sounding.SHORT_I));
            }
            int vowels = bits & (bit(Sounds.VOWEL, 0) | bit(Sounds.VOWEL, 1));
            if (vowels != 0 && (first == 'у' || first == 'й')) {
                char[] merged = letters.toCharArray();
                merged[0] = first == 'у' ? 'у' : 'и';
                soundings.add(new Sounding(suffix, merged, vowels, true, Sounding.NARROW));
            }
        });
        return soundings;
    }

    /** Whether the pattern may stand after this ending at all. */
    static boolean mayFollow(String pattern, int ending) {
        return switch (pattern.charAt(0)) {
            case '^' -> ending == Sounds.VOWEL || ending == Sounds.LIQUID;
            case '~' -> ending == Sounds.VOWEL || ending == Sounds.GLIDE || ending == Sounds.LIQUID;
            default -> true;
        };
    }

    static int bit(int ending, int harmony) {
        return 1 << (ending * 2 + (harmony & 1));
    }

    /** The letters of a suffix after a word of this ending and harmony. */
    static String sounding(String pattern, int ending, int harmony) {
        boolean back = (harmony & 1) == Sounds.BACK;
        StringBuilder letters = new StringBuilder();
        int at = ending;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '^' || c == '~') {
                continue;
            }
            if (c == '(' || c == '[') {
                boolean there = c == '(' ? at != Sounds.VOWEL : at == Sounds.VOWEL;
                if (there) {
                    letters.append(letter(pattern.charAt(i + 1), at, back));
                    at = Sounds.ending(letters.toString().toCharArray(), letters.length());
                }
                i += 2;
                continue;
            }
            letters.append(letter(c, at, back));
            at = Sounds.ending(letters.toString().toCharArray(), letters.length());
        }
        return letters.toString();
    }

    private static char letter(char sound, int after, boolean back) {
        return switch (sound) {
            case 'A' -> back ? 'а' : 'е';
            case 'I' -> back ? 'ы' : 'і';
            case 'H' -> back ? 'ғ' : 'г';
            case 'K' -> back ? 'қ' : 'к';
            case 'G' -> after == Sounds.VOICELESS ? back ? 'қ' : 'к' : back ? 'ғ' : 'г';
            case 'Y' -> after == Sounds.VOWEL ? 'й' : back ? 'а' : 'е';
            case 'L' -> "ллдддт".charAt(after);
            case 'D' -> "дддддт".charAt(after);
            case 'N' -> "нддндт".charAt(after);
            case 'Q' -> "нддддт".charAt(after);
            case 'X' -> "дддндт".charAt(after);
            case 'M' -> "ммммбп".charAt(after);
            case 'P' -> "мммббп".charAt(after);
            default -> sound;
        };
    }
}
