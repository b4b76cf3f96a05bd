package kz.qalam.core.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The case endings in which a source is named, taken off where that is safe. Only what Kazakh sound harmony allows
 * after the stem is taken for an ending; for all else there is no answer, for a wrong name is worse than none.
 */
enum CaseEnding {

    /** «Ақордаға», «әкімдігіне», «ІІМ-ге», «QALAM.KZ-ке», «Үкіметке». */
    DATIVE("(?<=[ыі])н[ае]|(?<=[аәеоөуүұыіиюяёэйлрмнңзжғв])ғ[ае]|(?<=[аәеоөуүұыіиюяёэйлрмнңзжвь])г[ае]"
            + "|(?<=[пфкқтсшщхцчбвгд])[қк][ае]", "[ғгқк][ае]|(?:с?[ыі])?н[ае]"),

    /** «Ақорданың», «министрліктің», «ТЖМ-нің». */
    GENITIVE("(?<=[аәеоөуүұыіиюяёэмнң])н[ыі]ң|(?<=[лрйузжвь])д[ыі]ң|(?<=[пфкқтсшщхцчбвгд])т[ыі]ң",
            "[дт][ыі]ң|(?:с?[ыі])?н[ыі]ң");

    /** Back and front: an ending has the vowel of its stem's last syllable. */
    private static final String BACK = "аоұыуяю";
    private static final String FRONT = "әеөүіиэ";

    /** Behind these, loans take a front ending whatever their vowel: «банктің», «автомобильге». */
    private static final String SOFT_ENDS = "кгь";

    private static final int SHORTEST_STEM = 3;

    private static final Set<String> PRONOUNS = Set.of("он", "сон", "бұн", "мұн", "о", "со", "бұ", "мұ", "олар",
            "солар", "бұлар",
            "мен", "сен", "біз", "сіз", "өз", "өзі", "кім", "осы", "осылар", "бәрі");

    private final Pattern joined;
    private final Pattern apart;

    CaseEnding(String joined, String apart) {
        this.joined = Pattern.compile("(?:" + joined + ")$");
        // behind a hyphen or a closing quotation mark, as after abbreviations and foreign names
        this.apart = Pattern
                .compile("(?:(?<=[\\p{L}\\p{Nd}»”\"])[-‐‑](?:" + apart + ")|(?<=[»”\"])(?:" + apart + "))$");
    }

    /** The word without its ending, or nothing where it has none that is surely one. */
    @Nullable
    String off(String word) {
        Matcher ending = apart.matcher(word);
        if (ending.find()) {
            return word.substring(0, ending.start());
        }
        ending = joined.matcher(word);
        if (!ending.find()) {
            return null;
        }
        String stem = word.substring(0, ending.start());
        boolean name = stem.length() >= SHORTEST_STEM && !PRONOUNS.contains(stem.toLowerCase(Locale.ROOT));
        return name && agree(stem, ending.group()) ? stem : null;
    }

    private static boolean agree(String stem, String ending) {
        if (SOFT_ENDS.indexOf(stem.charAt(stem.length() - 1)) >= 0) {
            return true;
        }
        boolean back = ending.chars().anyMatch(c -> BACK.indexOf(c) >= 0);
        for (int i = stem.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(stem.charAt(i));
            if (BACK.indexOf(letter) >= 0 && letter != 'у' && letter != 'ю') {
                return back;
            }
            if (FRONT.indexOf(letter) >= 0 && letter != 'и') {
                return !back;
            }
        }
        return true;
    }
}
