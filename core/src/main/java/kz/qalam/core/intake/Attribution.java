package kz.qalam.core.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.proofing.WrongLetters;

/**
 * Whom a story relies on, as its first paragraph says: «…, деп хабарлайды QALAM.KZ Ақордаға сілтеме жасап», «…, деп
 * жазады QALAM.KZ басқарманың мәліметіне сүйеніп», «Төтенше жағдайлар министрлігінің мәліметінше, …». The name is given
 * in the nominative; where it is not clear where the name begins or how it declines, none is given. The paragraph
 * itself is not touched.
 */
final class Attribution {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Nobody names a source further into a paragraph. */
    private static final int FAR_ENOUGH = 3_000;
    private static final int MOST_WORDS = 14;
    private static final int MOST_IN_NAME = 200;

    private static final String INFORMATION = "(?:ресми |соңғы |алдын ала )?(?:мәліметінше|мәліметтерінше|деректерінше|дерегінше"
            + "|ақпаратынша|хабарлауынша|(?:мәліметі|мәліметтері|дерегі|деректері|ақпараты) бойынша"
            + "|(?:мәліметіне|мәліметтеріне|дерегіне|деректеріне|ақпаратына|хабарламасына|мәлімдемесіне)"
            + " (?:сүйеніп|сүйене отырып|сүйенсек|сілтеме жасап|сілтеме жасай отырып))";

    private static final String REFERENCE = "(?:сілтеме жасап|сілтеме жасай отырып|сүйеніп|сүйене отырып)";

    /** What follows the name: on whose information, or with reference to whom. */
    private static final Pattern RELIED = Pattern
            .compile("(?<=\\h)(?:(?<information>" + INFORMATION + ")|" + REFERENCE + ")(?!\\p{L})", FLAGS);

    /** What stands before outlet and name. */
    private static final Pattern TOLD = Pattern
            .compile("(?<!\\p{L})(?:деп (?:хабарлайды|хабарлады|хабарлап отыр|жазады|жазды|жазып отыр)"
                    + "|бұл (?:туралы|жөнінде|жайында|жайлы)|осы туралы)\\h+", FLAGS);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+[»”\"]?(?=\\h|$)");
    private static final Pattern CLAUSE_START = Pattern.compile("(?:[.!?…,;:]+[»”\"]?|[–—])\\h+");

    private static final String MEDIUM = "(?:ақпарат(?:тық)? )?(?:сайты|порталы|тілшісі|агенттігі|редакциясы|басылымы|газеті|журналы"
            + "|арнасы|телеарнасы|радиосы|баспасөз орталығы)";

    /**
     * An outlet before the name: a web site, something in quotation marks that is called a medium, or a known agency.
     */
    private static final Pattern OUTLET = Pattern
            .compile("(?<outlet>(?:[\\p{L}\\p{Nd}-]+\\.)+[A-Za-z]{2,}|«[^«»]{2,60}»(?=\\h" + MEDIUM
                    + ")|\"[^\"]{2,60}\"(?=\\h" + MEDIUM
                    + ")|ҚазАқпарат|Қазақпарат|Kazinform|Казинформ|Азаттық(?: радиосы)?)(?:(?:[-‐]?(?:т|д|н)[ыі]ң)?\\h"
                    + MEDIUM + ")?(?=\\h|$)");

    /** A name that is told from, to or of, and so is not the teller's. */
    private static final Pattern DECLINED = Pattern
            .compile("(?:[нтд][ае]н|[дт][ае]|[ғгқкн][ае]|[нтд][ыі]ң|[мбп]ен|п)$|[A-Za-z]-\\p{IsCyrillic}+\\h");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd} «»„“”\"'’().№&-]+");

    /** Words with which a sentence begins, and no name. */
    private static final Set<String> NO_NAME = Set.of("кеше", "бүгін", "ал", "бірақ", "алайда", "осы", "бұл", "ол",
            "олар", "сондай-ақ", "мәселен",
            "яғни", "ведомство", "биыл", "былтыр", "оның", "соның", "сонымен", "айта", "дегенмен", "жалпы", "қазір",
            "енді", "өз", "кейбір");

    private Attribution() {
    }

    /** The source's name in the nominative, or nothing. */
    static @Nullable String of(String paragraph) {
        String text = WrongLetters.repaired(paragraph.substring(0, Math.min(FAR_ENOUGH, paragraph.length())))
                .replace('\u00A0', ' ');
        Matcher relied = RELIED.matcher(text);
        if (relied.find()) {
            return named(text.substring(0, relied.start()), relied.group("information") != null);
        }
        Matcher told = TOLD.matcher(text);
        return told.find() && told.group().toLowerCase(Locale.ROOT).startsWith("деп")
                ? teller(text.substring(told.end()))
                : null;
    }

    /** The name at the end of what stands before «сілтеме жасап» or «мәліметінше». */
    private static @Nullable String named(String before, boolean information) {
        int start = -1;
        for (Matcher told = TOLD.matcher(before); told.find();) {
            start = told.end();
        }
        boolean led = start >= 0;
        for (Matcher clause = CLAUSE_START.matcher(before); !led && clause.find();) {
            start = clause.end();
        }
        String phrase = before.substring(Math.max(0, start)).strip();
        Matcher outlet = OUTLET.matcher(phrase);
        boolean withOutlet = led && outlet.lookingAt() && outlet.end() < phrase.length();
        String name = withOutlet ? phrase.substring(outlet.end()).strip() : phrase;
        return isWhole(name, led, withOutlet) ? inNominative(name, information) : null;
    }

    /** Whether the name surely begins where it was cut: no outlet that we do not know may be left before it. */
    private static boolean isWhole(String name, boolean led, boolean withOutlet) {
        String[] words = name.split(" +");
        if (words.length > MOST_WORDS || NO_NAME.contains(words[0].toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (withOutlet || words.length == 1) {
            return true;
        }
        if (!led) {
            return isCapital(words[0]);
        }
        if (!isCapital(words[0])) {
            return true;
        }
        for (int i = 1; i < words.length; i++) {
            if (isCapital(words[i])) {
                return false;
            }
        }
        return isCyrillic(words[0]);
    }

    private static @Nullable String inNominative(String name, boolean information) {
        int last = name.lastIndexOf(' ') + 1;
        String word = name.substring(last);
        String stem = (information ? CaseEnding.GENITIVE : CaseEnding.DATIVE).off(word);
        if (stem == null && (!information || word.endsWith("ң"))) {
            return null;
        }
        return asName(name.substring(0, last) + (stem == null ? word : stem));
    }

    /** The outlet alone, where the story names nobody else: «…, деп хабарлайды QALAM.KZ.» */
    private static @Nullable String teller(String after) {
        Matcher end = SENTENCE_END.matcher(after);
        String phrase = (end.find() ? after.substring(0, end.start()) : after).strip();
        Matcher outlet = OUTLET.matcher(phrase);
        if (outlet.lookingAt() && outlet.end() == phrase.length()) {
            return asName(outlet.group("outlet"));
        }
        boolean plain = phrase.split(" +").length <= 5 && isCapital(phrase) && !declined(phrase);
        return plain ? asName(phrase) : null;
    }

    private static boolean declined(String phrase) {
        return DECLINED.matcher(phrase).find();
    }

    private static @Nullable String asName(String name) {
        return NAME.matcher(name).matches() && name.length() <= MOST_IN_NAME
                && name.chars().anyMatch(Character::isLetter)
                        ? name
                        : null;
    }

    private static boolean isCapital(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                return !Character.isLowerCase(word.charAt(i));
            }
        }
        return false;
    }

    private static boolean isCyrillic(String word) {
        return word.codePoints().noneMatch(c -> c < 0x80 && Character.isLetter(c));
    }
}
