package kz.qalam.core.language.morphology;

import java.util.Arrays;

/** What a suffix needs to know of the word before it: whether its last vowel is back or front, and what it ends in. */
final class Sounds {

    /** Ends in a vowel; in р, й, и, у, ю; in л; in a nasal; in з or ж; in anything that is voiceless at the end of a word. */
    static final int VOWEL = 0;
    static final int GLIDE = 1;
    static final int LIQUID = 2;
    static final int NASAL = 3;
    static final int BUZZ = 4;
    static final int VOICELESS = 5;
    static final int ENDINGS = 6;

    static final int BACK = 0;
    static final int FRONT = 1;
    /** Added to BACK or FRONT where the letters leave both possible: a loan word, or и, у, ю as the only vowel. */
    static final int UNSURE = 2;

    private static final byte[] ENDING = new byte[0x500];
    private static final byte[] VOWELS = new byte[0x500];

    static {
        Arrays.fill(ENDING, (byte) VOICELESS);
        set(ENDING, "аәеоөұүыіяэё", VOWEL);
        set(ENDING, "рйиую", GLIDE);
        set(ENDING, "л", LIQUID);
        set(ENDING, "мнң", NASAL);
        set(ENDING, "зж", BUZZ);
        set(VOWELS, "аоұыя", 1);
        set(VOWELS, "әөүі", 2);
        set(VOWELS, "еэё", 3);
        set(VOWELS, "и", 4);
        set(VOWELS, "ую", 5);
    }

    private Sounds() {
    }

    private static void set(byte[] table, String letters, int value) {
        for (int i = 0; i < letters.length(); i++) {
            table[letters.charAt(i)] = (byte) value;
        }
    }

    /** Of the letters before end; the soft and hard signs are not heard. */
    static int ending(char[] word, int end) {
        int i = end;
        while (i > 1 && (word[i - 1] == 'ь' || word[i - 1] == 'ъ')) {
            i--;
        }
        char last = word[i - 1];
        return last < ENDING.length ? ENDING[last] : VOICELESS;
    }

    static boolean isVowel(char letter) {
        return letter < VOWELS.length && VOWELS[letter] != 0;
    }

    /** BACK or FRONT, with UNSURE added where the other may be right. Looks back over at most 24 letters. */
    static int harmony(char[] word, int end) {
        int stop = Math.max(0, end - 24);
        for (int i = end - 1; i >= stop; i--) {
            char letter = word[i];
            int vowel = letter < VOWELS.length ? VOWELS[letter] : 0;
            switch (vowel) {
                case 1 :
                    // Family names: Әуезовтің, Рысқұловтың.
                    if (letter == 'о' && i == end - 2 && word[end - 1] == 'в' && i > 1) {
                        return earlier(word, i, stop, BACK) | UNSURE;
                    }
                    // Loan words keep к: банкке, паркте.
                    return i == end - 3 && word[end - 1] == 'к' ? FRONT | UNSURE : BACK;
                case 2 :
                    return FRONT;
                case 3 :
                    // Family names: Тоқаевтың, Сергеевтің.
                    if (i == end - 2 && word[end - 1] == 'в' && i > 1) {
                        return earlier(word, i, stop, FRONT) | UNSURE;
                    }
                    if (letter == 'ё' || (i == end - 2 && word[end - 1] == 'х')) {
                        // волонтёрлер, but шофёрлар; цехта
                        return (letter == 'ё' ? FRONT : BACK) | UNSURE;
                    }
                    return FRONT;
                case 4 : {
                    if (i == end - 1) {
                        return earlier(word, i, stop, FRONT) | UNSURE;
                    }
                    return (word[end - 1] == 'қ' || word[end - 1] == 'ғ' || word[end - 1] == 'х' ? BACK : FRONT)
                            | UNSURE;
                }
                case 5 : {
                    if (i == end - 1) {
                        int before = earlier(word, i, stop, BACK + UNSURE + 4);
                        return before >= 4 ? BACK | UNSURE : before;
                    }
                    return (word[end - 1] == 'к' || word[end - 1] == 'г' ? FRONT : BACK) | UNSURE;
                }
                default :
                    if (letter == 'ь') {
                        // Тянь-Шаньға, январьдың; but фестивальге, декабрьде
                        if (i == end - 1 && i > 1 && (word[i - 1] == 'н' || word[i - 1] == 'р')
                                && (word[i - 2] == 'а' || word[i - 2] == 'я')) {
                            return BACK | UNSURE;
                        }
                        return FRONT | (i == end - 1 ? 0 : UNSURE);
                    }
            }
        }
        return BACK | UNSURE;
    }

    private static int earlier(char[] word, int end, int stop, int none) {
        for (int i = end - 1; i >= stop; i--) {
            int vowel = word[i] < VOWELS.length ? VOWELS[word[i]] : 0;
            if (vowel == 1) {
                return BACK;
            }
            if (vowel == 2 || vowel == 3) {
                return FRONT;
            }
        }
        return none;
    }
}
