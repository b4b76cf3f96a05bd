package kz.qalam.publishing.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {

    /** A tilde stands for a space that does not break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<body><h1>Кітап – қазына</h1>| <body><h1>Кітап~– қазына</h1>",
            "<body><p>Ол <b>— сол</b></p>| <body><p>Ол~<b>— сол</b></p>",
            "<body><p>– Сол, – деді.</p>| <body><p>– Сол,~– деді.</p>",
            "<body><p>№ 45, 1 250 000 ₸, 20 адам| <body><p>№~45, 1 250 000~₸, 20 адам",
            "<body><p>2020–2021, көк-жасыл</p>| <body><p>2020–2021, көк-жасыл</p>",
            "<body><a title=\"бір – екі\">бір</a>| <body><a title=\"бір – екі\">бір</a>",
            "<head><title>Бет – QALAM.KZ</title></head><body>бір – екі| <head><title>Бет – QALAM.KZ</title></head><body>бір~– екі",
            "бір – екі| бір – екі"})
    void whatBelongsTogetherIsNotParted(String html, String bound) {
        assertEquals(bound.replace('~', '\u00a0'), Binding.of(html));
    }

    /** The sign stands for a soft hyphen. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<body><h1 title=\"агломерациясындағылардың\">Агломерациясындағылардың</h1>| "
                    + "<body><h1 title=\"агломерациясындағылардың\">Аг¬ло¬ме¬ра¬ци¬я¬сын¬да¬ғы¬лар¬дың</h1>",
            "<body><p>Қала агломерациясындағылардың, 20| <body><p>Қала аг¬ло¬ме¬ра¬ци¬я¬сын¬да¬ғы¬лар¬дың, 20",
            "<body>кітапханаларда| <body>кітапханаларда",
            "<body>internationalization, اگلومەراتسياسىنداعىلاردىڭ| <body>internationalization, اگلومەراتسياسىنداعىلاردىڭ",
            "<head><title>Агломерациясындағылардың</title><body>сөз| <head><title>Агломерациясындағылардың</title><body>сөз"})
    void aLongWordMayBeBroken(String html, String broken) {
        assertEquals(broken.replace('¬', '\u00ad'), Binding.of(html));
    }
}
