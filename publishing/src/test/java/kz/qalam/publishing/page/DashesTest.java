package kz.qalam.publishing.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashesTest {

    /** A tilde stands for a space that does not break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<body><h1>Кітап – қазына</h1>| <body><h1>Кітап~– қазына</h1>",
            "<body><p>Ол <b>— сол</b></p>| <body><p>Ол~<b>— сол</b></p>",
            "<body><p>– Сол, – деді.</p>| <body><p>– Сол,~– деді.</p>",
            "<body><p>2020–2021, көк-жасыл</p>| <body><p>2020–2021, көк-жасыл</p>",
            "<body><a title=\"бір – екі\">бір</a>| <body><a title=\"бір – екі\">бір</a>",
            "<head><title>Бет – QALAM.KZ</title></head><body>бір – екі| <head><title>Бет – QALAM.KZ</title></head><body>бір~– екі",
            "бір – екі| бір – екі"})
    void noLineOfPrintBeginsWithADash(String html, String bound) {
        assertEquals(bound.replace('~', '\u00a0'), Dashes.bound(html));
    }
}
