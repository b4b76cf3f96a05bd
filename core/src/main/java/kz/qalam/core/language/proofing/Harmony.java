package kz.qalam.core.language.proofing;

import java.util.Set;
import java.util.stream.Collectors;

/** Whether the suffixes of a form go with its stem as back and front vowels must. */
final class Harmony {

    private static final String BACK = "аоұыя";
    private static final String FRONT = "әөүіеэё";
    /** Stems whose letters do not tell: банк, парк and their kin take front suffixes. */
    private static final Set<String> FRONT_STEMS = Rows.of("front-stems.tsv").stream().map(row -> row[0])
            .collect(Collectors.toSet());

    private Harmony() {
    }

    /** What the last sounding vowel of a stem asks for: 1 front, -1 back, 0 either. Тоқаев is Тоқай-ев: Тоқаевқа. */
    static int of(CharSequence stem) {
        if (FRONT_STEMS.contains(stem.toString())) {
            return 1;
        }
        int length = stem.length();
        if (length > 4 && stem.charAt(length - 1) == 'в' && stem.charAt(length - 2) == 'е'
                && BACK.indexOf(stem.charAt(length - 3)) >= 0) {
            return -1;
        }
        if (isEither(stem, length)) {
            return 0;
        }
        for (int i = length - 1; i >= 0; i--) {
            char letter = stem.charAt(i);
            if (BACK.indexOf(letter) >= 0) {
                return -1;
            }
            if (FRONT.indexOf(letter) >= 0 || letter == 'ь') {
                return 1;
            }
            if (letter == 'и') {
                char last = stem.charAt(length - 1);
                boolean back = last == 'қ' || last == 'ғ' || last == 'х'
                        || (i > 0 && i < length - 1 && isNative(stem, i));
                return back ? -1 : i == length - 1 ? 0 : 1;
            }
            if (letter == 'у' || letter == 'ю') {
                int before = i < length - 1 ? 0 : of(stem.subSequence(0, i));
                return before;
            }
        }
        return 0;
    }

    /** What the news write both ways: Әуезовтің and Әуезовтың, волонтёрлер and шофёрлар, Астраханьнан, цехта. */
    private static boolean isEither(CharSequence stem, int length) {
        if (length < 3) {
            return false;
        }
        char last = stem.charAt(length - 1);
        char before = stem.charAt(length - 2);
        return switch (last) {
            case 'в' -> before == 'о' && of(stem.subSequence(0, length - 2)) != -1;
            case 'ь' -> (before == 'н' || before == 'р') && "ая".indexOf(stem.charAt(length - 3)) >= 0;
            case 'х' -> before == 'е';
            default -> before == 'ё';
        };
    }

    /** мұхит: letters that only Kazakh has keep the whole word back, туризм has none of them. */
    private static boolean isNative(CharSequence stem, int end) {
        for (int i = 0; i < end; i++) {
            if (stem.charAt(i) == 'ұ') {
                return true;
            }
        }
        return false;
    }

    /** Whether every vowel after the stem is of its kind; -мен and -нікі are always front. */
    static boolean holds(String lemma, String form) {
        int shared = 0;
        int most = Math.min(lemma.length(), form.length());
        while (shared < most && lemma.charAt(shared) == form.charAt(shared)) {
            shared++;
        }
        // Минскіде, фактілер: what joins a suffix to two consonants is front
        boolean joined = form.length() > shared && form.charAt(shared) == 'і' && shared == lemma.length()
                && (lemma.endsWith("ск") || lemma.endsWith("кт"));
        int kind = joined ? 1 : of(lemma);
        boolean free = false;
        for (int i = shared; i < form.length(); i++) {
            char letter = form.charAt(i);
            if (i < lemma.length()) {
                continue;
            }
            if (isInstrumental(form, i) || isPossession(form, i)) {
                if (isPossession(form, i)) {
                    kind = 1;
                }
                free = true;
            }
            int own = BACK.indexOf(letter) >= 0 || letter == 'қ' || letter == 'ғ'
                    ? -1
                    : FRONT.indexOf(letter) >= 0 || letter == 'к' || letter == 'г' ? 1 : 0;
            if (own == 0) {
                continue;
            }
            if (kind == 0) {
                kind = own;
            }
            if (own != kind && !free) {
                return false;
            }
            free = free && i + 1 < form.length();
        }
        return true;
    }

    private static boolean isInstrumental(String form, int i) {
        return form.startsWith("ен", i) && i > 0 && "мбп".indexOf(form.charAt(i - 1)) >= 0
                && (i + 2 == form.length() || form.startsWith("енен", i) || form.startsWith("ендер", i));
    }

    private static boolean isPossession(String form, int i) {
        return form.startsWith("ікі", i) && i > 0 && "ндт".indexOf(form.charAt(i - 1)) >= 0;
    }

    /** The word with the suffix letters from a place on turned to the other kind. */
    static String turned(String word, int from, boolean front) {
        StringBuilder turned = new StringBuilder(word);
        for (int i = from; i < word.length(); i++) {
            int at = (front ? "аығқұо" : "еігкүө").indexOf(word.charAt(i));
            if (at >= 0) {
                turned.setCharAt(i, (front ? "еігкүө" : "аығқұо").charAt(at));
            }
        }
        return turned.toString();
    }
}
