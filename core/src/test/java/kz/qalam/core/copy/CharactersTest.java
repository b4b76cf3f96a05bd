package kz.qalam.core.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import kz.qalam.core.refusal.Invalid;

class CharactersTest {

    @Test
    void refusesALetterThatBearsMarksWithoutEnd() {
        assertEquals(-1, Characters.overloaded("а" + "\u0301".repeat(30) + "б" + "\u0316".repeat(30)));
        assertEquals(31, Characters.overloaded("а" + "\u0301".repeat(31)));
        assertEquals(-1, Characters.overloaded("\uD834\uDD65".repeat(30)));
        assertEquals(60, Characters.overloaded("\uD834\uDD65".repeat(31)));
        var json = JsonNodeFactory.instance.objectNode().put("headline", "а").put("lead",
                "а" + "\u0301\u0316".repeat(200_000));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThrows(Invalid.class, () -> Copy.read(json)));
    }
}
