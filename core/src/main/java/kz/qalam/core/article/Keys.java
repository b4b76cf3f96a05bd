package kz.qalam.core.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Analysis;

/**
 * Under which keys a word is found: the lemma that all its forms share, and that lemma as one types it without Kazakh
 * letters. A form is analysed once and then remembered, so that of a saved text only new words cost anything.
 */
final class Keys {

    /** Different forms of one story that are looked at; a long story has 3,000. */
    static final int MOST_FORMS = 10_000;

    /** Words of one passage that are looked at. */
    static final int MOST_WORDS = 100_000;

    /** Letters of a form that count. */
    static final int LONGEST = 64;

    /** Bytes of one story's keys; PostgreSQL takes a megabyte. */
    static final int MOST_BYTES = 500_000;

    /** Forms that are remembered, some 10 MB. */
    private static final int REMEMBERED = 50_000;

    /** Stands before a lemma typed without Kazakh letters: no word begins so. */
    private static final char FOLDED = '~';

    private static final String KAZAKH = "әғқңөұүһіиё";
    private static final String TYPED = "агкноуухыые";

    private static final String IN_SUFFIXES = "гкни";
    private static final String MEANT = "ғқңі";
    /** Letters that are put back, from the end of a form: as many times two readings. */
    private static final int MOST_RESTORED = 6;
    private static final int LIKELIEST = 3;

    private static final Pattern FORM = Pattern.compile("""
            LETTERS(?:[-\u2010\u2011'’ʼ\u00AD\u200C\u200D]LETTERS)*+"""
            .replace("LETTERS", "[\\p{L}\\p{M}\\p{N}]++"));
    private static final Pattern JOINERS = Pattern.compile("['’ʼ\u00AD\u200C\u200D]");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011]");

    private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Keys() {
    }

    /** A word where it stands in a text, and its form in small letters. */
    record Place(int start, int end, String form) {}

    /** The words of a text in their order, at most {@code most}. */
    static List<Place> places(CharSequence text, int most) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (places.size() < most && matcher.find()) {
            String form = plain(
                    text.subSequence(matcher.start(), Math.min(matcher.end(), matcher.start() + 2 * LONGEST)));
            if (!form.isEmpty()) {
                places.add(new Place(matcher.start(), matcher.end(), form));
            }
        }
        return places;
    }

    /** The different forms of a text in small letters, as they stand, at most {@code most}. */
    static Set<String> forms(CharSequence text, int most) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher matcher = FORM.matcher(text);
        while (forms.size() < most && matcher.find()) {
            forms.add(plain(text.subSequence(matcher.start(), Math.min(matcher.end(), matcher.start() + 2 * LONGEST))));
        }
        forms.remove("");
        return forms;
    }

    private static String plain(CharSequence form) {
        String lower = HYPHENS.matcher(JOINERS.matcher(form).replaceAll("")).replaceAll("-").toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? whole(lower.substring(0, LONGEST)) : lower;
    }

    /** Without half of a pair at the end. */
    private static String whole(String cut) {
        int last = cut.length() - 1;
        return Character.isHighSurrogate(cut.charAt(last)) ? cut.substring(0, last) : cut;
    }

    /** What stands in the index for a form; its own key first. */
    static List<String> of(String form) {
        synchronized (KNOWN) {
            List<String> keys = KNOWN.get(form);
            if (keys != null) {
                return keys;
            }
        }
        List<String> keys = List.copyOf(analysed(form));
        synchronized (KNOWN) {
            KNOWN.put(form, keys);
        }
        return keys;
    }

    private static Set<String> analysed(String form) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, Analyser.shipped().key(form));
        for (String part : parts(form)) {
            add(keys, Analyser.shipped().key(part));
        }
        return keys;
    }

    private static void add(Set<String> keys, String key) {
        keys.add(key);
        String typed = typed(key);
        if (!typed.equals(key)) {
            keys.add(FOLDED + typed);
        }
    }

    /** The words within a compound; none of a word that is one. */
    static List<String> parts(String form) {
        return form.indexOf('-') < 0 ? List.of() : List.of(form.split("-"));
    }

    /** The keys under which a folded lemma may stand: folded where it has Kazakh letters, else as it is. */
    static List<String> folded(String lemma) {
        String typed = typed(lemma);
        return List.of(FOLDED + typed, typed);
    }

    /**
     * The lemmas of a form that was typed without Kazakh letters: these are put back into its suffixes in every way, and the
     * likeliest readings taken. Those of the stem need not be known: {@link #folded} meets them.
     */
    static List<String> restored(String form) {
        if (form.chars().anyMatch(letter -> KAZAKH.indexOf(letter) >= 0 && "иё".indexOf(letter) < 0)) {
            return List.of();
        }
        List<String> variants = new ArrayList<>(List.of(form));
        int changed = 0;
        for (int i = form.length() - 1; i >= 2 && changed < MOST_RESTORED; i--) {
            int letter = IN_SUFFIXES.indexOf(form.charAt(i));
            if (letter >= 0) {
                changed++;
                for (String variant : List.copyOf(variants)) {
                    variants.add(variant.substring(0, i) + MEANT.charAt(letter) + variant.substring(i + 1));
                }
            }
        }
        return variants.stream().skip(1).map(variant -> Analyser.shipped().analyses(variant).get(0))
                .sorted(Comparator.comparingInt(Analysis::cost)).limit(LIKELIEST).map(Analysis::lemma).distinct()
                .toList();
    }

    /** As it is typed without Kazakh letters. */
    private static String typed(String word) {
        StringBuilder typed = new StringBuilder(word);
        for (int i = 0; i < typed.length(); i++) {
            int at = KAZAKH.indexOf(typed.charAt(i));
            if (at >= 0) {
                typed.setCharAt(i, TYPED.charAt(at));
            }
        }
        return typed.toString();
    }
}
