package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class CollationTest {

    @Test
    void ordersByTheKazakhAlphabet() {
        List<String> alphabet = List
                .of("а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я".split(" "));
        assertEquals(alphabet, sorted(alphabet));
    }

    @Test
    void putsAccentsAndCaseLast() {
        List<String> words = List.of("ағаш", "Ағаш", "ағашы", "аң", "әже", "Әлем", "қала", "Қала", "Қалада");
        assertEquals(words, sorted(words));
        assertNotEquals(0, Collation.KAZAKH.compare("Й", "И\u0306"));
    }

    private static List<String> sorted(List<String> words) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(Collation.KAZAKH);
        return shuffled;
    }
}
