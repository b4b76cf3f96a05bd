package kz.qalam.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Under what a name is found in a Russian text: without its case, and in the letters that Russian has for it (Тоқаев, Токаевым;
 * Қазақстан, Казахстана). Many words share a key that are not one: only names should be asked for, and only against known ones.
 */
public final class RussianNames {

    private static final String KAZAKH = "әғқңөұүһіёэх";
    private static final String RUSSIAN = "агкноуукиеек";
    private static final String VOWELS = "аеиоуыюя";
    private static final int SHORTEST = 3;

    private record Row(List<String> stems, List<String> endings) {}

    private static final List<Row> ROWS = Table.rows(RussianNames.class, "russian-names.tsv").stream()
            .map(row -> new Row(stems(row[0]), longestFirst(row[1]))).toList();

    private RussianNames() {
    }

    private static List<String> stems(String column) {
        List<String> stems = new ArrayList<>();
        for (String stem : column.split(" ")) {
            switch (stem) {
                case "C" -> "бвгджзклмнпрстфцчшщ".chars().forEach(letter -> stems.add(Character.toString(letter)));
                case "V" -> VOWELS.chars().forEach(letter -> stems.add(Character.toString(letter)));
                default -> stems.add(stem);
            }
        }
        return List.copyOf(stems);
    }

    private static List<String> longestFirst(String column) {
        List<String> endings = new ArrayList<>(List.of(column.split(" ")));
        endings.sort((one, other) -> other.length() - one.length());
        endings.add("");
        return List.copyOf(endings);
    }

    /** The key of a word in Kazakh or Russian letters, whatever its capitals. */
    public static String key(String word) {
        StringBuilder folded = new StringBuilder(word.toLowerCase(Locale.ROOT));
        for (int i = 0; i < folded.length(); i++) {
            int at = KAZAKH.indexOf(folded.charAt(i));
            if (at >= 0) {
                folded.setCharAt(i, RUSSIAN.charAt(at));
            }
        }
        String name = folded.toString();
        for (Row row : ROWS) {
            for (String ending : row.endings()) {
                int end = name.length() - ending.length();
                if (end >= SHORTEST && name.endsWith(ending)
                        && row.stems().stream().anyMatch(stem -> name.startsWith(stem, end - stem.length()))) {
                    return name.substring(0, end);
                }
            }
        }
        return name;
    }
}
