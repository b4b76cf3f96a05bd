package kz.qalam.core.language.morphology;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a stem ends and suffixes begin. */
class EndingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"байден|ге", "байден|нің", "байден|дікі", "байден|дердікі", "байден|деген", "байден|шілдер",
            "ким|",
            "ким|ді", "ким|ы",
            "трамп|тағы", "трамп|шылдықтың", "тоқаев|тың", "журналист|ер", "журналист|ке", "клуб|тағылар",
            "қосшы|лығына",
            "харрис|сіз", "оқы|ғандарымыздың", "жаз|дырмады", "би|ге", "си|дің", "шэньчжэнь|ге", "мерц|пен",
            "лула|дан", "лула|сы"})
    void follow(String word) {
        assertTrue(asked(word), word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ким|оно", "би|знес", "би|лет", "си|рия", "мерц|едес", "ли|мон", "лула|ндия", "трамп|лин",
            "ал|маты",
            "байден|гентің", "кан|ада"})
    void doNotFollow(String word) {
        assertFalse(asked(word), word);
    }

    @Test
    void whatIsMonstrousIsAnsweredSoon() {
        assertFalse(asked("ла|" + "лар".repeat(30)));
        assertFalse(asked("ла|" + "ларлар".repeat(9)));
    }

    private static boolean asked(String word) {
        int stem = word.indexOf('|');
        char[] letters = word.replace("|", "").toCharArray();
        return Endings.shipped().follow(letters, stem, letters.length);
    }
}
