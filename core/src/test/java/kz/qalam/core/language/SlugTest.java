package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Қалада жаңа кітапхана ашылды               | qalada-jana-kitaphana-ashyldy",
            "Ұлттық ғылым академиясы: «Әл-Фараби – 1150» | ulttyq-gylym-akademiasy-al-farabi-1150",
            "саясат, аю, тұяқ, қияр, яғни, қоян          | saiasat-aiu-tuiaq-qiar-iagni-qoian",
            "бюджет дебют компьютер валюта бюрократия    | budjet-debut-komputer-valuta-burokratia",
            "цирк чемпион актёр парашют объект            | tsirk-chempion-aktor-parashut-obekt",
            "ащы тұщы кеще щётка                          | ashshy-tushshy-keshshe-shotka",
            "ұшақ, үй, өрт, іс, һәм                       | ushaq-ui-ort-is-ham",
            "Съезд объявил: ещё один подъём               | sezd-obavil-esho-odin-podom",
            "2,4 млрд теңге 12:30-да, COVID-19            | 2-4-mlrd-tenge-12-30-da-covid-19",
            "G20, 5G және iPhone-дар                      | g20-5g-jane-iphone-dar",
            "Altyn kün aspany, İs, Isı şöl, çempion, Ñ Ŋ  | altyn-kun-aspany-is-isi-shol-chempion-n-n",
            "Café Müller – naïve façade Łódź              | cafe-muller-naive-fachade-lodz",
            "Qazaqstan’s president                        | qazaqstans-president",
            "الماتى قالاسى                               | almaty-qalasy",
            "ٴبىر جىل ٴسوز                                | bir-jyl-soz",
            "مەكتەپ ۇيى                                   | mektep-uiy",
            "Αθήνα                                        | athena",
            "北京                                          | bei-jing",
            "٢٠٢٦ жыл                                     | 2026-jyl",
            "№ 5 тіл мен ½                                | no-5-til-men-1-2",
    })
    void readsAnyScript(String headline, String slug) {
        assertEquals(slug, Slug.of(headline));
    }

    @ParameterizedTest
    @CsvSource({"Kөктемгі егіс науқаны бaсталды, Көктемгі егіс науқаны басталды", "мәлiметiне, мәліметіне",
            "Нью-Йopк, Нью-Йорк", "PЕCПУБЛИКА, РЕСПУБЛИКА", "Теlegram, Telegram", "ұлттыҚ əл, ұлттық әл",
            "ка\u00adзақ, казақ", "И\u0306ұқа, Йұқа", "НАТО, Нато"})
    void isTheSameForLettersThatLookTheSame(String mixed, String clean) {
        assertEquals(Slug.of(clean), Slug.of(mixed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "!!!", "–", "👍", "\u0301", "\ud800", "ъь"})
    void namesEvenTheNameless(String headline) {
        assertEquals("maqala", Slug.of(headline));
    }

    @Test
    void endsWithAWholeWord() {
        assertEquals("birinshi-ekinshi-" + "a".repeat(63), Slug.of("бірінші екінші " + "а".repeat(63) + " соңы"));
        assertEquals("birinshi-ekinshi", Slug.of("бірінші екінші " + "а".repeat(64) + " соңы"));
        assertEquals("a".repeat(80), Slug.of("а".repeat(200)));
        assertEquals("a".repeat(80), Slug.of("а".repeat(5_000_000)));
    }

    @Test
    void isAlwaysAnAddress() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.appendCodePoint(switch (random.nextInt(5)) {
                    case 0 -> 0x400 + random.nextInt(0x130);
                    case 1 -> 0x600 + random.nextInt(0x100);
                    case 2 -> ' ';
                    case 3 -> random.nextInt(0x250);
                    default -> random.nextInt(0x20000);
                });
            }
            String slug = Slug.of(text.toString());
            assertTrue(slug.matches("[a-z0-9]+(-[a-z0-9]+)*") && slug.length() <= 80, () -> text + " → " + slug);
            assertEquals(slug, Slug.of(slug));
        }
    }
}
