package kz.qalam.core.language.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Puts a word into a form by the same table of suffixes that the analyser goes by. Of several words only the last is
 * changed: «5 қараша» and LOC are «5 қарашада». Numbers and abbreviations take a hyphen and the suffix that follows their sound.
 * Safe for any number of threads.
 */
public final class Inflector {

    /** Characters of a lemma; longer ones have no form. */
    public static final int LONGEST = 200;
    private static final int MOST_FEATURES = 12;
    private static final int GROUP = 3;

    /** Other names under which the same features go: UniMorph's, and shorter ones. */
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("PSS1S", "POSS1SG"),
            Map.entry("PSS2S", "POSS2SG"), Map.entry("PSS3S", "POSS3"), Map.entry("PSS3P", "POSS3"),
            Map.entry("PSS1P", "POSS1PL"), Map.entry("PSS2P", "POSS2SG"), Map.entry("POSS3SG", "POSS3"),
            Map.entry("POSS3PL", "POSS3"), Map.entry("INST", "INS"), Map.entry("PST", "PAST"),
            Map.entry("3SG", "3"), Map.entry("3PL", "3"), Map.entry("FUT", "PTCP.FUT"), Map.entry("PTCP", "PTCP.PST"),
            Map.entry("CVB", "PRF"), Map.entry("MSDR", "GER"));
    private static final Set<String> UNMARKED = Set.of("", "N", "V", "ADJ", "PROPN", "NUM", "NOM", "SG", "ACT", "POS",
            "IND", "LSSPEC1");
    /** The third person has no ending of its own after these. */
    private static final Set<String> WITHOUT_THIRD = Set.of("PAST", "COND", "PTCP.FUT", "PTCP.PST", "PTCP.PLAN",
            "IMP.3");

    private final Analyser analyser;
    private final Suffixes suffixes;
    private final Lexicon lexicon;
    private final List<List<Suffixes.Suffix>> from = new ArrayList<>();

    private static final class Shipped {
        static final Inflector INFLECTOR = new Inflector(Analyser.shipped());
    }

    /** The one that goes by the rules of this version. */
    public static Inflector shipped() {
        return Shipped.INFLECTOR;
    }

    Inflector(Analyser analyser) {
        this.analyser = analyser;
        suffixes = analyser.suffixes();
        lexicon = analyser.lexicon();
        for (int i = 0; i < suffixes.states(); i++) {
            from.add(new ArrayList<>());
        }
        suffixes.all().forEach(suffix -> from.get(suffix.before()).add(suffix));
    }

    /**
     * The form of a lemma, with its capitals.
     *
     * @param lemma as a dictionary has it; of a verb the stem (айт). At most {@value #LONGEST} characters
     * @param features set apart by ; in any order, with or without N or V before: {@code N;PL;POSS1SG;LOC}, {@code V;NEG;PAST;1SG}.
     *        docs/language.md lists them
     * @return empty if the table has no such form
     */
    public Optional<String> form(String lemma, String features) {
        if (lemma.isBlank() || lemma.length() > LONGEST || features.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> wanted = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (String feature : features.toUpperCase(Locale.ROOT).split(";")) {
            String named = feature.strip();
            named = ALIASES.getOrDefault(named, named);
            given.add(named);
            if (!UNMARKED.contains(named)) {
                wanted.add(named);
            }
        }
        if (given.remove("LSSPEC2") && wanted.remove("LSSPEC2")) {
            wanted.replaceAll(feature -> feature.equals("POSS2SG") ? "POSS2SGF" : feature);
        }
        if (wanted.contains("3") && wanted.stream().anyMatch(WITHOUT_THIRD::contains)) {
            wanted.remove("3");
        }
        if (wanted.contains("UNTIL") && wanted.stream().noneMatch(feature -> feature.startsWith("PTCP"))) {
            wanted.add("PTCP.PST");
        }
        if (wanted.size() > MOST_FEATURES) {
            return Optional.empty();
        }
        String small = lemma.toLowerCase(Locale.ROOT);
        Optional<String> irregular = irregular(small, wanted);
        if (irregular.isPresent()) {
            return Optional.of(withCapital(lemma, irregular.get()));
        }
        boolean verb = given.contains("V") || (!given.contains("N") && isVerb(small, wanted));
        List<Suffixes.Suffix> chain = chain(suffixes.stateOf(verb ? "v" : isPossessed(lemma) ? "p3" : "n"), wanted,
                new ArrayList<>());
        return chain == null ? Optional.empty() : Optional.of(joined(lemma, chain, verb));
    }

    /** Names of several words often end possessed: Қазақстан Республикасы, Республикасына. */
    private boolean isPossessed(String lemma) {
        int start = lastWord(lemma);
        if (start == 0) {
            return false;
        }
        List<Analysis> readings = analyser.analyses(lemma.substring(start));
        return !readings.isEmpty() && readings.get(0).features().equals(List.of("POSS3"));
    }

    private Optional<String> irregular(String lemma, List<String> wanted) {
        for (Map.Entry<String, List<Lexicon.Irregular>> entry : lexicon.irregulars().entrySet()) {
            for (Lexicon.Irregular irregular : entry.getValue()) {
                if (irregular.lemma().equals(lemma) && !irregular.kind().equals("x") && !wanted.isEmpty()
                        && Set.copyOf(wanted).equals(Set.of(irregular.features().split("\\.(?=[A-Z0-9])")))
                        && lexicon.isPronoun(lemma)) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private boolean isVerb(String lemma, List<String> wanted) {
        int node = lexicon.node(lemma);
        if (lexicon.cost(node, Lexicon.VERB) == 0) {
            return false;
        }
        return lexicon.cost(node, Lexicon.NOUN) == 0
                || chain(suffixes.stateOf("n"), wanted, new ArrayList<>()) == null;
    }

    /** The suffixes in the order in which they may stand; null if there is none that has them all. */
    private @Nullable List<Suffixes.Suffix> chain(int state, List<String> wanted,
            List<Suffixes.Suffix> chain) {
        if (wanted.isEmpty()) {
            return chain;
        }
        Set<String> tried = new HashSet<>();
        for (String feature : wanted) {
            if (!tried.add(feature)) {
                continue;
            }
            List<String> rest = new ArrayList<>(wanted);
            rest.remove(feature);
            for (Suffixes.Suffix suffix : from.get(state)) {
                if (suffix.feature().equals(feature)) {
                    List<Suffixes.Suffix> longer = new ArrayList<>(chain);
                    longer.add(suffix);
                    List<Suffixes.Suffix> whole = chain(suffix.after(), rest, longer);
                    if (whole != null) {
                        return whole;
                    }
                    break;
                }
            }
        }
        return null;
    }

    private String joined(String lemma, List<Suffixes.Suffix> chain, boolean verb) {
        int cut = lastWord(lemma);
        String word = lemma.substring(cut);
        if (chain.isEmpty() || word.isEmpty()) {
            return lemma;
        }
        if (Spoken.isSign(word) && !isCapitalised(word)) {
            String heard = Spoken.heard(word);
            StringBuilder suffixed = new StringBuilder(heard);
            chain.forEach(suffix -> append(suffixed, suffix, false, false));
            int same = 0;
            while (same < heard.length() && heard.charAt(same) == suffixed.charAt(same)) {
                same++;
            }
            return lemma + "-" + suffixed.substring(same == heard.length() ? same : heard.length());
        }
        StringBuilder form = new StringBuilder(word.toLowerCase(Locale.ROOT));
        for (int i = 0; i < chain.size(); i++) {
            append(form, chain.get(i), verb, i == 0);
        }
        return lemma.substring(0, cut) + withCapitals(word, form.toString());
    }

    /** Where the last word begins; 1 000 000 is one. */
    private static int lastWord(String lemma) {
        int start = lemma.length();
        while (start > 0 && !isSpace(lemma.charAt(start - 1))) {
            start--;
        }
        while (start > 1 && isGroup(lemma, start) && Character.isDigit(lemma.charAt(start - 2))) {
            int before = start - 1;
            while (before > 0 && Character.isDigit(lemma.charAt(before - 1))) {
                before--;
            }
            if (start - 1 - before > GROUP || (before > 0 && !isSpace(lemma.charAt(before - 1)))) {
                break;
            }
            start = before;
        }
        return start;
    }

    private static boolean isGroup(String lemma, int start) {
        int end = start;
        while (end < lemma.length() && Character.isDigit(lemma.charAt(end))) {
            end++;
        }
        return end - start == GROUP;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\u00a0' || sign == '\u202f';
    }

    /**
     * Whether letters do not tell how an abbreviation or a Latin name is heard, so that any suffix may follow it: ҰҚК and
     * Apple each newsroom says in its own way, ҚР and БҰҰ everybody in the same.
     */
    public static boolean isOpen(String abbreviation) {
        return Spoken.isOpen(abbreviation);
    }

    /** A known word that is only written in capitals, as in a heading: АСТАНАДА. */
    private boolean isCapitalised(String word) {
        return word.length() > 3 && lexicon.cost(lexicon.node(word.toLowerCase(Locale.ROOT)), Lexicon.NOUN) != 0;
    }

    private void append(StringBuilder form, Suffixes.Suffix suffix, boolean verb, boolean first) {
        int node = first ? lexicon.node(form) : Lexicon.NONE;
        if (first && !verb) {
            String worn = Loans.worn(form);
            if (worn != null && (worn.length() > form.length() || lexicon.cost(node, Lexicon.NOUN) != 0)) {
                form.replace(0, form.length(), worn);
            }
        }
        char[] letters = form.toString().toCharArray();
        int ending = Sounds.ending(letters, letters.length);
        int harmony = !verb && first && isFrontName(form) ? Sounds.FRONT : Sounds.harmony(letters, letters.length) & 1;
        harmony = lexicon.marked(node, Lexicon.FRONT)
                ? Sounds.FRONT
                : lexicon.marked(node, Lexicon.BACK) ? Sounds.BACK : harmony;
        String ends = Suffixes.sounding(suited(suffix, letters, ending), ending, harmony);
        char start = ends.charAt(0);
        int last = form.length() - 1;
        char before = form.charAt(last);
        if (Sounds.isVowel(start)) {
            if (before == 'й' && (start == 'а' || start == 'у')) {
                form.setLength(last);
                ends = (start == 'а' ? "я" : "ю") + ends.substring(1);
            } else if (before == 'и' && (start == 'а' || start == 'у')) {
                ends = (start == 'а' ? "я" : "ю") + ends.substring(1);
            } else if (start == 'у' && (before == 'ы' || before == 'і')) {
                form.setLength(last);
            } else if (before == 'ь') {
                form.setLength(last);
            } else {
                soften(form, verb, first, start, node);
            }
        } else if (start == 'й' && (before == 'ы' || before == 'і') && first) {
            form.setCharAt(last, 'и');
            ends = ends.substring(1);
        } else if (first && !verb && before == 'т' && last > 2 && form.charAt(last - 1) == 'с'
                && (start == 'т' || start == 'к' || start == 'п') && form.charAt(last - 2) == 'и') {
            form.setLength(last);
        }
        form.append(ends);
    }

    /** Чилиде, Сомалиде, Яссауидің; after қ as it sounds: бақиға. */
    private static boolean isFrontName(CharSequence noun) {
        int last = noun.length() - 1;
        return last > 0 && noun.charAt(last) == 'и' && "қғ".indexOf(noun.charAt(last - 1)) < 0;
    }

    /** Which of the sounds of the passive and the causative a verb takes. */
    private String suited(Suffixes.Suffix suffix, char[] word, int ending) {
        if (suffix.feature().equals("PASS")) {
            char consonant = word[word.length - 1];
            if (ending == Sounds.VOWEL && word.length > 1) {
                consonant = word[word.length - 2];
            }
            return consonant == 'л' ? "(I)н" : "(I)л";
        }
        if (suffix.feature().equals("CAUS")) {
            int vowels = 0;
            for (char c : word) {
                vowels += Sounds.isVowel(c) ? 1 : 0;
            }
            return vowels > 1 && Suffixes.mayFollow("~", ending) ? "т" : "DIр";
        }
        return suffix.pattern();
    }

    /** Before a vowel п, к, қ after a vowel soften and some narrow vowels fall out: кітабы, көлігі, орны; табады, тауып. */
    private void soften(StringBuilder form, boolean verb, boolean first, char start, int node) {
        int last = form.length() - 1;
        char before = form.charAt(last);
        if (first && lexicon.marked(node, Lexicon.ELIDES) && !lexicon.marked(node, Lexicon.WHOLE) && last >= 2) {
            form.deleteCharAt(last - 1);
            return;
        }
        if (last < 1 || !Sounds.isVowel(form.charAt(last - 1)) || lexicon.marked(node, Lexicon.KEEPS)) {
            return;
        }
        if (before == 'п') {
            boolean brief = verb && first && (start == 'ы' || start == 'і') && last <= 2
                    && form.charAt(last - 1) != 'ө';
            form.setCharAt(last, brief ? 'у' : 'б');
        } else if (before == 'к') {
            form.setCharAt(last, 'г');
        } else if (before == 'қ') {
            form.setCharAt(last, 'ғ');
        }
    }

    private static String withCapitals(String word, String form) {
        if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT))) {
            return form.toUpperCase(Locale.ROOT);
        }
        StringBuilder capitals = new StringBuilder(form);
        for (int i = 0; i < word.length() && i < form.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                capitals.setCharAt(i, Character.toUpperCase(form.charAt(i)));
            }
        }
        return capitals.toString();
    }

    private static String withCapital(String lemma, String form) {
        return Character.isUpperCase(lemma.charAt(0))
                ? Character.toUpperCase(form.charAt(0)) + form.substring(1)
                : form;
    }

    /** The frequent forms of a stem, the likelier first: what a spelling suggestion may be made of. At most the given number. */
    public List<String> forms(String lemma, String kind, int most) {
        record Reached(StringBuilder form, int state, int cost, boolean first) {}
        boolean verb = kind.equals("v");
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingInt(Reached::cost));
        open.add(new Reached(new StringBuilder(lemma), suffixes.stateOf(verb ? "v" : "n"), 0, true));
        Set<String> forms = new LinkedHashSet<>();
        while (!open.isEmpty() && forms.size() < most && lemma.length() <= LONGEST) {
            Reached reached = open.remove();
            if (!forms.add(reached.form().toString())) {
                continue;
            }
            for (Suffixes.Suffix suffix : from.get(reached.state())) {
                if (reached.cost() + suffix.cost() <= 90) {
                    StringBuilder longer = new StringBuilder(reached.form());
                    append(longer, suffix, verb, reached.first());
                    open.add(new Reached(longer, suffix.after(), reached.cost() + suffix.cost(), false));
                }
            }
        }
        return List.copyOf(forms);
    }

    /** One line of {@code ./qalam lang inflect}: lemma, tab, features; the form, or nothing where there is none. */
    public String answer(String line) {
        String[] columns = line.split("\t", -1);
        return columns.length < 2
                ? ""
                : form(columns[0].strip(), String.join(";", Arrays.copyOfRange(columns, 1, columns.length))).orElse("");
    }
}
