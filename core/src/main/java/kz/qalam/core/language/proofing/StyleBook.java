package kz.qalam.core.language.proofing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Analyser;
import kz.qalam.core.language.morphology.Analysis;
import kz.qalam.core.language.morphology.Inflector;

/** The live rules of a newsroom, ready to be looked up by any form. Immutable. */
public final class StyleBook {

    /** A newsroom without rules of its own. */
    public static final StyleBook EMPTY = new StyleBook(List.of());

    /** A reading this far behind the best is not what was meant. */
    private static final int READINGS = 2;

    private static final List<String> VERBAL_NOUN = List.of("GER");

    /**
     * @param kind of which forms it tells; absent: of all
     * @param instead what is put into the form: of a verb the stem
     */
    private record Entry(StyleRule rule, @Nullable String kind, String instead) {}

    /**
     * Several words of which the last is met in any form.
     *
     * @param words in lower case, as the rule has them
     * @param last the stem of the last: of «қаласы» it is «қала», and {@code own} what it has already
     * @param entry what is put into the form
     */
    private record Phrase(List<String> words, String last, List<String> own, Entry entry) {}

    private static final List<String> POSSESSED = List.of("POSS3");

    /** Of a suffix that no table tells: no form is made of it. */
    private static final List<String> UNTOLD = List.of("?");
    private static final List<String> NUMBERS = List.of("", "PL;", "POSS3;", "PL;POSS3;");
    private static final List<String> CASES = List.of("NOM", "GEN", "DAT", "ACC", "LOC", "ABL", "INS");

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** @param rules of two for one word the later holds */
    public StyleBook(List<StyleRule> rules) {
        for (StyleRule rule : rules) {
            String word = rule.lemma().strip().toLowerCase(Locale.ROOT);
            if (word.indexOf(' ') > 0) {
                Phrase phrase = phrase(rule, List.of(word.split(" +")));
                List<Phrase> alike = phrases.computeIfAbsent(phrase.words().get(0), first -> new ArrayList<>());
                alike.removeIf(other -> other.words().equals(phrase.words()));
                alike.add(phrase);
                alike.sort(Comparator.comparing((Phrase one) -> one.words().size()).reversed());
                continue;
            }
            String stem = verb(word);
            String instead = rule.instead().strip();
            if (stem == null) {
                entries.put(word, new Entry(rule, null, instead));
            } else {
                Entry entry = new Entry(rule, "v", stem(instead));
                entries.put(word, entry);
                entries.put(stem, entry);
            }
        }
    }

    private static Phrase phrase(StyleRule rule, List<String> words) {
        String last = words.get(words.size() - 1);
        String instead = rule.instead().strip();
        String verb = verb(last);
        if (verb != null) {
            return new Phrase(words, verb, List.of(), new Entry(rule, "v", stem(instead)));
        }
        String possessed = possessed(last);
        return new Phrase(words, possessed == null ? last : possessed, possessed == null ? List.of() : POSSESSED,
                new Entry(rule, "n", instead));
    }

    /** What someone's is: of «қаласы» «қала», as it stands in «Алматы қаласы»; null of any other word. */
    private static @Nullable String possessed(String word) {
        return Analyser.shipped().analyses(word).stream().limit(1)
                .filter(reading -> reading.known() && reading.kind().equals("n")
                        && reading.features().equals(POSSESSED))
                .map(Analysis::lemma).findFirst().orElse(null);
    }

    /** The stem of a verb in the form in which dictionaries of Kazakh list it (айту), or null if it is none. */
    private static @Nullable String verb(String word) {
        return Analyser.shipped().analyses(word).stream()
                .filter(reading -> reading.known() && reading.kind().equals("v")
                        && reading.features().equals(VERBAL_NOUN))
                .map(Analysis::lemma).findFirst().orElse(null);
    }

    /** With the stem of its last word if that is a verb: «пайдалану» is put into forms from «пайдалан». */
    private static String stem(String instead) {
        int last = instead.lastIndexOf(' ') + 1;
        String stem = last == instead.length() ? null : verb(instead.substring(last).toLowerCase(Locale.ROOT));
        return stem == null ? instead : instead.substring(0, last) + stem;
    }

    public boolean isEmpty() {
        return entries.isEmpty() && phrases.isEmpty();
    }

    /**
     * What the rules say of a line, and nothing else.
     *
     * @param foreign spans in another language, which are left alone
     */
    public List<Finding> findings(String line, List<Span> foreign) {
        List<Finding> findings = new ArrayList<>();
        if (isEmpty()) {
            return findings;
        }
        int words = 0;
        int marked = 0;
        for (Matcher word = Words.WORD.matcher(line); word.find() && ++words <= Proofreading.MOST_WORDS;) {
            int start = word.start();
            int end = word.end();
            Finding finding = start < marked || touches(foreign, start, end) ? null : on(line, start, end);
            if (finding != null && !touches(foreign, start, finding.end())) {
                findings.add(finding);
                marked = finding.end();
            }
        }
        return findings;
    }

    /** The same of a passage, of each part by itself. */
    public List<Finding> findings(Passage passage) {
        return passage.read(this::findings);
    }

    private static boolean touches(List<Span> foreign, int start, int end) {
        return foreign.stream().anyMatch(span -> span.touches(start, end));
    }

    /** What a rule says of the word that stands here, or of several of which it is the first: the finding may end further on. */
    @Nullable
    Finding on(String line, int start, int end) {
        if (isEmpty() || end - start > Words.LONGEST) {
            return null;
        }
        String word = line.substring(start, end);
        String low = word.toLowerCase(Locale.ROOT);
        for (Phrase phrase : phrases.getOrDefault(low, List.of())) {
            Finding finding = met(phrase, line, word, start, end);
            if (finding != null) {
                return finding;
            }
        }
        if (entries.isEmpty()) {
            return null;
        }
        List<Analysis> readings = Analyser.shipped().analyses(low);
        for (Analysis reading : readings.subList(0, Math.min(READINGS, readings.size()))) {
            Entry entry = entries.get(reading.lemma());
            if (entry != null && (entry.kind() == null || entry.kind().equals(reading.kind()))) {
                return finding(entry, reading.features(), reading.kind(), like(line, word, entry), start, end);
            }
        }
        Entry entry = entries.get(low);
        if (entry == null) {
            return onSign(line, word, start, end);
        }
        return entry.kind() != null && !low.equals(entry.rule().lemma().strip().toLowerCase(Locale.ROOT))
                ? null
                : finding(entry, List.of(), "n", like(line, word, entry), start, end);
    }

    /** ҚХР-дың, iPhone-дар: the suffix stands behind a hyphen. */
    private @Nullable Finding onSign(String line, String word, int start, int end) {
        String head = head(word);
        Entry entry = head == null ? null : entries.get(head);
        if (head == null || entry == null || entry.kind() != null) {
            return null;
        }
        List<String> features = behindHyphen(word, head);
        return features == null ? null : finding(entry, features, "n", like(line, word, entry), start, end);
    }

    private static String hyphened(String word) {
        return word.replace('\u2010', '-').replace('\u2011', '-');
    }

    private static @Nullable String head(String word) {
        int hyphen = hyphened(word).lastIndexOf('-');
        return hyphen <= 0 ? null : word.substring(0, hyphen).toLowerCase(Locale.ROOT);
    }

    /** What stands behind the hyphen of an abbreviation, as features; null where the word is no form of it. */
    private static @Nullable List<String> behindHyphen(String word, String head) {
        if (!head.equals(head(word)) || !Analyser.shipped().keys(hyphened(word)).equals(List.of(head))) {
            return null;
        }
        String suffix = word.substring(head.length() + 1).toLowerCase(Locale.ROOT);
        String told = Proofreading.features(suffix);
        if (told != null) {
            return List.of(told.split(";"));
        }
        String typed = word.substring(0, head.length());
        for (String number : NUMBERS) {
            for (String form : CASES) {
                if (Inflector.shipped().form(typed, "N;" + number + form)
                        .filter((typed + "-" + suffix)::equals).isPresent()) {
                    return List.of((number + form).split(";"));
                }
            }
        }
        return UNTOLD;
    }

    /** By whose capitals what is put there is written: those of an abbreviation are its own and no emphasis. */
    private static String like(String line, String word, Entry entry) {
        String head = head(word);
        String stem = head == null ? word : word.substring(0, head.length());
        boolean capitals = stem.length() > 1 && stem.equals(stem.toUpperCase(Locale.ROOT));
        String instead = entry.rule().instead().strip();
        boolean named = !instead.isEmpty() && Character.isUpperCase(instead.charAt(0));
        return capitals && !Words.isInCapitals(line)
                && (named || !Analyser.shipped().knows(stem.toLowerCase(Locale.ROOT)))
                        ? word.toLowerCase(Locale.ROOT)
                        : word;
    }

    private static @Nullable Finding met(Phrase phrase, String line, String first, int start, int end) {
        int at = end;
        Matcher next = Words.WORD.matcher(line);
        String low = "";
        for (int i = 1; i < phrase.words().size(); i++) {
            if (!next.find(at) || next.end() - next.start() > Words.LONGEST || next.start() == at
                    || !isSpace(line, at, next.start())) {
                return null;
            }
            at = next.end();
            low = next.group().toLowerCase(Locale.ROOT);
            if (i < phrase.words().size() - 1 && !low.equals(phrase.words().get(i))) {
                return null;
            }
        }
        List<String> features = low.equals(phrase.words().get(phrase.words().size() - 1))
                ? List.of()
                : behind(phrase, low);
        return features == null ? null : finding(phrase, features, first, start, at);
    }

    private static boolean isSpace(String line, int from, int to) {
        return line.substring(from, to).chars()
                .allMatch(c -> c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /** What the last word has more than the rule's; null where it is another word. */
    private static @Nullable List<String> behind(Phrase phrase, String word) {
        List<Analysis> readings = Analyser.shipped().analyses(word);
        for (Analysis reading : readings.subList(0, Math.min(READINGS, readings.size()))) {
            int own = phrase.own().size();
            if (reading.lemma().equals(phrase.last()) && reading.kind().equals(phrase.entry().kind())
                    && reading.features().size() > own && reading.features().subList(0, own).equals(phrase.own())) {
                return reading.features().subList(own, reading.features().size());
            }
        }
        return phrase.own().isEmpty() && "n".equals(phrase.entry().kind())
                ? behindHyphen(word, phrase.last())
                : null;
    }

    /** With the last word of what is written instead in the form of the last that was written. */
    private static Finding finding(Phrase phrase, List<String> features, String first, int start, int end) {
        Entry entry = phrase.entry();
        int last = entry.instead().lastIndexOf(' ') + 1;
        String possessed = last == 0 ? null : possessed(entry.instead().substring(last).toLowerCase(Locale.ROOT));
        if (features.isEmpty() || possessed == null) {
            return finding(entry, features, requireNonNull(entry.kind()), first, start, end);
        }
        List<String> all = new ArrayList<>(POSSESSED);
        all.addAll(features);
        return finding(new Entry(entry.rule(), entry.kind(), entry.instead().substring(0, last) + possessed), all,
                requireNonNull(entry.kind()), first, start, end);
    }

    private static Finding finding(Entry entry, List<String> features, String kind, String word, int start,
            int end) {
        StyleRule rule = entry.rule();
        List<String> repairs = new ArrayList<>();
        String instead = rule.instead().strip();
        if (!instead.isEmpty()) {
            boolean asListed = features.isEmpty() || (entry.kind() != null && features.equals(VERBAL_NOUN));
            Optional<String> form = asListed
                    ? Optional.of(instead)
                    : Inflector.shipped().form(entry.instead(),
                            kind.toUpperCase(Locale.ROOT) + ";" + String.join(";", features));
            form.ifPresent(found -> repairs.add(Spelling.cased(found, word)));
        }
        return new Finding(start, end, Finding.Kind.STYLE, "style", List.of(rule.lemma(), rule.reason()), repairs);
    }
}
