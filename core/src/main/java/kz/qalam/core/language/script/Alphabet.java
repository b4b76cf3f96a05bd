package kz.qalam.core.language.script;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A Latin alphabet for Kazakh. None is law yet, so which one the newsroom writes is a setting. */
public enum Alphabet {

    /** The 31 letters of January 2021 with ñ for ң, as since April of that year. */
    APRIL_2021("2021-04", 3, "iİıI"),
    /** The 31 letters as presented in January 2021, with ŋ. */
    JANUARY_2021("2021-01", 4, "iİıI"),
    /** The decree of 19 February 2018: acute letters, sh and ch; i and ı share the capital I. */
    OF_2018("2018", 5, "iIıI"),
    /** No alphabet of anyone's: what is left of that of April 2021 in web addresses. */
    ASCII("ascii", 6, "");

    private final String name;
    private final int column;
    private final String capitals;

    Alphabet(String name, int column, String capitals) {
        this.name = name;
        this.column = column;
        this.capitals = capitals;
    }

    /** The name by which it is asked for: 2021-04, 2021-01, 2018, ascii. */
    public String named() {
        return name;
    }

    /** The alphabet of this name. */
    public static Optional<Alphabet> named(String name) {
        return Arrays.stream(values()).filter(alphabet -> alphabet.name.equals(name)).findFirst();
    }

    /** The names of all. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(Alphabet::named).collect(Collectors.toSet());
    }

    int column() {
        return column;
    }

    char capital(char small) {
        int at = capitals.indexOf(small);
        return at >= 0 && at % 2 == 0 ? capitals.charAt(at + 1) : Character.toUpperCase(small);
    }

    char small(char capital) {
        // From the front: where i and ı share a capital, it is read as i.
        for (int at = 1; at < capitals.length(); at += 2) {
            if (capitals.charAt(at) == capital) {
                return capitals.charAt(at - 1);
            }
        }
        return Character.toLowerCase(capital);
    }

    /** A Latin text in capitals. The machine's own rules for Kazakh lose the dot: they make «IRAN» of «iran». */
    public String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            upper.append(capital(text.charAt(i)));
        }
        return upper.toString();
    }

    /** A Latin text in small letters. */
    public String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(small(text.charAt(i)));
        }
        return lower.toString();
    }
}
