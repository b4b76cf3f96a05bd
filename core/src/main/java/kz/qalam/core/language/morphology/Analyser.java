package kz.qalam.core.language.morphology;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Says which word a form belongs to. Of several readings it prefers the likelier by how often the news have the stem and the
 * suffixes; a stem that no list has is guessed by its sounds. Safe for any number of threads.
 */
public final class Analyser {

    /** Letters of a form that are looked at; longer ones are taken as they are. */
    public static final int LONGEST = 64;

    /** No stem costs less. */
    private static final int CHEAPEST = 35;
    private static final int STEPS = 3000;
    private static final int KEPT = 8;
    /** How much dearer than the best a reading may be to be an alternative. */
    private static final int NEAR = 45;

    /** The command to one person, the bare stem of a verb, is rare in news. */
    private static final int BARE = 30;

    private final Suffixes suffixes;
    private final Lexicon lexicon;
    private final int noun;
    private final int verb;
    private final int voiced;
    private final int negated;
    private final boolean[] mayEnd;
    private final Set<String> tails;

    private static final Set<String> CLITICS = Set.of("ақ", "ау", "ай", "мыс", "міс", "мыш", "ды", "ді");
    private static final Set<String> TAIL = Set.of("PL", "POSS3", "GEN", "DAT", "ACC", "LOC", "ABL", "INS", "ATTR",
            "GENP");

    private static final class Shipped {
        static final Analyser ANALYSER = new Analyser(Suffixes.read(), Lexicon.read());
    }

    /** The one that goes by the rules and lists of this version; made on first use, which takes about a second. */
    public static Analyser shipped() {
        return Shipped.ANALYSER;
    }

    Analyser(Suffixes suffixes, Lexicon lexicon) {
        this.suffixes = suffixes;
        this.lexicon = lexicon;
        noun = suffixes.stateOf("n");
        verb = suffixes.stateOf("v");
        voiced = suffixes.stateOf("vv");
        negated = suffixes.stateOf("ng");
        mayEnd = new boolean[suffixes.states()];
        Arrays.fill(mayEnd, true);
        mayEnd[suffixes.stateOf("des")] = false;
        mayEnd[suffixes.stateOf("npf")] = false;
        tails = tails();
    }

    Suffixes suffixes() {
        return suffixes;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The readings of a form, best first, at most eight, one a lemma and kind; never empty for a form that has a letter. */
    public List<Analysis> analyses(String form) {
        return new Walk(lower(form), true).readings();
    }

    /** The key under which all forms of a word meet in an index: the lemma of the best reading. */
    public String key(String form) {
        return keys(form).get(0);
    }

    /** The key, then the lemmas of other likely readings, best first: for queries. */
    public List<String> keys(String form) {
        String word = lower(form);
        if (word.length() > LONGEST) {
            return List.of(word.substring(0, LONGEST));
        }
        int hyphen = word.lastIndexOf('-');
        if (hyphen > 0) {
            String head = word.substring(0, hyphen);
            String tail = word.substring(hyphen + 1);
            if (CLITICS.contains(tail)) {
                return keys(head);
            }
            if (isSuffixed(form, head, tail)) {
                return List.of(head);
            }
        }
        List<Analysis> readings = new Walk(word, false).readings();
        List<String> keys = new ArrayList<>(4);
        for (Analysis reading : readings) {
            String key = family(reading);
            if (!keys.contains(key) && reading.cost() <= readings.get(0).cost() + NEAR) {
                keys.add(key);
            }
        }
        return keys.isEmpty() ? List.of(word) : keys;
    }

    /** Whether the tail is the suffix of a number or an abbreviation: 5-ке, ҚР-ның. Of wrong harmony too: it is the same word. */
    private boolean isSuffixed(String form, String head, String tail) {
        if (!tails.contains(tail) || !Spoken.mayBeSign(head)) {
            return false;
        }
        boolean compound = isNoun(lower(form)) || isNoun(tail);
        return Spoken.isSign(form.substring(0, Math.min(form.length(), head.length()))) || !isNoun(head) || !compound;
    }

    private boolean isNoun(String word) {
        return lexicon.cost(lexicon.node(word), Lexicon.NOUN) != 0;
    }

    /** The endings that may stand after a hyphen: a case, a plural, a third person's possession, and these together. */
    private Set<String> tails() {
        Set<String> endings = new HashSet<>(Set.of("шы", "ші", "ншы", "нші", "ыншы", "інші"));
        Map<Integer, Set<String>> reached = new HashMap<>(Map.of(noun, Set.of("")));
        for (int i = 0; i < 4; i++) {
            Map<Integer, Set<String>> longer = new HashMap<>();
            for (Suffixes.Suffix suffix : suffixes.all()) {
                if (TAIL.contains(suffix.feature())) {
                    for (String before : reached.getOrDefault(suffix.before(), Set.of())) {
                        for (int ending = 0; ending < 2 * Sounds.ENDINGS; ending++) {
                            int after = before.isEmpty()
                                    ? ending / 2
                                    : Sounds.ending(before.toCharArray(), before.length());
                            longer.computeIfAbsent(suffix.after(), any -> new HashSet<>())
                                    .add(before + Suffixes.sounding(suffix.pattern(), after, ending & 1));
                        }
                    }
                }
            }
            longer.values().forEach(endings::addAll);
            reached = longer;
        }
        return endings;
    }

    /** A woman's family name and a man's meet: Назарбаева, Назарбаев; and a town that no list has its forms: Орскіде, Орск. */
    private static String family(Analysis reading) {
        String lemma = reading.lemma();
        if (!reading.known() && lemma.endsWith("скі") && lemma.length() > 4) {
            return lemma.substring(0, lemma.length() - 1);
        }
        return reading.kind().equals("n") && lemma.length() > 5
                && (lemma.endsWith("ова") || lemma.endsWith("ева")
                        || (!reading.known() && lemma.endsWith("ина")))
                                ? lemma.substring(0, lemma.length() - 1)
                                : lemma;
    }

    /** Whether a lower-case form is one that no rule makes: маған, еді. */
    public boolean isIrregular(String form) {
        return !lexicon.irregulars(form).isEmpty();
    }

    /** Whether the form is a known stem with suffixes that may follow it. */
    public boolean knows(String form) {
        if (form.length() > LONGEST) {
            return false;
        }
        String word = lower(form);
        if (new Walk(word, false).known()) {
            return true;
        }
        int hyphen = word.lastIndexOf('-');
        if (hyphen <= 0) {
            return false;
        }
        String head = word.substring(0, hyphen);
        String tail = word.substring(hyphen + 1);
        return isSuffixed(form, head, tail) || ((CLITICS.contains(tail) || knows(tail)) && knows(head));
    }

    /** One line of {@code ./qalam lang keys}: the key, then the alternatives, set apart by tabs; an empty line has none. */
    public String answer(String line) {
        String word = line.replace('\t', ' ').strip();
        return word.isEmpty() ? "" : String.join("\t", keys(word));
    }

    static String lower(String form) {
        String cut = form.length() > 2 * LONGEST ? form.substring(0, 2 * LONGEST) : form;
        if (cut.chars().anyMatch(c -> c >= '\u0300' && c < '\u0370')) {
            cut = Normalizer.normalize(cut, Normalizer.Form.NFC);
        }
        return cut.toLowerCase(Locale.ROOT);
    }

    /** One form being taken apart, from its end. */
    private final class Walk {

        private final String form;
        private final char[] letters;
        private final int length;
        private final int[] node;
        private final boolean whole;
        private final List<Analysis> found = new ArrayList<>(KEPT);
        private final Suffixes.Suffix[] chain = new Suffixes.Suffix[LONGEST + 2];
        private int best = 1 << 20;
        private int steps;
        /** Letters from here on are no longer the form's own. */
        private int changed;
        /** The suffix does not follow the stem's harmony: the word is plain, but it is not known to be written so. */
        private boolean discordant;

        Walk(String form, boolean whole) {
            this.form = form;
            this.whole = whole;
            this.length = form.length();
            this.letters = new char[length + 2];
            this.node = new int[length + 1];
            this.changed = length;
            form.getChars(0, length, letters, 0);
        }

        List<Analysis> readings() {
            if (length == 0) {
                return List.of();
            }
            if (length > LONGEST) {
                return List.of(new Analysis(form, "n", List.of(), false, 999));
            }
            take();
            found.sort(Comparator.comparingInt(Analysis::cost));
            return found;
        }

        boolean known() {
            return length > 0 && readings().stream().anyMatch(Analysis::known);
        }

        private void take() {
            node[0] = Lexicon.ROOT;
            for (int i = 0; i < length; i++) {
                node[i + 1] = lexicon.child(node[i], letters[i]);
            }
            for (Lexicon.Irregular irregular : lexicon.irregulars(form)) {
                keep(irregular.lemma(), irregular.kind(), List.of(irregular.features()), true, irregular.cost());
            }
            int fixed = lexicon.cost(node[length], Lexicon.FIXED);
            if (fixed != 0) {
                keep(form, "x", List.of(), true, fixed);
            }
            for (int state = 0; state < mayEnd.length; state++) {
                if (mayEnd[state]) {
                    back(length, state, state == verb || state == voiced || state == negated ? BARE : 0, 0, null);
                }
            }
            if (found.isEmpty()) {
                keep(form, "n", List.of(), false, 400);
            }
        }

        /** The letters before end stand in a state; after is what was taken off behind them. */
        private void back(int end, int state, int cost, int depth, Suffixes.@Nullable Sounding after) {
            if (++steps > STEPS || cost + CHEAPEST > best + NEAR) {
                return;
            }
            if (state == noun) {
                stem(end, Lexicon.NOUN, cost, depth, after);
            } else if (state == verb) {
                stem(end, Lexicon.VERB, cost, depth, after);
            }
            for (Suffixes.Sounding sounding : suffixes.endingIn(state, letters[end - 1])) {
                int start = end - sounding.letters().length;
                if (start >= 1 && matches(sounding.letters(), start, end)) {
                    chain[depth] = sounding.suffix();
                    before(start, sounding, cost + sounding.suffix().cost(), depth + 1);
                }
            }
        }

        private boolean matches(char[] suffix, int start, int end) {
            for (int i = 0, j = start; j < end; i++, j++) {
                if (suffix[i] != letters[j]) {
                    return false;
                }
            }
            return true;
        }

        /** Puts back what the suffix changed in the letters before it, in each way that may be. */
        private void before(int start, Suffixes.Sounding sounding, int cost, int depth) {
            int state = sounding.suffix().before();
            if (sounding.lost() == Suffixes.Sounding.SHORT_I) {
                if (Sounds.isVowel(letters[start - 1])) {
                    if (letters[start - 1] == 'и') {
                        fitting(start, state, sounding, cost, depth);
                    } else {
                        with(start, 'й', start + 1, state, sounding, cost, depth);
                    }
                }
                return;
            }
            if (sounding.lost() == Suffixes.Sounding.NARROW) {
                if (state == verb && !Sounds.isVowel(letters[start - 1])) {
                    boolean back = (Sounds.harmony(letters, start) & 1) == Sounds.BACK;
                    with(start, back ? 'ы' : 'і', start + 1, state, sounding, cost, depth);
                }
                return;
            }
            if (sounding.vowel()) {
                if (state == noun && lexicon.cost(lexicon.child(at(start), 'ь'), Lexicon.NOUN) != 0) {
                    with(start, 'ь', start + 1, state, sounding, cost, depth);
                }
                char last = letters[start - 1];
                char hard = last == 'б' ? 'п' : last == 'г' ? 'к' : last == 'ғ' ? 'қ' : 0;
                if (last == 'у' && state == verb && (sounding.letters()[0] == 'ы' || sounding.letters()[0] == 'і')) {
                    hard = 'п';
                }
                if (hard != 0) {
                    with(start - 1, hard, start, state, sounding, cost, depth);
                }
            }
            fitting(start, state, sounding, cost, depth);
        }

        private void with(int place, char letter, int end, int state, Suffixes.Sounding sounding, int cost, int depth) {
            char own = letters[place];
            int ownChanged = changed;
            letters[place] = letter;
            changed = Math.min(changed, place);
            fitting(end, state, sounding, cost, depth);
            letters[place] = own;
            changed = ownChanged;
        }

        private void fitting(int end, int state, Suffixes.Sounding sounding, int cost, int depth) {
            int ending = Sounds.ending(letters, end);
            int harmony = Sounds.harmony(letters, end);
            int fits = sounding.fits();
            if ((fits & Suffixes.bit(ending, harmony)) != 0) {
                back(end, state, cost, depth, sounding);
                return;
            }
            boolean other = (fits & Suffixes.bit(ending, harmony ^ 1)) != 0;
            if (other && (harmony & Sounds.UNSURE) != 0) {
                back(end, state, cost + 12, depth, sounding);
            } else if (state == noun) {
                if (other) {
                    boolean marked = lexicon.marked(at(end), Lexicon.FRONT | Lexicon.BACK);
                    if (lexicon.cost(at(end), Lexicon.NOUN) != 0 || isFamilyName(end)) {
                        discordant = !marked;
                        stem(end, Lexicon.NOUN, cost + (marked ? 0 : 30), depth, sounding);
                        discordant = false;
                    }
                } else if ((fits & (Suffixes.bit(Sounds.VOWEL, harmony))) != 0
                        && (letters[end - 1] == 'и' || letters[end - 1] == 'ю')) {
                    stem(end, Lexicon.NOUN, cost + 10, depth, sounding);
                }
            }
        }

        /** Садыров: recognised before a suffix of the wrong kind too, though no list has it. */
        private boolean isFamilyName(int end) {
            return end > 4 && letters[end - 1] == 'в' && (letters[end - 2] == 'о' || letters[end - 2] == 'е');
        }

        private int at(int end) {
            int from = Math.min(end, changed);
            int at = node[from];
            for (int i = from; i < end && at != Lexicon.NONE; i++) {
                at = lexicon.child(at, letters[i]);
            }
            return at;
        }

        private void stem(int end, int kind, int cost, int depth, Suffixes.@Nullable Sounding after) {
            boolean vowel = after != null && after.vowel();
            int at = at(end);
            int known = lexicon.cost(at, kind);
            String loan = kind == Lexicon.NOUN && (known != 0 || after != null) ? lexicon.whole(at) : null;
            if (loan != null) {
                int worn = lexicon.cost(lexicon.node(loan), Lexicon.NOUN);
                keep(loan, "n", features(depth), !discordant, cost + (known == 0 ? worn : Math.min(known, worn)));
                return;
            }
            char last = letters[end - 1];
            boolean hard = (last == 'п' || last == 'к' || last == 'қ') && end > 1 && Sounds.isVowel(letters[end - 2]);
            int unsoftened = vowel && hard && changed >= end && !lexicon.marked(at, Lexicon.KEEPS) ? 25 : 0;
            if (known != 0) {
                keep(end, kind, true, cost + known + unsoftened, depth);
            } else {
                int guess = guess(end, kind);
                if (guess < 400) {
                    keep(end, kind, false, cost + guess + unsoftened, depth);
                }
            }
            if (!vowel && after != null && last == 'с' && kind == Lexicon.NOUN && end >= 3 && changed >= end
                    && (after.letters()[0] == 'т' || after.letters()[0] == 'к' || after.letters()[0] == 'п'
                            || after.letters()[0] == 'қ')) {
                shortened(end, cost, depth);
            }
            if (vowel && end >= 3 && changed >= end && !Sounds.isVowel(last)
                    && (!Sounds.isVowel(letters[end - 2]) || letters[end - 2] == 'у')) {
                boolean front = (Sounds.harmony(letters, end) & 1) == Sounds.FRONT;
                elided(end, kind, front ? 'і' : 'ы', cost, depth);
                if (letters[end - 2] == 'у') {
                    elided(end, kind, front ? 'ы' : 'і', cost, depth);
                }
            }
        }

        /** орны of орын; beside у the letters that are left do not tell which vowel fell out: даусы, қаупі. */
        private void elided(int end, int kind, char vowel, int cost, int depth) {
            char last = letters[end - 1];
            int whole = lexicon.child(lexicon.child(at(end - 1), vowel), last);
            int elided = lexicon.cost(whole, kind);
            if (elided != 0 && lexicon.marked(whole, Lexicon.ELIDES)) {
                char next = letters[end];
                letters[end - 1] = vowel;
                letters[end] = last;
                keep(end + 1, kind, true, cost + elided, depth);
                letters[end - 1] = last;
                letters[end] = next;
            }
        }

        /** Loan words in -ст lose the т before another voiceless sound: журналист, журналистер, журналиске. */
        private void shortened(int end, int cost, int depth) {
            int known = lexicon.cost(lexicon.child(at(end), 'т'), Lexicon.NOUN);
            if (known != 0 || letters[end - 2] == 'и') {
                char own = letters[end];
                letters[end] = 'т';
                int ownChanged = changed;
                changed = Math.min(changed, end);
                keep(end + 1, Lexicon.NOUN, known != 0, cost + (known != 0 ? known : guess(end, Lexicon.NOUN) - 4),
                        depth);
                changed = ownChanged;
                letters[end] = own;
            }
        }

        /** What an unknown stem costs by its sounds; 400 and more is no word. */
        private int guess(int end, int kind) {
            int vowels = 0;
            boolean front = false;
            boolean back = false;
            int consonants = 0;
            int clusters = 0;
            for (int i = 0; i < end; i++) {
                char c = letters[i];
                if (Sounds.isVowel(c)) {
                    vowels++;
                    consonants = 0;
                    front |= c == 'ә' || c == 'ө' || c == 'ү' || c == 'і';
                    back |= c == 'ұ' || c == 'ы';
                } else if (++consonants > 2) {
                    clusters++;
                }
            }
            if (vowels == 0 || end < 2) {
                return 400;
            }
            char last = letters[end - 1];
            if (last == 'ь') {
                consonants = 0;
            }
            int cost = (kind == Lexicon.VERB ? 111 : 100) + 16 * end + 12 * clusters;
            if (consonants > 1 && !pair(letters[end - 2], last)) {
                cost += 25;
            }
            if (front && back) {
                cost += 15;
            }
            if (end < 3) {
                cost += 25;
            }
            if (kind == Lexicon.VERB) {
                if (last == 'б' || last == 'ғ' || last == 'г' || last == 'д' || last == 'в' || last == 'ф'
                        || last == 'х'
                        || last == 'ч' || last == 'ь' || last == 'я' || last == 'ю' || last == 'о' || last == 'ә') {
                    cost += 60;
                }
                if (end >= 4 && verbal(end)) {
                    cost -= 24;
                }
            } else {
                if (end >= 6 && (last == 'ы') && (ends(end, "ұлы") || ends(end, "қызы"))) {
                    cost -= 24;
                }
                if (end >= 5 && (last == 'ы' || last == 'і') && letters[end - 2] == 'ш') {
                    cost -= 16;
                }
                if (last == 'ғ') {
                    cost += 60;
                } else if (last == 'б' || last == 'г') {
                    cost += changed < end ? 0 : 14;
                }
            }
            return cost;
        }

        /** Whether Kazakh or loan words end in these two consonants. */
        private boolean pair(char one, char two) {
            return switch (two) {
                case 'т' -> one == 'р' || one == 'л' || one == 'н' || one == 'с' || one == 'й' || one == 'к'
                        || one == 'ф' || one == 'қ';
                case 'к', 'қ', 'г' -> one == 'р' || one == 'н' || one == 'ң' || one == 'л';
                case 'с', 'п' -> one == 'р' || one == 'л' || one == 'н' || one == 'с' || one == 'к' || one == 'м';
                case 'д' -> one == 'р' || one == 'н' || one == 'л';
                case 'м' -> one == 'з' || one == 'р' || one == 'л';
                case 'ь' -> true;
                default -> one == 'й' || one == two || one == 'и' || one == 'у';
            };
        }

        private boolean ends(int end, String letters) {
            for (int i = 0; i < letters.length(); i++) {
                if (this.letters[end - letters.length() + i] != letters.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Ends as verbs made of nouns do: -ла, -лан, -лас, -лат, -тыр … */
        private boolean verbal(int end) {
            char last = letters[end - 1];
            char before = letters[end - 2];
            if (last == 'а' || last == 'е') {
                return before == 'л' || before == 'д' || before == 'т';
            }
            if (last == 'н' || last == 'с' || last == 'т') {
                return (before == 'а' || before == 'е') && (letters[end - 3] == 'л' || letters[end - 3] == 'д'
                        || letters[end - 3] == 'т');
            }
            return last == 'р' && (before == 'ы' || before == 'і')
                    && (letters[end - 3] == 'т' || letters[end - 3] == 'д');
        }

        private void keep(int end, int kind, boolean known, int cost, int depth) {
            if (cost <= best + NEAR) {
                keep(new String(letters, 0, end), kind == Lexicon.VERB ? "v" : "n", features(depth),
                        known && !discordant, cost);
            }
        }

        private List<String> features(int depth) {
            if (!whole) {
                return List.of();
            }
            List<String> named = new ArrayList<>(depth);
            for (int i = depth - 1; i >= 0; i--) {
                named.add(chain[i].feature());
            }
            return named;
        }

        private void keep(String lemma, String kind, List<String> features, boolean known, int cost) {
            best = Math.min(best, cost);
            Analysis reading = new Analysis(lemma, kind, features, known, cost);
            int dearest = -1;
            for (int i = 0; i < found.size(); i++) {
                Analysis other = found.get(i);
                if (other.lemma().equals(lemma) && other.kind().equals(kind)) {
                    if (other.cost() > cost) {
                        found.set(i, reading);
                    }
                    return;
                }
                if (dearest < 0 || other.cost() > found.get(dearest).cost()) {
                    dearest = i;
                }
            }
            if (found.size() < KEPT) {
                found.add(reading);
            } else if (found.get(dearest).cost() > cost) {
                found.set(dearest, reading);
            }
        }
    }
}
