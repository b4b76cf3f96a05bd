package kz.qalam.admin.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import kz.qalam.core.staff.Role;

class FactTest {

    private static final UUID DESK = UUID.randomUUID();

    private static List<Fact> of(String details) {
        return Fact.of(details, Map.of(DESK, "Жаңалықтар"));
    }

    @Test
    void whatIsSaidIsSaidAsAPersonReadsIt() {
        assertEquals(List.of(new Fact("desk", "Жаңалықтар", null, List.of()),
                new Fact("role", "EDITOR", null, List.of(Role.EDITOR))),
                of("{\"desk\":\"" + DESK + "\",\"role\":\"EDITOR\",\"person\":\"" + UUID.randomUUID() + "\"}"));
        assertEquals(
                List.of(new Fact("from", "2026-11-25T13:00:00Z", Instant.parse("2026-11-25T13:00:00Z"), List.of())),
                of("{\"from\":\"2026-11-25T13:00:00Z\"}"));
        assertEquals(Instant.parse("2026-11-25T13:00:00.5Z"), of("{\"until\":1795611600.500000000}").get(0).time());
        assertEquals(Instant.parse("2026-11-25T13:00:00Z"),
                of("{\"from\":\"2026-11-25T18:00:00+05:00\"}").get(0).time());
        assertEquals(List.of(new Fact("drawn", "2, 3", null, List.of())), of("{\"from\":[2,3]}"));
        assertEquals(List.of(new Fact("name", "Ескі", null, List.of()), new Fact("to", "Жаңа", null, List.of())),
                of("{\"from\":\"Ескі\",\"to\":\"Жаңа\"}"));
        assertEquals(List.of(new Fact("digest", "0123456789ab…", null, List.of())),
                of("{\"digest\":\"0123456789abcdef\"}"));
        assertEquals(List.of(new Fact("recalled", "", null, List.of())), of("{\"recalled\":true,\"from\":\"\"}"));
    }

    @Test
    void whateverStandsThereIsShownWithoutBreakingThePage() {
        assertEquals(List.of(), of("{}"));
        assertEquals(List.of(new Fact("", "broken", null, List.of())), of("broken"));
        assertEquals(List.of(new Fact("desk", "x", null, List.of())), of("{\"desk\":\"x\"}"));
    }
}
