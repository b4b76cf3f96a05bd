package kz.qalam.core.language.proofing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets a line as Kazakh news is set: «», “ ” within, the en dash, №, the ellipsis, no space before a comma, and no-break
 * spaces where a line must not end. Words and figures stay as they are, and set lines stay as they are.
 */
public final class Typography {

    private static final char NBSP = '\u00A0';

    /** What is never touched: addresses of all kinds, tags and code. */
    private static final Pattern LEFT_ALONE = Pattern
            .compile(
                    "(?:[a-zA-Z][a-zA-Z0-9+.-]{0,20}://|www\\.)[^\\s«»\"]+|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+|[#@][\\p{L}\\w]+");

    private static final Pattern SPEECH = Pattern.compile("^(\\h*)(?:[-−—―‒]\\h+|[—―‒]\\h*(?=[\\p{L}«\"“„]))");
    private static final Pattern DASH = Pattern.compile("(?<=[^\\s\\h])(\\h+)(?:-{1,3}|[−—―‒])(?=\\h|$)");
    private static final Pattern JOINED_DASH = Pattern
            .compile("(?<=[\\p{L}\\p{N}»”\".,!?…])\\h*(?:[—―]|--)\\h*(?=[\\p{L}\\p{N}«“\"])");
    private static final Pattern RANGE = Pattern
            .compile(
                    "(?<![\\p{L}\\p{N}.,:/+–-])(\\d{1,4})[-−—‒](\\d{1,4})(?![\\p{N}.,:/]\\d|[-–]?\\d)(?=-\\p{L}|[^\\p{L}\\p{N}-]|$)");
    private static final Pattern PHONE = Pattern.compile("(?:тел|факс|tel)\\.?:?[\\h\\d()+-]{0,20}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DOTS = Pattern.compile("(?<![.])\\.{3,}");
    private static final Pattern BEFORE_POINT = Pattern
            .compile("(?<=[\\p{L}\\p{N}»”\"')%])\\h+(?=[,;:!?…](?:[\\s»”\")!?…]|$)|\\.(?:[\\s»”\")]|$))");
    private static final Pattern ASTRAY = Pattern.compile("(?<=\\p{L})\\h+([,;])(?=\\p{L})");
    private static final Pattern AFTER_COMMA = Pattern
            .compile("(?<=\\p{L}[,;])(?=\\p{L})|(?<=\\p{L}{2}[!?])(?=\\p{Lu})");
    private static final Pattern INSIDE = Pattern
            .compile("(?<=[«“(\\[])\\h+(?=\\S)|(?<=\\S)(?<![\\h–-])\\h+(?=[»”)\\]])");
    private static final Pattern SPACES = Pattern.compile("(?<=\\S)[ \\t]{2,}(?=\\S)");
    private static final Pattern NUMERO = Pattern.compile("№\\h*(?=\\d)");
    private static final Pattern THOUSANDS = Pattern
            .compile("(?<![\\p{L}\\p{N}.,+-])\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+(?![\\p{N}-]|[ \\u00A0]\\d)");
    private static final Pattern INITIAL = Pattern
            .compile("(?<!\\p{L})(\\p{Lu}\\.)\\h*+(?:(?<=\\h)|(?=\\p{Lu}\\.))(?=\\p{Lu}(?:\\.|\\p{Ll}))");
    private static final Pattern SHORTENED = Pattern
            .compile("(?<=\\d)[ \\t]+(?=([\\p{L}%‰°₸$€₽]+)(\\.?)([^\\p{L}]|$))");

    /** What stays with the figure before it; with a full stop where the word is cut short. */
    private static final Set<String> UNITS = Rows.of("units.tsv").stream().map(row -> row[0])
            .collect(Collectors.toSet());

    private Typography() {
    }

    /** The line as it should be set; a set line comes back unchanged. Time and memory grow as its length does. */
    public static String of(String line) {
        StringBuilder set = new StringBuilder(line.length() + 8);
        Quotes quotes = new Quotes(line);
        Matcher alone = LEFT_ALONE.matcher(line);
        boolean prose = Words.isShort(line);
        int from = 0;
        while (from <= line.length()) {
            boolean found = prose && alone.find(from);
            int to = found ? alone.start() : line.length();
            set.append(part(quotes.set(from, to), from == 0));
            if (!found) {
                break;
            }
            set.append(alone.group());
            from = alone.end();
        }
        return set.toString();
    }

    private static String part(String typed, boolean first) {
        String line = typed;
        if (first) {
            line = SPEECH.matcher(line).replaceFirst("$1– ");
        }
        line = DOTS.matcher(line).replaceAll("…");
        line = ranges(line);
        line = DASH.matcher(line).replaceAll("$1–");
        line = JOINED_DASH.matcher(line).replaceAll(" – ");
        line = SPACES.matcher(line).replaceAll(" ");
        line = ASTRAY.matcher(line).replaceAll("$1 ");
        line = BEFORE_POINT.matcher(line).replaceAll("");
        line = INSIDE.matcher(line).replaceAll("");
        line = AFTER_COMMA.matcher(line).replaceAll(" ");
        line = NUMERO.matcher(line).replaceAll("№" + NBSP);
        line = THOUSANDS.matcher(line).replaceAll(number -> number.group().replace(' ', NBSP));
        line = initials(line);
        return SHORTENED.matcher(line).replaceAll(gap -> {
            String word = gap.group(1).toLowerCase(Locale.ROOT);
            return UNITS.contains(word) || UNITS.contains(word + gap.group(2))
                    ? String.valueOf(NBSP)
                    : Matcher.quoteReplacement(gap.group());
        });
    }

    private static String initials(String line) {
        return INITIAL.matcher(line)
                .replaceAll(initial -> initial.group().endsWith(".") ? initial.group(1) : initial.group(1) + NBSP);
    }

    /** 2020-2024, 5-6: a dash between two figures that rise; scores, telephones and dates keep what they have. */
    private static String ranges(String line) {
        Matcher range = RANGE.matcher(line);
        StringBuilder set = new StringBuilder(line.length());
        while (range.find()) {
            boolean rises = Integer.parseInt(range.group(1)) < Integer.parseInt(range.group(2))
                    && range.group(1).length() <= range.group(2).length();
            boolean phone = PHONE.matcher(line.substring(Math.max(0, range.start() - 30), range.start())).find();
            range.appendReplacement(set, rises && !phone ? "$1–$2" : Matcher.quoteReplacement(range.group()));
        }
        return range.appendTail(set).toString();
    }

    /** Which quotation marks open and which close, over the whole line. */
    private static final class Quotes {

        private static final String ALL = "\"“”„‟«»″";
        private static final int DEEPEST = 2;

        private final char[] letters;
        private final boolean pairs;

        Quotes(String line) {
            letters = line.toCharArray();
            char[] set = line.toCharArray();
            int depth = 0;
            boolean sound = true;
            for (int i = 0; i < letters.length; i++) {
                if (ALL.indexOf(letters[i]) < 0) {
                    continue;
                }
                boolean inches = "\"″”".indexOf(letters[i]) >= 0 && depth == 0 && i > 0
                        && Character.isDigit(letters[i - 1]);
                if (inches) {
                    continue;
                }
                if (opens(i, depth)) {
                    set[i] = depth == 0 ? '«' : '“';
                    sound &= depth < DEEPEST;
                    depth++;
                } else if (depth > 0) {
                    depth--;
                    set[i] = depth == 0 ? '»' : '”';
                } else {
                    sound &= letters[i] == '»';
                }
            }
            pairs = sound && depth == 0;
            System.arraycopy(pairs ? set : guessed(line), 0, letters, 0, letters.length);
        }

        private boolean opens(int place, int depth) {
            char mark = letters[place];
            if (mark == '«' || mark == '„' || mark == '‟') {
                return true;
            }
            if (mark == '»') {
                return false;
            }
            boolean before = place == 0 || " \t\u00A0([{«“„–—-/\"".indexOf(letters[place - 1]) >= 0;
            boolean after = place + 1 == letters.length
                    || " \t\u00A0)]}»”.,;:!?…–—-\"".indexOf(letters[place + 1]) >= 0;
            return (before && !after) || (before == after && depth == 0 && !(after && place + 1 == letters.length));
        }

        /** The marks of a line whose pairs do not meet, as in one paragraph of several: each by what stands beside it. */
        private static char[] guessed(String line) {
            char[] set = line.toCharArray();
            for (int i = 0; i < set.length; i++) {
                boolean straight = set[i] == '"' || set[i] == '„' || set[i] == '‟';
                boolean inches = i > 0 && Character.isDigit(set[i - 1]);
                if (straight && !inches) {
                    boolean before = i == 0 || Character.isWhitespace(set[i - 1]) || "([«–—".indexOf(set[i - 1]) >= 0;
                    boolean after = i + 1 < set.length && Character.isLetterOrDigit(set[i + 1]);
                    set[i] = before || (after && i == 0) ? '«' : '»';
                }
            }
            return set;
        }

        String set(int from, int to) {
            return new String(letters, from, to - from);
        }
    }

    /** What {@link #of} would change in the line, as findings would tell it: the shortest runs that differ. */
    static List<Change> changes(String line) {
        return Change.between(line, of(line));
    }
}
