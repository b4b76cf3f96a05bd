package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTest {

    /** The alphabets of three scripts, each in its order. */
    @ParameterizedTest
    @ValueSource(strings = {
            "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
            "a ä b d e f g ğ h ı i j k q l m n ñ o ö p r s ş t u ū ü v y z",
            "ا ە ب پ ت ج چ ح د ر ز س ش ع ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۋ ى ي ء"})
    void followsTheAlphabet(String alphabet) {
        List<String> letters = List.of(alphabet.split(" "));
        List<String> shuffled = new ArrayList<>(letters);
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(letters, new Sorted().answers(shuffled));
    }
}
