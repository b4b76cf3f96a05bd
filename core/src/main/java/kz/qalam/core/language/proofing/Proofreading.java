package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Inflector;
import kz.qalam.core.language.proofing.Finding.Kind;

/** Reads a Kazakh text as a sub-editor does. Safe for any number of threads. */
public final class Proofreading {

    /** Words of a text that are looked at; of what is longer the rest is not judged. */
    public static final int MOST_WORDS = 20_000;

    /** Different words of a text for which repairs are sought; further ones are marked without. */
    public static final int MOST_SOUGHT = 150;

    private static final int LEAST_OF_SENTENCE = 3;
    private static final int LONGEST_HEAD = 40;
    private static final int LONGEST_CUT = 6;
    /** км/сағ. */
    private static final int LONGEST_UNIT = 4;
    private static final String ENDS = ".!?…";
    private static final String VOWELS = "аәеёиоөуұүыіэюя";

    private static final Pattern LEFT_ALONE = Pattern.compile(
            "(?:[a-zA-Z][a-zA-Z0-9+.-]{0,20}://|www\\.)\\S{1,2000}|[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,8}|[#@][\\p{L}\\w]{1,200}");
    private static final Pattern SIGN = Pattern
            .compile(
                    "(?<![\\p{L}\\p{N}.,-])((?<!\\d\\h)(?:\\d{1,3}(?:\\h\\d{3}){1,5}|\\d{1,15})|\\p{Lu}{2,8}|[A-Za-z]{2,20})-(\\p{Ll}{2,6})(?![\\p{L}-])");
    /** No name, for that may stand in a Russian sentence too. */
    private static final Pattern KAZAKH_WORD = Pattern.compile("(?<![\\p{L}\\p{M}-])[а-яёәғқңөұүһі]{0,40}[әғқңөұүһі]");
    private static final Map<String, String> VARIANTS = variants();

    private static final class Shipped {
        static final Proofreading PROOFREADING = new Proofreading(Spelling.shipped());
    }

    private final Spelling spelling;

    Proofreading(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The one that goes by the lists of this version. */
    public static Proofreading shipped() {
        return Shipped.PROOFREADING;
    }

    /** Which features a suffix behind a hyphen stands for, be it in wrong harmony; null where the table has none. */
    static @Nullable String features(String suffix) {
        return VARIANTS.get(suffix);
    }

    private static Map<String, String> variants() {
        Map<String, String> variants = new HashMap<>();
        for (String[] row : Rows.of("suffix-variants.tsv")) {
            for (String variant : row[1].split(" ")) {
                variants.put(variant, row[0]);
            }
        }
        return variants;
    }

    /** Of a text without house rules and foreign spans. */
    public List<Finding> findings(String text) {
        return findings(text, StyleBook.EMPTY, List.of());
    }

    /**
     * What is to be marked, in the order of the text; findings of one kind never overlap. Time grows as the text does.
     *
     * @param text of any number of lines
     * @param foreign spans in another language, which are left alone
     */
    public List<Finding> findings(String text, StyleBook book, List<Span> foreign) {
        return new Reading(book).text(text, foreign);
    }

    /**
     * The findings of each passage, counted within it, in the same order. They are read as one text, so that the limits on
     * words and on repairs sought hold for all of them together.
     */
    public List<List<Finding>> findings(List<Passage> passages, StyleBook book) {
        List<List<Finding>> findings = new ArrayList<>();
        Reading reading = new Reading(book);
        for (Passage passage : passages) {
            findings.add(passage.read(reading::text));
        }
        return findings;
    }

    /** One text being read; what was found for a word holds for its next place too. */
    private final class Reading {

        private final StyleBook book;
        private final Map<String, List<String>> sought = new HashMap<>();
        private int words;

        Reading(StyleBook book) {
            this.book = book;
        }

        List<Finding> text(String text, List<Span> foreign) {
            List<Finding> findings = new ArrayList<>();
            int start = 0;
            while (start <= text.length()) {
                int end = text.indexOf('\n', start);
                int stop = end < 0 ? text.length() : end;
                if (stop > start) {
                    int from = start;
                    List<Span> here = foreign.stream().filter(span -> span.touches(from, stop))
                            .map(span -> new Span(span.start() - from, span.end() - from)).toList();
                    line(text.substring(start, stop), here).forEach(finding -> findings.add(finding.moved(from)));
                }
                start = stop + 1;
            }
            return findings;
        }

        private List<Finding> line(String line, List<Span> foreign) {
            List<Finding> findings = new ArrayList<>();
            BitSet alone = new BitSet();
            foreign.forEach(span -> alone.set(Math.max(0, span.start()), Math.min(line.length(), span.end())));
            if (Words.isShort(line)) {
                for (Matcher address = LEFT_ALONE.matcher(line); address.find();) {
                    alone.set(address.start(), address.end());
                }
            }
            sentences(line, alone, findings);
            signs(line, alone, findings);
            words(line, alone, findings);
            for (Change change : Typography.changes(line)) {
                if (foreign.stream().noneMatch(span -> span.touches(change.start(), change.end()))) {
                    findings.add(new Finding(change.start(), change.end(), Kind.TYPOGRAPHY, "typography", List.of(),
                            List.of(change.instead())));
                }
            }
            findings.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
            return findings;
        }

        private void sentences(String line, BitSet alone, List<Finding> findings) {
            BitSet found = new BitSet();
            int stop;
            for (int begun = 0; begun < line.length(); begun = stop) {
                stop = sentenceEnd(line, begun);
                int start = begun;
                int end = stop;
                while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
                    start++;
                }
                if (end - start < 10 || !isFree(start, end, alone)) {
                    continue;
                }
                String text = line.substring(start, end);
                if (Words.WORD.matcher(text).results().limit(LEAST_OF_SENTENCE).count() < LEAST_OF_SENTENCE) {
                    continue;
                }
                String language = SentenceLanguage.of(text);
                boolean foreign = language.equals("ru")
                        || (language.equals("en") && text.codePoints().noneMatch(Words::isCyrillic));
                if (foreign && !KAZAKH_WORD.matcher(text).find()) {
                    found.set(start, end);
                    findings.add(
                            new Finding(start, end, Kind.LANGUAGE, "foreign-sentence", List.of(language), List.of()));
                }
            }
            alone.or(found);
        }

        /** Behind the marks that end the sentence; qalam.kz and 2.4 go on. */
        private int sentenceEnd(String line, int from) {
            int end = from;
            while (end < line.length() && (ENDS.indexOf(line.charAt(end)) < 0
                    || (end + 1 < line.length() && Character.isLetterOrDigit(line.charAt(end + 1))))) {
                end++;
            }
            while (end < line.length() && ENDS.indexOf(line.charAt(end)) >= 0) {
                end++;
            }
            return end;
        }

        /** 2026-де, ҚР-ның, NATO-ға: the suffix follows what is heard. */
        private void signs(String line, BitSet alone, List<Finding> findings) {
            for (Matcher sign = SIGN.matcher(line); sign.find();) {
                String feature = VARIANTS.get(sign.group(2));
                if (feature == null || sign.group(1).length() > LONGEST_HEAD || Inflector.isOpen(sign.group(1))
                        || !isFree(sign.start(), sign.end(), alone)) {
                    continue;
                }
                Inflector.shipped().form(sign.group(1), "N;" + feature)
                        .filter(right -> !right.equals(sign.group()) && right.startsWith(sign.group(1) + "-"))
                        .ifPresent(right -> findings.add(new Finding(sign.start(), sign.end(), Kind.HARMONY, "harmony",
                                List.of(sign.group()), List.of(right))));
            }
        }

        private void words(String line, BitSet alone, List<Finding> findings) {
            int lastStart = 0;
            int lastEnd = -1;
            boolean first = true;
            int styled = 0;
            boolean capitals = Words.isInCapitals(line);
            for (Matcher word = Words.WORD.matcher(line); word.find() && ++words <= MOST_WORDS;) {
                int start = word.start();
                int end = word.end();
                if (!isFree(start, end, alone)) {
                    lastEnd = -1;
                    continue;
                }
                boolean figure = start > 0
                        && (Character.isDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '-'
                                || (line.charAt(start - 1) == '/' && end - start <= LONGEST_UNIT));
                Finding style = start < styled ? null : book.on(line, start, end);
                if (style != null && isFree(start, style.end(), alone)) {
                    findings.add(style);
                    styled = style.end();
                } else if (start >= styled && !figure && end - start <= Words.LONGEST
                        && !isCutShort(line, start, end)) {
                    Finding spelt = spelt(line, start, end, first, capitals);
                    if (spelt != null) {
                        findings.add(spelt);
                    }
                }
                if (lastEnd >= 0 && isDoubled(line, lastStart, lastEnd, start, end)) {
                    findings.add(new Finding(lastStart, end, Kind.DOUBLED, "doubled-word",
                            List.of(line.substring(start, end)), once(line.substring(lastStart, lastEnd))));
                }
                first = end < line.length() && ENDS.indexOf(line.charAt(end)) >= 0;
                lastStart = start;
                lastEnd = end;
            }
        }

        /** оңт., Орт., ғыл.: ends in a consonant and a full stop, and the sentence goes on. */
        private boolean isCutShort(String line, int start, int end) {
            if (end - start > LONGEST_CUT || end + 1 >= line.length() || line.charAt(end) != '.'
                    || VOWELS.indexOf(line.charAt(end - 1)) >= 0) {
                return false;
            }
            int next = end + 1;
            while (next < line.length() && next <= end + 2 && Character.isSpaceChar(line.charAt(next))) {
                next++;
            }
            return next < line.length()
                    && (Character.isLowerCase(line.charAt(next)) || ",-–)".indexOf(line.charAt(next)) >= 0);
        }

        private boolean isDoubled(String line, int lastStart, int lastEnd, int start, int end) {
            return lastEnd - lastStart == end - start && end - start <= Words.LONGEST
                    && line.regionMatches(true, lastStart, line, start, end - start)
                    && line.substring(lastEnd, start).isBlank();
        }

        /** Once, or as one word: қайта, қайта-қайта. */
        private List<String> once(String word) {
            return word.chars().allMatch(Words::isCyrillic)
                    ? List.of(word, word + "-" + word.toLowerCase(Locale.ROOT))
                    : List.of(word);
        }

        private @Nullable Finding spelt(String line, int start, int end, boolean first,
                boolean capitals) {
            String typed = line.substring(start, end);
            String repaired = WrongLetters.repaired(typed);
            if (!repaired.equals(typed)) {
                boolean mixed = typed.codePoints().anyMatch(Words::isLatin);
                return new Finding(start, end, mixed ? Kind.SCRIPTS : Kind.KEYBOARD,
                        mixed ? "mixed-scripts" : "keyboard",
                        List.of(typed), List.of(repaired));
            }
            boolean begins = first && isCapitalised(typed);
            if (begins
                    ? spelling.acceptsFirst(typed)
                    : capitals ? spelling.acceptsInCapitals(typed) : spelling.accepts(typed)) {
                return null;
            }
            List<String> repairs = sought.get(typed);
            if (repairs == null) {
                repairs = sought.size() < MOST_SOUGHT ? spelling.suggestions(typed) : List.of();
                if (sought.size() < MOST_SOUGHT) {
                    sought.put(typed, repairs);
                }
            }
            Kind kind = kind(typed, repairs);
            String message = kind == Kind.SPELLING ? "unknown-word" : kind == Kind.HARMONY ? "harmony" : "keyboard";
            return new Finding(start, end, kind, message, List.of(typed), repairs);
        }
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    /** What the likeliest repair says of the slip. */
    private static Kind kind(String typed, List<String> repairs) {
        if (repairs.isEmpty() || repairs.get(0).length() != typed.length()) {
            return Kind.SPELLING;
        }
        String low = typed.toLowerCase(Locale.ROOT);
        String right = repairs.get(0).toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < low.length() && low.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at > 1 && (Harmony.turned(low, at, true).equals(right) || Harmony.turned(low, at, false).equals(right))
                && "аеықкіғгүұ".indexOf(low.charAt(at)) >= 0 && isSuffix(right, at)) {
            return Kind.HARMONY;
        }
        for (int i = 0; i < low.length(); i++) {
            if (low.charAt(i) != right.charAt(i)
                    && "аәгғкқнңоөуұуүиіхһ".indexOf("" + low.charAt(i) + right.charAt(i)) % 2 != 0) {
                return Kind.SPELLING;
            }
        }
        return Kind.KEYBOARD;
    }

    private static boolean isSuffix(String right, int at) {
        return right.substring(at).length() <= 5 && VARIANTS.keySet().stream().anyMatch(right::endsWith);
    }

    private static boolean isFree(int start, int end, BitSet alone) {
        for (int i = start; i < end; i++) {
            if (alone.get(i)) {
                return false;
            }
        }
        return true;
    }
}
