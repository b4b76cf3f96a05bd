package kz.qalam.core.language.proofing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Analysis;

/**
 * Whether a word is written right, and what may be meant if not. A form is right if its stem is known and its suffixes may
 * follow it, in harmony; names and new loan words are taken as right where nothing like them is known. Safe for any number
 * of threads.
 */
public final class Spelling {

    /** The most suggestions. */
    public static final int MOST = 5;

    /** A reading this much dearer than one a cheap slip away is taken as a slip: аудандык for аудандық. */
    private static final int SLIP = 34;
    private static final int RARE = 125;

    private static final int DERIVED = 140;

    private static final int LEAST_PART = 4;
    private static final int ABBREVIATION_IN_CAPITALS = 4;
    private static final int LEAST_NAME = 2;

    /** Dearer than this an unknown name is not explained by a slip. */
    private static final int NAME_SLIP = 118;
    private static final int LOAN_SLIP = 190;
    private static final int FIRST_SLIP = 150;

    private static final List<String> BEGINNINGS = Rows.of("beginnings.tsv").stream().map(row -> row[0])
            .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    private static final Set<String> ACCEPTED = Rows.of("accepted.tsv").stream().map(row -> row[0])
            .collect(Collectors.toSet());

    /** км, млн: what is written without a full stop. */
    private static final Set<String> UNITS = Rows.of("units.tsv").stream().map(row -> row[0])
            .filter(unit -> unit.length() > 1 && unit.chars().allMatch(Words::isCyrillic)).collect(Collectors.toSet());

    private static final class Shipped {
        static final Spelling SPELLING = new Spelling(Analyser.shipped());
    }

    private final Analyser analyser;

    Spelling(Analyser analyser) {
        this.analyser = analyser;
    }

    /** The one that goes by the lists of this version; made on first use, which takes about a second. */
    public static Spelling shipped() {
        return Shipped.SPELLING;
    }

    /**
     * Whether the word may stand. Words of Latin letters, figures, abbreviations, and anything beyond {@value Words#LONGEST}
     * letters are not judged.
     */
    public boolean accepts(String word) {
        String plain = plain(word);
        return isBeyondUs(plain) || isRight(plain);
    }

    /** The same of a word that begins a sentence, whose capital does not tell that it is a name: Мектептарда. */
    public boolean acceptsFirst(String word) {
        String plain = plain(word);
        if (isBeyondUs(plain)) {
            return true;
        }
        String small = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        return isRight(small) || (isRight(plain) && !new Search(small, true).beats(FIRST_SLIP));
    }

    /** The same of a word in a line that is all capitals, where a word is no abbreviation for having them: МЕКТПЕ. */
    public boolean acceptsInCapitals(String word) {
        String plain = plain(word);
        int hyphen = plain.indexOf('-');
        if (isBeyondUs(plain) || (hyphen < 0 ? plain.length() : hyphen) <= ABBREVIATION_IN_CAPITALS) {
            return accepts(plain);
        }
        return isRight(Stream.of(plain.split("-", -1))
                .map(part -> part.isEmpty() ? part : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-")));
    }

    /** What may be meant, best first, at most {@value #MOST}, in the case of the word; empty where nothing near is known. */
    public List<String> suggestions(String word) {
        String plain = plain(word);
        if (isBeyondUs(plain)) {
            return List.of();
        }
        String repaired = WrongLetters.repaired(plain);
        String low = repaired.toLowerCase(Locale.ROOT);
        if (!repaired.equals(plain) && isRight(repaired)) {
            return List.of(repaired);
        }
        List<String> suggested = new ArrayList<>(MOST);
        if (low.indexOf('-') > 0) {
            byParts(low).forEach(suggested::add);
        } else {
            for (Candidate candidate : new Search(low, false).best()) {
                suggested.add(candidate.form());
            }
        }
        if (suggested.isEmpty() && !repaired.equals(plain)) {
            suggested.add(low);
        }
        return suggested.stream().map(form -> cased(form, repaired)).distinct().limit(MOST).toList();
    }

    /** What {@code ./qalam lang spell} says of a word: ok, or ? and the suggestions, tab-separated. */
    public String told(String word) {
        return accepts(word)
                ? "ok"
                : String.join("\t", Stream.concat(Stream.of("?"), suggestions(word).stream()).toList());
    }

    private static String plain(String word) {
        String plain = word.strip().replace("\u00AD", "").replace('\u2010', '-').replace('\u2011', '-')
                .replace('ʼ', '’').replace('\'', '’');
        return plain.length() <= Words.LONGEST && !Normalizer.isNormalized(plain, Normalizer.Form.NFC)
                ? Normalizer.normalize(plain, Normalizer.Form.NFC)
                : plain;
    }

    private static boolean isBeyondUs(String word) {
        boolean cyrillic = false;
        boolean latin = false;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (Character.isDigit(letter) || Character.isSurrogate(letter)) {
                return true;
            }
            cyrillic |= Words.isCyrillic(letter);
            latin |= Words.isLatin(letter);
        }
        return word.length() > Words.LONGEST || !cyrillic || word.length() < 2 || (latin && isForeignPart(word));
    }

    /** iPhone-дар: each part is of one script. */
    private static boolean isForeignPart(String word) {
        for (String part : word.split("[-’]")) {
            boolean cyrillic = part.codePoints().anyMatch(Words::isCyrillic);
            if (cyrillic && part.codePoints().anyMatch(Words::isLatin)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRight(String word) {
        if (!WrongLetters.repaired(word).equals(word)) {
            return false;
        }
        // Kazakh prints loan words with е or ё as it likes: актёр, актер
        String low = word.toLowerCase(Locale.ROOT);
        if (isAbbreviation(word) || UNITS.contains(low) || known(low, true)
                || (low.indexOf('ё') >= 0 && known(low.replace('ё', 'е'), true))) {
            return true;
        }
        if (low.indexOf('-') > 0) {
            return areRight(word.split("-", -1));
        }
        boolean capital = Character.isUpperCase(word.charAt(0));
        return isCompound(low) || (capital && isName(low)) || isLoan(low);
    }

    /** ҚР, БҰҰ, ҚазТАГ; with a suffix behind the hyphen that is a matter of harmony, not of spelling. */
    private static boolean isAbbreviation(String word) {
        int end = word.indexOf('-');
        String stem = end < 0 ? word : word.substring(0, end);
        long capitals = stem.chars().filter(Character::isUpperCase).count();
        return capitals >= 2 && stem.length() <= 8;
    }

    /** Known, in harmony, and not much likelier to be a slip. */
    private boolean known(String low, boolean weighed) {
        if (ACCEPTED.contains(low)) {
            return true;
        }
        Analysis reading = reading(low);
        if (reading == null) {
            return false;
        }
        return !weighed || reading.cost() < RARE || !new Search(low, true).beats(reading.cost() - SLIP);
    }

    private @Nullable Analysis reading(String low) {
        Analysis made = null;
        for (Analysis reading : analyser.analyses(low)) {
            if (!Harmony.holds(reading.lemma(), low) && !analyser.isIrregular(low)) {
                continue;
            }
            if (reading.known() && isLikely(reading)) {
                return reading;
            }
            if (!reading.known() && made == null && Derivation.makes(reading.lemma(), reading.kind(), this::isNoun)) {
                made = new Analysis(reading.lemma(), reading.kind(), reading.features(), true, DERIVED);
            }
        }
        return made;
    }

    private boolean isNoun(String word) {
        for (Analysis reading : analyser.analyses(word)) {
            if (reading.known() && reading.lemma().equals(word) && reading.kind().equals("n")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLikely(Analysis reading) {
        return reading.lemma().length() > 2 || reading.cost() < 150;
    }

    private boolean areRight(String[] parts) {
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty()) {
                return false;
            }
            boolean ending = i > 0 && part.length() <= 4;
            boolean right = ending || part.length() < 2 || isRight(part)
                    || (i > 0 && part.length() > 2 && echoes(parts[i - 1], part));
            if (!right) {
                return false;
            }
        }
        return true;
    }

    /** кітап-мітап, тап-таза, ұсақ-түйек: the second half plays on the first. */
    private static boolean echoes(String first, String second) {
        String tail = second.substring(1).toLowerCase(Locale.ROOT);
        return first.toLowerCase(Locale.ROOT).endsWith(tail)
                || (first.length() > 1 && first.substring(1).equalsIgnoreCase(tail));
    }

    private boolean isCompound(String low) {
        for (String beginning : BEGINNINGS) {
            if (low.startsWith(beginning) && low.length() - beginning.length() >= LEAST_PART
                    && reading(low.substring(beginning.length())) != null) {
                return true;
            }
        }
        return false;
    }

    /** A name is right unless a known word, or a likelier name, is one slip away. */
    private boolean isName(String low) {
        return low.length() >= LEAST_NAME && guess(low) && !new Search(low, false).beats(NAME_SLIP);
    }

    /** A word that nothing near is known of, with letters in an order that Kazakh words have. */
    private boolean isLoan(String low) {
        return low.length() > LEAST_PART && Letters.plausible(low, 0, low.length()) && guess(low)
                && !new Search(low, false).beats(LOAN_SLIP);
    }

    /** Whether it may be a word that no list has: not if it is a known one with a suffix of the wrong kind (Тоқаевке). */
    private boolean guess(String low) {
        List<Analysis> readings = analyser.analyses(low);
        if (!readings.isEmpty() && readings.get(0).known() && !Harmony.holds(readings.get(0).lemma(), low)) {
            return false;
        }
        for (Analysis reading : readings) {
            if (Harmony.holds(reading.lemma(), low)) {
                return true;
            }
        }
        return false;
    }

    private List<String> byParts(String low) {
        String[] parts = low.split("-", -1);
        int wrong = -1;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].length() > 1 && !known(parts[i], true)) {
                if (wrong >= 0) {
                    return List.of();
                }
                wrong = i;
            }
        }
        List<String> suggested = new ArrayList<>(MOST);
        if (wrong >= 0) {
            for (Candidate candidate : new Search(parts[wrong], false).best()) {
                parts[wrong] = candidate.form();
                suggested.add(String.join("-", parts));
            }
        }
        return suggested;
    }

    static String cased(String form, String like) {
        boolean all = like.length() > 1 && like.equals(like.toUpperCase(Locale.ROOT));
        if (all) {
            return form.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(like.charAt(0)) && !form.isEmpty()
                ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1)
                : form;
    }

    /** A form that is right, and how far and how likely it is: less is nearer. */
    private record Candidate(String form, int cost) {}

    /** All forms one slip away, and those with any number of letters typed without the Kazakh keyboard. */
    private final class Search {

        private static final int DOUBLED = 14;
        private static final int HALVED = 30;
        private static final int SWAPPED = 20;
        private static final int LEFT_OUT = 34;
        private static final int ADDED = 36;
        private static final int ADDED_NEAR = 26;
        private static final int TURNED = 20;
        private static final int MOST_FLIPS = 256;
        private static final int MOST_LOOKED_AT = 400;
        private static final int MOST_TWICE = 250;

        private final String word;
        private final Map<String, Integer> tried = new HashMap<>();
        private final boolean cheapOnly;

        Search(String word, boolean cheapOnly) {
            this.word = word;
            this.cheapOnly = cheapOnly;
        }

        boolean beats(int limit) {
            gather();
            for (Map.Entry<String, Integer> entry : tried.entrySet()) {
                if (entry.getValue() < limit) {
                    Analysis reading = reading(entry.getKey());
                    if (reading != null && reading.cost() + entry.getValue() < limit) {
                        return true;
                    }
                }
            }
            return false;
        }

        List<Candidate> best() {
            gather();
            List<Candidate> found = found(MOST_LOOKED_AT);
            if (found.isEmpty() && word.length() > 4) {
                tried.clear();
                twice();
                for (Candidate candidate : found(MOST_TWICE)) {
                    if (found.stream().noneMatch(other -> other.form().equals(candidate.form()))) {
                        found.add(candidate);
                    }
                }
                found.sort(Comparator.comparingInt(Candidate::cost));
            }
            return found.subList(0, Math.min(MOST, found.size()));
        }

        private List<Candidate> found(int looked) {
            List<Candidate> found = new ArrayList<>();
            tried.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(looked).forEach(entry -> {
                Analysis reading = reading(entry.getKey());
                if (reading != null) {
                    found.add(new Candidate(entry.getKey(), entry.getValue() + reading.cost()));
                } else if (ACCEPTED.contains(entry.getKey())) {
                    found.add(new Candidate(entry.getKey(), entry.getValue() + RARE));
                }
            });
            found.sort(Comparator.comparingInt(Candidate::cost).thenComparing(Candidate::form));
            return found;
        }

        private void gather() {
            flips();
            turns();
            doubles();
            if (cheapOnly) {
                return;
            }
            for (int i = 0; i < word.length(); i++) {
                swap(i);
                drop(i);
                substitute(i);
            }
            for (int i = 0; i <= word.length(); i++) {
                insert(i);
            }
        }

        private void consider(String form, int cost, int from, int to) {
            if (!form.equals(word) && Letters.plausible(form, from, to)) {
                tried.merge(form, cost, Math::min);
            }
        }

        /** Any number of letters typed for their kin; the first costs its price, further ones less. */
        private void flips() {
            List<String> forms = new ArrayList<>(List.of(""));
            List<Integer> costs = new ArrayList<>(List.of(0));
            for (int i = 0; i < word.length(); i++) {
                String kindred = cheap(word.charAt(i));
                int size = forms.size();
                for (int j = 0; j < size; j++) {
                    String before = forms.get(j);
                    for (int k = 0; k < kindred.length() && forms.size() < MOST_FLIPS; k++) {
                        int cost = Letters.typedFor(Letters.place(word.charAt(i)), Letters.place(kindred.charAt(k)));
                        String flipped = before + kindred.charAt(k);
                        if (flipped.length() < 3
                                || Letters.plausible(flipped, flipped.length() - 2, flipped.length() - 2)) {
                            forms.add(flipped);
                            costs.add(costs.get(j) == 0 ? cost : costs.get(j) + cost / 3);
                        }
                    }
                    forms.set(j, before + word.charAt(i));
                }
            }
            for (int j = 0; j < forms.size(); j++) {
                if (costs.get(j) > 0) {
                    consider(forms.get(j), costs.get(j), 0, word.length());
                }
            }
        }

        private String cheap(char typed) {
            return switch (typed) {
                case 'а' -> "ә";
                case 'г' -> "ғ";
                case 'к' -> "қ";
                case 'н' -> "ң";
                case 'о' -> "ө";
                case 'у' -> "ұү";
                case 'и' -> "і";
                case 'ы' -> "і";
                case 'х' -> "һ";
                case 'э' -> "е";
                default -> "";
            };
        }

        /** From a vowel on, everything in the other harmony: қызметқа, қызметке. */
        private void turns() {
            for (int i = 1; i < word.length(); i++) {
                consider(Harmony.turned(word, i, true), TURNED, i - 1, word.length());
                consider(Harmony.turned(word, i, false), TURNED, i - 1, word.length());
            }
        }

        private void doubles() {
            for (int i = 0; i + 1 < word.length(); i++) {
                if (word.charAt(i) == word.charAt(i + 1)) {
                    consider(word.substring(0, i) + word.substring(i + 1), DOUBLED, i - 1, i);
                }
            }
        }

        private void swap(int i) {
            if (i + 1 < word.length() && word.charAt(i) != word.charAt(i + 1)) {
                consider(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2), SWAPPED,
                        i - 1, i + 2);
            }
        }

        private void drop(int i) {
            int place = Letters.place(word.charAt(i));
            boolean near = (i > 0 && isNear(place, i - 1)) || (i + 1 < word.length() && isNear(place, i + 1));
            consider(word.substring(0, i) + word.substring(i + 1), near ? ADDED_NEAR : ADDED, i - 1, i);
        }

        private boolean isNear(int place, int other) {
            int beside = Letters.place(word.charAt(other));
            return beside >= 0 && Letters.typedFor(place, beside) < Letters.OTHER;
        }

        private void substitute(int i) {
            int typed = Letters.place(word.charAt(i));
            for (int meant = 0; meant < Letters.ALL.length(); meant++) {
                if (meant != typed) {
                    consider(word.substring(0, i) + Letters.ALL.charAt(meant) + word.substring(i + 1),
                            Letters.typedFor(typed, meant), i - 1, i + 1);
                }
            }
        }

        private void insert(int i) {
            for (int meant = 0; meant < Letters.ALL.length(); meant++) {
                boolean halved = i > 0 && word.charAt(i - 1) == Letters.ALL.charAt(meant);
                consider(word.substring(0, i) + Letters.ALL.charAt(meant) + word.substring(i),
                        halved ? HALVED : LEFT_OUT, i - 1, i + 1);
            }
        }

        /** A cheap slip and one more; only where one slip explains nothing. */
        private void twice() {
            Set<String> first = new LinkedHashSet<>();
            Map<String, Integer> once = new HashMap<>();
            Search cheap = new Search(word, true);
            cheap.gather();
            for (int i = 0; i + 1 < word.length(); i++) {
                cheap.swap(i);
            }
            cheap.tried.forEach(once::put);
            once.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(6)
                    .forEach(entry -> first.add(entry.getKey()));
            Set<String> seen = new HashSet<>();
            for (String form : first) {
                Search again = new Search(form, false);
                again.gather();
                again.tried.forEach((other, cost) -> {
                    if (!other.equals(word) && seen.add(other)) {
                        tried.put(other, cost + once.getOrDefault(form, LEFT_OUT) + 20);
                    }
                });
            }
        }
    }
}
