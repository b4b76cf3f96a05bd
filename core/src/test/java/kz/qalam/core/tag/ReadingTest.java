package kz.qalam.core.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;

/** Names in their base forms, as they are offered to be tags. */
class ReadingTest {

    private static Set<String> names(String text) {
        Copy copy = Copy.draft("Жиын").withBody(List.of(new Paragraph(text)));
        return Reading.of(copy, 10_000).names(4).keySet();
    }

    @ParameterizedTest
    @CsvSource({
            "Бүгін Дариға Назарбаева келді., Дариға Назарбаева",
            "Бүгін Дариға Назарбаеваның сөзі тыңдалды., Дариға Назарбаева",
            "Бүгін Нұрсұлтан Назарбаевтың сөзі тыңдалды., Нұрсұлтан Назарбаев",
            "Бүгін Айгүл Ахметоваға сыйлық берілді., Айгүл Ахметова",
            "Бүгін Роза Бағланованы еске алды., Роза Бағланова",
            "Бүгін Гүлнәр Абдуллинаға сыйлық берілді., Гүлнәр Абдуллина",
            "Бүгін Қазақстан Республикасы туралы айтылды., Қазақстан Республикасы",
            "Бүгін Қазақстан Республикасының заңы шықты., Қазақстан Республикасы",
            "Бүгін Біріккен Ұлттар Ұйымында жиын өтті., Біріккен Ұлттар Ұйымы",
            "Бүгін Америка Құрама Штаттарына барды., Америка Құрама Штаттары",
            "Бүгін Астанада жиын өтті., Астана",
            "Бүгін БҰҰ-ның жиыны өтті., БҰҰ"})
    void theLastWordIsInItsBaseForm(String text, String name) {
        assertEquals(Set.of(name), names(text));
    }

    @Test
    void formsOfOneNameAreOne() {
        assertEquals(Set.of("Дариға Назарбаева"),
                names("Бүгін Дариға Назарбаева келді. Кейін Дариға Назарбаеваға сұрақ қойылды."));
    }
}
