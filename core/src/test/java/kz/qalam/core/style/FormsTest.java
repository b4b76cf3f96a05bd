package kz.qalam.core.style;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class FormsTest {

    private final Forms forms = new Forms(Set.of("хайп", "стартаптық", "ай"));

    @Test
    void coverTheFormsOfAWord() {
        for (String form : List.of("хайп", "Хайпты", "хайптардың", "хайбы", "хайбымызды", "ХАЙПТЫҢ",
                "стартаптығымен")) {
            assertTrue(forms.cover(form), form);
        }
    }

    @Test
    void coverNoOtherWordThatBeginsTheSame() {
        for (String other : List.of("хайпожор", "айдың-ғылар", "айкрвн", "хай", "", "х".repeat(100_000))) {
            assertFalse(forms.cover(other), other.substring(0, Math.min(20, other.length())));
        }
    }
}
